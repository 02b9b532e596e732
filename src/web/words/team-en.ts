// What the team of a customer says in English.
import { count } from '#web/words/count.ts';
import type { TeamWords } from '#web/words/team-pt.ts';

export const teamEn: TeamWords = {
  title: 'Who looks after them',
  nobody: 'Nobody looks after this customer yet.',
  since: (day) => `since ${day}`,
  pass: 'Hand over',
  passOf: (name) => `Hand over what is ${name}'s`,
  choose: 'Choose who looks after them',
  failed: 'Who looks after them could not be read.',
  form: {
    title: (name) => `Hand over from ${name} to somebody else`,
    first: 'Choose who looks after this customer',
    to: 'To whom',
    someone: 'Choose',
    note: 'What whoever comes next must know',
    hint: 'Kept as a note on the customer. Change it as you like.',
    tasks: (n) => `Take ${count(n, 'open task', 'open tasks')} along`,
    send: 'Hand the customer over',
    sending: 'Handing over…',
    leave: 'Leave as it is',
    missing: 'Choose to whom.',
  },
  done: (customer, name) => `${customer} is with ${name} now.`,
  same: (name) => `It was with ${name} already. Nothing changed.`,
  meanwhile: (name) => `Somebody handed this customer to ${name} meanwhile. Nothing changed.`,
  other: 'somebody else',
  undone: 'Back with whom it was.',
  noAnswer: 'It could not be handed over now. Nothing changed; what you wrote is still here.',
};
