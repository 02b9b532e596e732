// Words of the weekly ritual, in English; the same keys as Portuguese, held by the type.
import { countEn as count } from '#web/words/count.ts';
import type { RitualWords } from '#web/words/ritual-pt.ts';

const customers = (n: number) => count(n, 'customer', 'customers');

export const ritualEn: RitualWords = {
  title: 'Weekly ritual',
  headline: (decided, all, next) => {
    if (all === 0) return 'No customer asks for a decision this week.';
    if (next === null) return 'Everything is decided. Read the minutes aloud and keep them.';
    if (decided === 0) return `${count(all, 'decision', 'decisions')} to take. Begin with ${next}.`;
    return `${decided} of ${all} decided. Say what to do about ${next}.`;
  },
  why: (day, risk, ready) =>
    [
      `Ritual of ${day}.`,
      risk === null ? null : `Those at risk are ${risk} of MRR`,
      ready === null ? null : `those ready to expand, ${ready}`,
    ]
      .filter((part) => part !== null)
      .join(' ')
      .replace(/ (those ready)/, '; $1')
      .replace(/\.?$/, '.'),
  left: (minutes) => `left of ${minutes} minutes`,
  over: (minutes) => `beyond ${minutes} minutes`,
  notStarted: (minutes) => `${minutes} minutes, not begun`,
  paused: 'clock stopped',
  start: 'Begin',
  pause: 'Stop the clock',
  resume: 'Go on',
  agenda: 'Agenda',
  steps: {
    phases: 'Stages',
    risk: 'At risk',
    ready: 'Ready',
    rest: 'Decide the rest',
    minutes: 'Read the minutes',
  },
  minutesOf: (n) => `${n} min`,
  next: (step) => `Next step: ${step.toLowerCase()}`,
  phases: {
    title: 'How stages moved',
    note: 'in and back since Monday of last week',
    caption: 'Customers by stage',
    stage: 'Stage',
    accounts: 'Customers',
    entered: 'Came in',
    back: 'Went back',
    late: 'Late',
  },
  risk: {
    title: (n, money) => `At risk: ${customers(n)}${money === null ? '' : `, ${money} of MRR`}`,
    note: (shown, all) =>
      all > shown ? `the first ${shown} of ${all}, by money at stake` : 'by money at stake',
    none: 'Nobody is at risk this week.',
  },
  ready: {
    title: (n) => `Ready to expand: ${customers(n)}`,
    note: (shown, all) =>
      all > shown ? `the first ${shown} of ${all}, by value × chance` : 'by value × chance of acceptance',
    none: 'Nobody is ready for an offer this week.',
  },
  rest: {
    title: (n) =>
      n === 0 ? 'Nothing is left of last week' : `Left of last week: ${count(n, 'decision', 'decisions')}`,
    contract: (n) => `Contract at risk, in no list: ${customers(n)}`,
    contractNote: 'red, yellow in their renewal window, asked to reduce, escalated',
    done: 'Done',
    dropped: 'Drop',
    goesOn: 'Goes on until',
    overdue: (d) => `was due on ${d}`,
    due: (d) => `by ${d}`,
    noDue: 'no day',
    settled: 'goes on',
  },
  goals: {
    title: 'Goals that sales, product and CS share',
    caption: 'Target, period and sample of each',
    goal: 'Goal',
    value: 'Today',
    target: 'Wanted',
    period: 'Period',
    sample: 'Of whom',
    none: 'no data',
    noTarget: 'no target set',
    met: 'met',
    notMet: 'not yet',
  },
  committee: {
    title: 'Risk committee',
    headline: (n, open) =>
      n === 0
        ? 'No contract is at risk this week.'
        : open === 0
          ? `${customers(n)} with a contract at risk, each with a decision.`
          : `${customers(n)} with a contract at risk. ${open === 1 ? 'One is' : `${open} are`} undecided.`,
    why: 'Sales, product and CS look at each: red, yellow in their renewal window, asked to reduce, escalated. Each leaves with what, who, when, and stays here until it is closed.',
    list: (n, money) => `Contract at risk: ${customers(n)}${money === null ? '' : `, ${money} of MRR`}`,
    note: (shown, all) =>
      all > shown ? `the first ${shown} of ${all}, by money at stake` : 'by money at stake',
    none: 'No contract is at risk. The committee may use the time for something else.',
    text: 'List for the committee',
    open: 'Committee list',
    back: 'Weekly ritual',
  },
  table: {
    caption: 'One decision a line',
    rank: 'No.',
    customer: 'Customer',
    health: 'Health',
    mrr: 'MRR, R$',
    why: 'Why',
    what: 'What we decided',
    suggested: 'suggested',
    who: 'Who',
    due: 'By',
    nobody: 'Nobody yet',
  },
  form: {
    what: (name) => `What we decided about ${name}`,
    who: (name) => `Who looks after ${name}`,
    due: (name) => `Until when, ${name}, day/month/year`,
    offer: (text) => `Next offer: ${text}`,
    noOffer: (text) => `No offer: ${text}`,
    pulse: (name) => `Traffic light of ${name}`,
    decide: 'Decide',
    save: 'Save',
    short: 'Write what was decided.',
    day: 'Write the date as 28/02/2026.',
    past: 'That day has passed. Choose today or a later day; the text is still here.',
    gone: (key) => `${key} (left the base)`,
    nextOffer: (name) => `Next offer of ${name}`,
    offerStays: 'Next offer: as suggested',
    reason: (name) => `Reason for the traffic light of ${name}`,
    reasonHint: 'Reason for the light',
    pulseAlone: 'Save the light alone',
    changedNow: (by, what) =>
      `${by ?? 'Somebody else'} changed this just now: “${what}”. What you wrote is still in the field.`,
    closedNow: 'Somebody else closed this decision just now. What you wrote is still in the field.',
    left: (name) =>
      `${name} left the list just now: it ended, was merged into another record, or asks for no decision any more. What you wrote is still here; decide all the same or put it down.`,
    putDown: 'Put it down',
    lost: 'No connection: it was not saved. The text is kept in this browser; once it is back, Enter sends it again.',
    signedOut: 'Your session ended. Sign in again: the text is kept in this browser.',
    failed: 'It was not saved. What you wrote is still here; try again.',
  },
  minutes: {
    title: 'Text to paste into the group',
    copy: 'Copy',
    copied: 'Copied',
    keep: 'Keep the minutes',
    kept: (d) => `Minutes kept on ${d}.`,
    failed: 'The minutes were not kept. Try again.',
  },
  pulseSaved: 'Traffic light saved.',
  allDecided: 'Everything is decided.',
  missing: (n) => `${n === 1 ? 'One decision is missing' : `${n} decisions are missing`}.`,
  keys: {
    move: 'move',
    field: 'next field',
    decide: 'decide and go down',
    step: 'next step',
    pause: 'stop the clock',
    done: 'done',
    drop: 'drop',
    write: 'write',
    pulse: 'traffic light',
    minutes: 'keep the minutes',
    copy: 'copy',
    leave: 'leave the field',
  },
};
