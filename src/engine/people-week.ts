// People's week: which actions due this week find room in what each person can do, in the order of the list. Nothing is
// put off or hidden by it: what falls outside is named, keeps its day and stays on the list.
import { type Day, mondayOf } from '#base/day.ts';
import type { Decision } from '#domain/decision.ts';

/** How many actions a person can do this week, by member; who is not named has no limit. */
export type WeekCapacity = Readonly<Record<string, number>>;
export type PersonWeek = {
  readonly member: string;
  /** Actions the person can do this week. */
  readonly room: number;
  /** Actions of the person that are due by Sunday, overdue ones included. */
  readonly asked: number;
  /** Accounts whose action finds no room, in the order of the list. */
  readonly outside: readonly string[];
};
type Asking = { readonly id: string; readonly decision: Pick<Decision, 'action' | 'status'> };

/** Last day of the week of a day: its Sunday. */
const endOfWeek = (day: Day): Day => mondayOf(day) + 6;

/** Who does the action of an account this week; null where nobody is named, it runs by itself, or it is due later. */
function doerOf({ action, status }: Asking['decision'], until: Day): string | null {
  if (status === 'ended' || action.ownerRole === 'automatic' || action.due > until) return null;
  return action.owner;
}

/**
 * The week of every person whose capacity is told, by member.
 * @param inOrder accounts in the order of the list: at risk first, by money at stake, then days to the end, then id
 */
export function peopleWeek(
  inOrder: readonly Asking[],
  capacity: WeekCapacity,
  day: Day,
): readonly PersonWeek[] {
  const until = endOfWeek(day);
  const asked = new Map<string, string[]>();
  for (const { id, decision } of inOrder) {
    const doer = doerOf(decision, until);
    if (doer === null) continue;
    const own = asked.get(doer);
    if (own) own.push(id);
    else asked.set(doer, [id]);
  }
  return Object.entries(capacity)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([member, room]) => {
      const own = asked.get(member) ?? [];
      return { member, room, asked: own.length, outside: own.slice(room) };
    });
}

/** The ids of all that finds no room. */
export function outsideOf(people: readonly PersonWeek[]): ReadonlySet<string> {
  return new Set(people.flatMap(({ outside }) => outside));
}

/** The decision with its action marked as outside its owner's week. */
export function markedOutside<T extends Pick<Decision, 'action'>>(decision: T): T {
  return { ...decision, action: { ...decision.action, outsideWeek: true } };
}
