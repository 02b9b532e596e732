// What passing customers on is made of: who serves them now, who may take over, the facts that say so. Checks no right.
import { uuidv7 } from '#base/id.ts';
import { teamOf } from '#domain/account/account.ts';
import { decodeFile } from '#domain/account-file/decode.ts';
import type { Tx } from '#store/in-workspace.ts';
import { memberNames } from '#store/people.ts';
import { giveable, type TaskRow } from '#store/tasks.ts';
import { servedAccounts } from '#store/team.ts';
import { Refusal } from './refusal.ts';
import type { Session } from './session.ts';
import { screenSource } from './write-entry.ts';

/** Source of who serves a customer, as said here. */
export const teamSource = 'perene:team';

/** A customer and its team now: everybody who serves it, with the role. */
export type Served = {
  readonly id: string;
  readonly name: string;
  readonly team: readonly { readonly member: string; readonly role: string }[];
};

/** Who serves each of these accounts (as they are read) now. */
export async function servedNow(tx: Tx, session: Session, roots: readonly string[]): Promise<Served[]> {
  const { workspaceId, now } = session;
  return (await servedAccounts(tx, workspaceId, roots)).map(({ id, name, file }) => {
    const { rows } = decodeFile(file);
    const until = <R extends { readonly occurred: number }>(list: readonly R[] = []): R[] =>
      list.filter(({ occurred }) => occurred <= now);
    return { id, name, team: teamOf(until(rows['team-assigned']), until(rows['team-released'])) };
  });
}

/** Refuses with `team-unknown` who is none of ours, with `team-left` who has left. */
export async function checkNext(tx: Tx, session: Session, to: string | null): Promise<void> {
  if (to === null) return;
  const found = (await giveable(tx, session.workspaceId)).get(to);
  if (!found) throw new Refusal('team-unknown', { member: to });
  const name = (await memberNames(tx, session.workspaceId))[to] ?? to;
  if (found.left) throw new Refusal('team-left', { member: name });
}

/** One customer's change in one role: who goes. */
export type Passing = { readonly id: string; readonly role: string; readonly released: readonly string[] };

/** The facts of a change: who goes, who comes (`to`; null: nobody), what they must know. */
export function passingFacts(
  { now, random }: Session,
  passing: readonly Passing[],
  to: string | null,
  note: string | undefined,
): readonly unknown[] {
  const id = uuidv7(now, random);
  const occurredAt = new Date(now).toISOString();
  return passing.flatMap(({ id: root, role, released }) => {
    const told = { source: teamSource, occurredAt, account: { id: root } };
    const key = `${id}:${role}`;
    return [
      ...released.map((member) => ({
        ...told,
        type: 'team-released',
        externalId: `${key}:${member}`,
        body: { member, role },
      })),
      ...(to === null
        ? []
        : [{ ...told, type: 'team-assigned', externalId: key, body: { member: to, role } }]),
      ...(note
        ? [{ ...told, source: screenSource, type: 'note-written', externalId: key, body: { text: note } }]
        : []),
    ];
  });
}

/** The next word on open tasks: they are `to`'s from now on, or nobody's (null). */
export const passedTasks = (tasks: readonly TaskRow[], to: string | null): readonly unknown[] =>
  tasks.map(({ homeId, source, externalId, body }) => ({
    type: 'task-opened',
    source,
    externalId,
    account: { id: homeId },
    body: Object.fromEntries(Object.entries({ ...body, owner: to }).filter(([, value]) => value !== null)),
  }));
