// What the screens of access and people say in English.
import { countEn } from '#web/words/count.ts';
import type { PeopleWords } from '#web/words/people-pt.ts';

export const peopleEn: PeopleWords = {
  title: 'People',
  roles: { owner: 'Owner', admin: 'Admin', manager: 'Manager', csm: 'CSM', viewer: 'Viewer' },
  capabilities: {
    'accounts.read': 'See customers, the list of the day and why each figure is what it is',
    'views.keep': 'Keep views of the base for oneself',
    'views.share': 'Share views with the team',
    'facts.write': 'Record what happened with a customer',
    'team.assign': 'Say who looks after any customer',
    'data.read': 'See where data come from and what could not be read',
    'data.import': 'Bring sheets and take them back',
    'identity.write': 'Say which records are the same customer',
    'base.export': 'Download the base: every customer they see',
    'ritual.hold': 'Hold the weekly ritual',
    'ritual.minutes': 'Keep the minutes of the ritual',
    'method.write': 'Publish the method, say what the first value is and which words suggest events',
    'people.read': 'See who works here',
    'people.manage': 'Invite, change roles and remove people',
    'people.own': 'Make and remove owners',
  },
  field: {
    name: 'Name',
    email: 'E-mail',
    password: 'Password',
    current: 'Current password',
    another: 'New password',
    role: 'Role',
    inFacts: 'Who they are in the base',
    nobody: 'Nobody yet',
    sees: 'Sees',
    seesAll: 'Every customer',
    seesOwn: 'Their own',
    money: 'Amounts',
    withMoney: 'Sees amounts',
    withoutMoney: 'No amounts',
    passwordHint: 'Ten characters or more. A phrase will do.',
  },
  failed: 'It did not work. Try again.',
  signIn: {
    title: 'Sign in to Perene',
    why: 'This base has an owner: each person signs in with an account of their own.',
    button: 'Sign in',
    forgot: 'Forgot the password? Whoever looks after the base makes a link for you to choose another.',
  },
  link: {
    title: (workspace) => `Welcome to ${workspace}`,
    reset: 'Choose another password',
    why: (email, role) => `You sign in as ${email}, with the role ${role}.`,
    resetWhy: (email) => `For ${email}. Open sessions end.`,
    accept: 'Create my account',
    choose: 'Change the password',
    gone: 'This link is no longer valid',
    toStart: 'Go to the start',
    loading: 'Checking the link',
  },
  own: {
    title: 'Your account',
    password: 'Change the password',
    note: 'Your other sessions end at once.',
    changed: 'Password changed. The other sessions ended.',
    signOut: 'Sign out',
    open: 'No owner: this machine only',
    openText: 'While the base has no owner nobody needs to sign in.',
  },
  owner: {
    title: 'Just you, on this machine',
    why: 'Without an owner Perene asks for no password and answers this computer only. Create your account when you want to bring the team.',
    form: 'Create the account of the owner',
    afterwards:
      'From then on every access asks for e-mail and password, yours too. The screen cannot take it back.',
    button: 'Create and sign in',
  },
  list: {
    headline: (n) =>
      n === 1
        ? 'One person enters this workspace'
        : `${countEn(n, 'person enters', 'people enter')} this workspace`,
    why: (waiting) =>
      waiting === 0
        ? 'No invitation is open.'
        : `${countEn(waiting, 'invitation is open', 'invitations are open')}.`,
    figure: (n) => (n === 1 ? 'person' : 'people'),
    table: 'Who enters',
    person: 'Person',
    state: 'State',
    action: 'Action',
    you: 'you',
    active: 'Enters',
    invited: (day) => `Invited until ${day}`,
    expired: 'Invitation expired',
    newLink: 'New link',
    newLinkFor: (who) => `New link for ${who}`,
    password: 'Password link',
    passwordFor: (who) => `Link for a new password for ${who}`,
    remove: 'Remove',
    removeWho: (who) => `Remove ${who}`,
    sure: (who) => `Remove ${who}? Their sessions end at once.`,
    inHand: (customers, tasks) =>
      customers + tasks === 0
        ? 'Looks after no customer.'
        : `Looks after ${customers === 1 ? '1 customer' : `${customers} customers`} and has ${tasks === 1 ? '1 open task' : `${tasks} open tasks`}.`,
    passTo: 'Pass to',
    nobody: 'Nobody (no owner)',
    keep: 'Keep',
    roleOf: (who) => `Role of ${who}`,
    keyOf: (who) => `Who ${who} is in the base`,
    seesOf: (who) => `What ${who} sees`,
    moneyOf: (who) => `Whether ${who} sees amounts`,
    removed: (who) => `${who} enters no more.`,
    changed: (who, role) => `${who} is now ${role}.`,
    known: (who) => `Saved for ${who}.`,
  },
  invite: {
    title: 'Invite',
    note: 'You copy a link and send it as you like. It opens once, for 7 days.',
    button: 'Make a link',
    ready: (email) => `Link for ${email}`,
    copy: 'Copy link',
    copied: 'Copied',
    once: (day) => `Shown only now. Valid until ${day}.`,
  },
  what: {
    title: 'What each role may do',
    limited:
      'Who sees their own customers alone keeps no minutes of the ritual, brings no sheet and manages nobody, whatever the role; CSMs and managers download their own customers. CSMs and viewers may be without amounts of money.',
    can: 'may',
    cannot: 'may not',
    capability: 'Action',
  },
};
