// Who of ours looks after one customer, since when, who could take over, and what whoever does must know.
import type { Day } from '#base/day.ts';
import { decodeFile } from '#domain/account-file/decode.ts';
import type { Decision } from '#domain/decision.ts';
import { teamRoles, type TeamRole } from '#domain/facts/account-facts.ts';
import { inWorkspace, type Tx } from '#store/in-workspace.ts';
import { openTasks, type TaskRow } from '#store/tasks.ts';
import { servedAccounts } from '#store/team.ts';
import { openAccount, type OpenedAccount } from './open-account.ts';
import { must, type Session } from './session.ts';
import { giveTo } from './task-checks.ts';
import { ownKey } from './seen.ts';

export type TeamPlace = { readonly member: string; readonly role: TeamRole; readonly since: Day };
export type AccountTeam = {
  readonly opened: OpenedAccount;
  readonly decision: Decision;
  readonly team: readonly TeamPlace[];
  /** Keys of who may take over: whom a task may be given to. */
  readonly choices: readonly string[];
  /** Whether who asks may pass this customer on. */
  readonly mayPass: boolean;
  readonly tasks: readonly TaskRow[];
  /** Promises of ours that nobody kept yet, and the soonest day of one. */
  readonly promises: { readonly open: number; readonly soonest: Day | null };
};

type Rows = ReturnType<typeof decodeFile>['rows'];

function placesOf(rows: Rows, team: readonly { member: string; role: string }[], now: number): TeamPlace[] {
  return team.flatMap(({ member, role }) => {
    const told = (rows['team-assigned'] ?? []).filter(
      (row) => row.member === member && row.role === role && row.occurred <= now,
    );
    const last = told.at(-1);
    const known = teamRoles.find((one) => one === role);
    return last && known ? [{ member, role: known, since: last.day }] : [];
  });
}

function promisesOf(rows: Rows, now: number): AccountTeam['promises'] {
  const kept = new Set((rows['promise-kept'] ?? []).map(({ promise }) => promise));
  const open = (rows['promise-made'] ?? []).filter(
    ({ promise, occurred }) => occurred <= now && !kept.has(promise),
  );
  const days = open.flatMap(({ dueOn }) => dueOn ?? []);
  return { open: open.length, soonest: days.length === 0 ? null : Math.min(...days) };
}

/** Managers and above pass any customer, a CSM those they have: as `hand-over.ts` refuses. */
async function mayPassOn(tx: Tx, session: Session, team: readonly TeamPlace[]): Promise<boolean> {
  if (!session.can('facts.write')) return false;
  if (session.can('team.assign')) return true;
  const own = await ownKey(tx, session);
  return own !== null && team.some(({ member, role }) => member === own && role === 'csm');
}

/** The team of a customer as it stands; refuses with `account-not-found` one who is not seen. */
export async function readAccountTeam(session: Session, accountId: string): Promise<AccountTeam> {
  must(session, 'accounts.read');
  const { store, workspaceId, now } = session;
  const opened = await openAccount(session, accountId, undefined);
  return await inWorkspace(store, workspaceId, async (tx) => {
    const root = opened.account.rootId;
    const [served] = await servedAccounts(tx, workspaceId, [root]);
    const rows = served ? decodeFile(served.file).rows : {};
    const team = placesOf(rows, opened.profile.team, now);
    return {
      opened,
      decision: opened.decision,
      team,
      choices: await giveTo(tx, session),
      mayPass: await mayPassOn(tx, session, team),
      tasks: await openTasks(tx, workspaceId, now, { roots: [root] }),
      promises: promisesOf(rows, now),
    };
  });
}
