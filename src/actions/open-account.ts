// One account as of a day, opened whole: its decision recomputed from facts, what each figure came from, its history.
import { formatDay, mondayOf, type Day } from '#base/day.ts';
import { isUuid } from '#base/id.ts';
import { dayAt, endOfDay } from '#base/zone.ts';
import { decodeFile, factIdOf } from '#domain/account-file/decode.ts';
import type { Assessment, Decision } from '#domain/decision.ts';
import type { CompiledMethod } from '#domain/method/compile.ts';
import type { Profile } from '#domain/profile/shape.ts';
import { decodeDays } from '#domain/usage-day/decode.ts';
import { usageLookback } from '#domain/profile/usage-window.ts';
import { shared } from '#engine/allocate.ts';
import { packCheckpoint, unpackCheckpoint } from '#engine/checkpoint.ts';
import { decide } from '#engine/decide.ts';
import {
  assessAt,
  checkpointMondays,
  decideAccount,
  type AccountMaterial,
  type Setting,
} from '#engine/decide-account.ts';
import { counterfactual } from '#engine/counterfactual.ts';
import { trace } from '#engine/profile.ts';
import { accountById, membersOf, type AccountRow } from '#store/accounts.ts';
import { factsByIds, type EvidenceRow } from '#store/facts.ts';
import { readFiles, readMaterial } from '#store/files.ts';
import { inWorkspace, type Tx } from '#store/in-workspace.ts';
import { memberNames } from '#store/people.ts';
import { speaks } from '#words/evidence.ts';
import { countTimeline, heldFacts } from '#store/story.ts';
import type { Workspace } from '#store/workspaces.ts';
import { askedDay } from './days.ts';
import { decisionSetting, waitsOf, type DecisionSetting } from './decide-accounts.ts';
import { medianContext } from './decision-context.ts';
import { namesThen } from './names-then.ts';
import { firstValueAsOf } from './first-value.ts';
import { Refusal } from './refusal.ts';
import { isSeen } from './seen.ts';
import { must, type Session } from './session.ts';
import { openSuggestions, type OpenSuggestion } from './suggested-events.ts';
import { contactTypes, turningTypes, typesOf } from './timeline-types.ts';
import { readSetting } from './workspace-setting.ts';

/** Weeks of score history on the page. */
const historyWeeks = 52;

export type StoryTurn = {
  readonly type: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly day: Day;
};
export type OpenedAccount = {
  readonly day: Day;
  readonly today: Day;
  readonly workspace: Workspace;
  readonly account: AccountRow;
  /** Accounts read as this one, itself included. */
  readonly members: readonly string[];
  readonly method: { readonly version: number; readonly compiled: CompiledMethod };
  readonly contextHash: string;
  readonly profile: Profile;
  readonly decision: Decision;
  /** The last checkpoints, oldest first. */
  readonly past: readonly Assessment[];
  /** Up to a year of Mondays, oldest first. */
  readonly history: readonly Assessment[];
  /** Facts behind each leaf: leaf → fact ids. */
  readonly evidence: ReadonlyMap<string, readonly string[]>;
  readonly facts: ReadonlyMap<string, EvidenceRow>;
  readonly story: { readonly total: number; readonly hindsight: number };
  /** Our people: key → name. */
  readonly people: Readonly<Record<string, string>>;
  /** Contact key → role, as known on the day. */
  readonly contactRoles: ReadonlyMap<string, string>;
  /** Facts that turned the account's story, oldest first. */
  readonly turns: readonly StoryTurn[];
  /** What the first value is for the firm's customers, in its own words, as told by the day; null: nobody said. */
  readonly firstValue: string | null;
  /** Events that notes suggest and nobody answered. */
  readonly suggested: readonly OpenSuggestion[];
};

function historyOf(material: AccountMaterial, day: Day, setting: Setting, since: Day): Assessment[] {
  const last = mondayOf(day);
  const weeks: Assessment[] = [];
  for (let week = last - 7 * (historyWeeks - 1); week <= last; week += 7) {
    if (week < since) continue;
    const cached = material.checkpoints[formatDay(week)];
    // A week computed now is read back from its text too: a page must not tell which weeks were cached.
    const text = cached ?? packCheckpoint(assessAt(material, week, setting), setting.method);
    weeks.push(unpackCheckpoint(text, week, setting.method));
  }
  return weeks;
}

/** First day of what was known at an instant (ms): a fact told later begins no history then. */
function firstDay(material: AccountMaterial, asOf: number, day: Day): Day {
  let first = Number.POSITIVE_INFINITY;
  for (const rows of Object.values(material.file.rows))
    for (const row of rows) if (row.occurred <= asOf && row.known <= asOf) first = Math.min(first, row.day);
  for (const used of material.days) if (used.known <= day) first = Math.min(first, used.day);
  return first;
}

/** The account under the name and tax id it was known by at an instant (ms). */
async function namedAsOf(
  tx: Tx,
  workspaceId: string,
  account: AccountRow,
  asOf: number,
): Promise<AccountRow> {
  const then = (await namesThen(tx, workspaceId, [account.accountId], asOf)).get(account.accountId);
  return { ...account, ...then, name: then?.name ?? account.name };
}

function evidenceOf(material: AccountMaterial, refs: string, day: Day, setting: DecisionSetting) {
  const { frame } = setting;
  const rows = trace(material.file, material.days, endOfDay(day, frame.zone), frame);
  const evidence = new Map<string, readonly string[]>();
  for (const [leaf, list] of Object.entries(rows)) {
    const ids = (list ?? []).map((ref) => factIdOf(material.file, refs, ref)).filter((id) => id !== null);
    evidence.set(leaf, [...new Set(ids)].slice(-20));
  }
  return evidence;
}

async function materialOf(tx: Tx, session: Session, id: string, day: Day, version: number) {
  const ask = {
    fromDay: formatDay(day - usageLookback - 7 * historyWeeks),
    toDay: formatDay(day),
    methodVersion: version,
    weeks: checkpointMondays(day),
    windows: false,
  };
  const [row] = await readMaterial(tx, session.workspaceId, [id], ask);
  const [file] = await readFiles(tx, session.workspaceId, [id]);
  if (!row || !file) return null;
  const material: AccountMaterial = {
    file: decodeFile(row.file),
    days: row.days.length === 0 ? [] : decodeDays(row.days),
    checkpoints: row.checkpoints,
  };
  return { material, refs: file.refs };
}

/** Who the contacts are and what turned the story, as known at an instant (ms). */
async function storyOf(tx: Tx, workspaceId: string, members: readonly string[], asOf: number, zone: string) {
  const ask = { asOf, types: [...contactTypes, ...turningTypes], ids: null };
  const held = (await heldFacts(tx, workspaceId, members, ask))
    .toSorted((a, b) => a.occurredAt - b.occurredAt || (a.id < b.id ? -1 : 1))
    .map(({ type, body, occurredAt }) => ({
      type,
      body: body as Readonly<Record<string, unknown>>,
      day: dayAt(occurredAt, zone),
    }));
  const contactRoles = new Map<string, string>();
  for (const { body } of held)
    if (typeof body['contact'] === 'string' && typeof body['role'] === 'string')
      contactRoles.set(body['contact'], body['role']);
  return { contactRoles, turns: held.filter((fact) => turningTypes.includes(fact.type)) };
}

/** Opens an account as of a day; refuses with `account-not-found` when there is none, with
 * `account-not-yet` when nothing was known of it then. */
export async function openAccount(
  session: Session,
  accountId: string,
  asOf: string | undefined,
): Promise<OpenedAccount> {
  must(session, 'accounts.read');
  return inWorkspace(session.store, session.workspaceId, async (tx) => {
    if (!isUuid(accountId)) throw new Refusal('account-not-found', { account: accountId });
    const named = await accountById(tx, session.workspaceId, accountId);
    const account = named && (await accountById(tx, session.workspaceId, named.rootId));
    if (!account || !(await isSeen(tx, session, account.accountId)))
      throw new Refusal('account-not-found', { account: accountId });
    const { zone } = (await readSetting(tx, session.workspaceId)).frame;
    const { day, today } = askedDay(asOf, session.now, zone);
    const setting = await decisionSetting(tx, session, day);
    const { method, frame, workspace } = setting;
    const found = await materialOf(tx, session, account.accountId, day, method.version);
    if (!found) throw new Refusal('account-not-found', { account: accountId });
    const { material, refs } = found;
    const running = { frame, method: method.compiled };
    const own = decideAccount(material, day, running, setting.hashed.context);
    if (!own.known) throw new Refusal('account-not-yet', { account: account.name });
    const { profile, past } = own;
    const reads = own.decision.mrrCents === null;
    const hashed = reads ? await medianContext(tx, session.workspaceId, setting.hashed, day) : setting.hashed;
    const alone = reads ? decide(profile, method.compiled, past, hashed.context) : own.decision;
    const waits = await waitsOf(tx, session.workspaceId, [account.accountId], day, hashed.context);
    const decided = shared(alone, waits.get(account.accountId));
    const moved = counterfactual(decided, profile, method.compiled, past);
    const decision = { ...decided, counterfactual: moved };
    const members = (await membersOf(tx, session.workspaceId, [account.accountId])).map(
      (row) => row.accountId,
    );
    const instant = endOfDay(day, zone);
    const evidence = evidenceOf(material, refs, day, setting);
    const ids = [...new Set([...evidence.values()].flat())];
    const facts = await factsByIds(tx, session.workspaceId, members, ids);
    return {
      day,
      today,
      workspace,
      account: await namedAsOf(tx, session.workspaceId, account, instant),
      members,
      method,
      contextHash: hashed.hash,
      profile,
      decision,
      past,
      history: historyOf(material, day, running, firstDay(material, instant, day)),
      evidence,
      facts: new Map(facts.map((fact) => [fact.id, fact])),
      story: await countTimeline(tx, session.workspaceId, members, {
        asOf: instant,
        types: typesOf('all', undefined),
        ids: null,
      }),
      people: await memberNames(tx, session.workspaceId),
      suggested: await openSuggestions(
        tx,
        { workspaceId: session.workspaceId, ids: members, zone },
        profile.suggestions,
        instant,
      ),
      firstValue: (await firstValueAsOf(tx, session.workspaceId, instant)).text,
      ...(await storyOf(tx, session.workspaceId, members, instant, zone)),
    };
  });
}

/** More facts than this behind a figure are what it counts, not what brought it about. */
const causes = 4;

/** Fact id → keys of the active signals it speaks for; figures that only accompany another speak for none. */
export function signalFacts(opened: OpenedAccount): Map<string, string[]> {
  const byFact = new Map<string, string[]>();
  for (const signal of opened.decision.signals) {
    if (signal.muted) continue;
    for (const { leaf } of signal.evidence) {
      const ids = opened.evidence.get(leaf) ?? [];
      // Many facts are what a count was made of: none of them is the cause.
      if (!speaks(leaf) || ids.length > causes) continue;
      for (const id of ids) {
        const keys = byFact.get(id) ?? [];
        if (!keys.includes(signal.key)) keys.push(signal.key);
        byFact.set(id, keys);
      }
    }
  }
  return byFact;
}
