// The people of a customer as its page shows them: what each is there for, how much they weigh, how warm the talk with
// them is, and which places nobody holds. By number only; names are the store's.
import type { Day } from '#base/day.ts';
import { contactRoles } from '#domain/facts/account-facts.ts';
import type { View } from '#domain/profile/shape.ts';
import { roleHistory } from '#domain/relationship/roles.ts';
import { oneThread, type OneThread } from '#domain/relationship/taking-part.ts';
import { contactFolds, type ContactFold } from './fold.ts';
import { coolingDays, warmDays } from './warmth.ts';

export type ContactRole = (typeof contactRoles)[number];

/** `unknown`: no conversation that names them is known. */
export const warmths = ['warm', 'cooling', 'cold', 'unknown'] as const;
export type Warmth = (typeof warmths)[number];

/** How warm a talk is by the days since the last one; null: none is known. */
export function warmthOf(days: number | null): Warmth {
  if (days === null) return 'unknown';
  if (days <= warmDays) return 'warm';
  return days <= coolingDays ? 'cooling' : 'cold';
}

export const influenceLevels = ['low', 'medium', 'high'] as const;
export type InfluenceLevel = (typeof influenceLevels)[number];
/** What a level chosen on a screen is told as; 0 to 1. */
export const influenceOfLevel: Readonly<Record<InfluenceLevel, number>> = {
  low: 0.2,
  medium: 0.5,
  high: 0.9,
};
const levelFrom: readonly (readonly [from: number, level: InfluenceLevel])[] = [
  [0.67, 'high'],
  [0.34, 'medium'],
  [0, 'low'],
];

export function levelOf(influence: number): InfluenceLevel {
  return levelFrom.find(([from]) => influence >= from)?.[1] ?? 'low';
}

/** What a role usually weighs, where nobody said what this person does. */
const usual: Readonly<Record<ContactRole, number>> = {
  executive_sponsor: 0.9,
  decision_maker: 0.9,
  champion: 0.6,
  procurement: 0.6,
  influencer: 0.5,
  finance: 0.5,
  detractor: 0.5,
  user: 0.2,
};

export type Stakeholder = {
  /** Number in the account file. */
  readonly rank: number;
  /** Most telling first; those they held when they left. */
  readonly roles: readonly ContactRole[];
  readonly keyUser: boolean;
  readonly department: string | null;
  /** 0 to 1; null: neither told nor to be read off a role. */
  readonly influence: number | null;
  /** False where it is only what the role usually weighs. */
  readonly influenceTold: boolean;
  readonly left: boolean;
  readonly leftOn: Day | null;
  readonly joinedOn: Day | null;
  readonly toldOn: Day | null;
  readonly conversationOn: Day | null;
  readonly days: number | null;
  readonly warmth: Warmth;
  readonly nps: ContactFold['nps'];
};

/** Places that a relation needs somebody in; the operator is a user, or whoever was called a key user. */
export const neededPlaces = ['sponsor', 'champion', 'operator'] as const;
export type Place = (typeof neededPlaces)[number];
/** The role under which somebody takes a place. */
export const roleOfPlace: Readonly<Record<Place, ContactRole>> = {
  sponsor: 'executive_sponsor',
  champion: 'champion',
  operator: 'user',
};

/** `had`: who held it last and left, by number; null: nobody known ever did. */
export type MissingPlace = { readonly place: Place; readonly had: number | null };

export type Stakeholders = {
  /** Present before left; then the weightier, then the longer silent. */
  readonly people: readonly Stakeholder[];
  readonly missing: readonly MissingPlace[];
  readonly thread: OneThread | null;
};

export function stakeholders(view: View): Stakeholders {
  const held = rolesHeld(view);
  const people = contactFolds(view).map((fold) => personOf(fold, held.get(fold.rank) ?? [], view.day));
  return {
    people: people.toSorted(byWeight),
    missing: missingPlaces(people),
    thread: oneThread(view),
  };
}

/** Roles that each contact holds now; one who took over from another holds theirs too. */
function rolesHeld(view: View): ReadonlyMap<number, readonly ContactRole[]> {
  const held = new Map<number, ContactRole[]>();
  for (const role of contactRoles)
    for (const rank of roleHistory(view, role).holders.keys())
      held.set(rank, [...(held.get(rank) ?? []), role]);
  return held;
}

function personOf(fold: ContactFold, held: readonly ContactRole[], day: Day): Stakeholder {
  const last = contactRoles.filter((role) => role === fold.role);
  const roles = fold.left ? last : held;
  const days = fold.conversationOn === null ? null : day - fold.conversationOn;
  const supposed = roles.length === 0 ? null : Math.max(...roles.map((role) => usual[role]));
  return {
    rank: fold.rank,
    roles,
    keyUser: fold.keyUser,
    department: fold.department,
    influence: fold.influence ?? supposed,
    influenceTold: fold.influence !== null,
    left: fold.left,
    leftOn: fold.left ? fold.leftOn : null,
    joinedOn: fold.joinedOn,
    toldOn: fold.toldOn,
    conversationOn: fold.conversationOn,
    days,
    warmth: warmthOf(days),
    nps: fold.nps,
  };
}

/** Days without a talk; one that is not known counts as long. */
const silence = ({ days }: Stakeholder): number => days ?? Number.MAX_SAFE_INTEGER;

function byWeight(a: Stakeholder, b: Stakeholder): number {
  return (
    Number(a.left) - Number(b.left) ||
    (b.influence ?? -1) - (a.influence ?? -1) ||
    silence(b) - silence(a) ||
    a.rank - b.rank
  );
}

function holds(person: Stakeholder, place: Place): boolean {
  return person.roles.includes(roleOfPlace[place]) || (place === 'operator' && person.keyUser);
}

function missingPlaces(people: readonly Stakeholder[]): readonly MissingPlace[] {
  return neededPlaces.flatMap((place) => {
    if (people.some((one) => !one.left && holds(one, place))) return [];
    const gone = people
      .filter((one) => one.left && holds(one, place))
      .toSorted((a, b) => (b.leftOn ?? 0) - (a.leftOn ?? 0));
    return [{ place, had: gone[0]?.rank ?? null }];
  });
}
