// Who may do what: one table of capabilities by role. Doors and verbs ask it; nobody compares roles by hand.

/** From the one who may do everything to the one who only looks. */
export const roles = ['owner', 'admin', 'manager', 'csm', 'viewer'] as const;
export type Role = (typeof roles)[number];

const everyone = roles;
const csms = ['owner', 'admin', 'manager', 'csm'] as const;
const managers = ['owner', 'admin', 'manager'] as const;
const admins = ['owner', 'admin'] as const;

/** Which roles have each capability. */
export const capabilities = {
  /** Lists, searches and opens customers, with their facts. */
  'accounts.read': everyone,
  /** Records facts of customers: notes, events, answers. */
  'facts.write': csms,
  /** Keeps views of the base for themselves. */
  'views.keep': csms,
  /** Shares views with the team, and changes those that are shared. */
  'views.share': managers,
  /** Says who looks after any customer; who may not still passes on their own. */
  'team.assign': managers,
  /** Sees what feeds the base, which imports there were and what they could not read. */
  'data.read': csms,
  /** Brings sheets, answers what they ask, takes imports back. */
  'data.import': managers,
  /** Says which records are the same customer. */
  'identity.write': managers,
  /** Takes out every customer they see. */
  'base.export': managers,
  /** Holds the weekly ritual of the customers they see: decides its lines. */
  'ritual.hold': csms,
  /** Keeps the minutes of the ritual, which speak of the whole base. */
  'ritual.minutes': csms,
  /** Says what the firm counts as first value, and which words in notes suggest events. */
  'method.write': managers,
  /** Sees who works here and with which role. */
  'people.read': csms,
  /** Invites, changes and removes people below the owner. */
  'people.manage': admins,
  /** Invites, changes and removes owners. */
  'people.own': ['owner'],
} as const satisfies Record<string, readonly Role[]>;
export type Capability = keyof typeof capabilities;
export const everyCapability = Object.keys(capabilities) as Capability[];

export const allows = (role: Role, capability: Capability): boolean =>
  (capabilities[capability] as readonly Role[]).includes(role);

/** What shows or changes more than single customers: who sees their own alone has none of it, whatever the role. */
const ofTheWholeBase: readonly Capability[] = [
  'data.read',
  'data.import',
  'identity.write',
  'views.share',
  'ritual.minutes',
  'team.assign',
  'method.write',
  'people.manage',
  'people.own',
];

/** Roles that may be limited to their own customers. */
export const mayBeLimited = (role: Role): boolean => role !== 'owner' && role !== 'admin';

/** Roles that may work without being told amounts of money. */
export const mayBeWithoutMoney = (role: Role): boolean => role === 'csm' || role === 'viewer';

/** What is given to more roles where it reaches their own customers alone: those are theirs to take to a meeting. */
const widerForOwn: Partial<Record<Capability, readonly Role[]>> = { 'base.export': csms };

/** The same for one who is limited to their own customers. */
export const allowsLimited = (role: Role, capability: Capability): boolean =>
  (widerForOwn[capability] ?? (capabilities[capability] as readonly Role[])).includes(role) &&
  !ofTheWholeBase.includes(capability);

/** What somebody may do, in the table's order. */
export const capabilitiesOf = (role: Role, limited: boolean): Capability[] =>
  everyCapability.filter((capability) => (limited ? allowsLimited : allows)(role, capability));

/** Whom a role may invite, change and remove. */
export const mayGive = (by: Role, role: Role): boolean =>
  allows(by, role === 'owner' ? 'people.own' : 'people.manage');

/** Shortest password (characters). */
export const shortestPassword = 10;
/** Longest password (characters): hashing has a price. */
export const longestPassword = 128;
/** How long a link stays open (ms). */
export const linkLastsMs = 7 * 86_400_000;
