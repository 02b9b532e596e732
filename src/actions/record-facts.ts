// Records facts that arrive through a door and decides the accounts they touch, all in one transaction.
// Usage is rolled up and marks its account; every other fact decides at once.
import { dayAt } from '#base/zone.ts';
import { factInput, type FactInput } from '#domain/facts/envelope.ts';
import type { Decision } from '#domain/decision.ts';
import { specOf } from '#domain/facts/catalogue.ts';
import { ownedBy } from '#store/files.ts';
import { inWorkspace, type Tx } from '#store/in-workspace.ts';
import { lockAccounts } from '#store/locks.ts';
import { readWorkspace } from '#store/workspaces.ts';
import { insertAudit } from '#store/audit.ts';
import { uuidv7 } from '#base/id.ts';
import { answeredOnce } from './answered-once.ts';
import { checkCustom } from './custom-fields.ts';
import { decideToday } from './decide-today.ts';
import type { FactDraft, FactOutcome } from './fact-draft.ts';
import { forgetFirm, historyFrom } from './history.ts';
import { ingestUsage } from './ingest-usage.ts';
import { coverLiveUsage } from './live-coverage.ts';
import { dropCheckpoints } from '#store/checkpoints.ts';
import { refold } from './refold.ts';
import { Refusal } from './refusal.ts';
import { resolveAccounts, type WantedAccount } from './resolve-accounts.ts';
import { must, type Session } from './session.ts';
import { writeFacts, type Writer, type Written } from './write-facts.ts';
import { writeWorkspaceFacts } from './write-workspace-facts.ts';
import { readSetting } from './workspace-setting.ts';

export type RecordedFact = {
  readonly externalId: string;
  readonly status: FactOutcome;
  readonly factId: string | null;
};
export type Recorded = {
  readonly results: readonly RecordedFact[];
  readonly decided: readonly { readonly id: string; readonly name: string; readonly decision: Decision }[];
};

/** Paths of texts that no database can hold. */
function unstorableTexts(value: unknown, path: readonly string[]): (readonly string[])[] {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed() ? [path] : [];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    ...unstorableTexts(key, [...path, JSON.stringify(key)]),
    ...unstorableTexts(inner, [...path, key]),
  ]);
}

/** Whether a batch may hold such a text: in JSON both are written as escapes. */
function mayBeUnstorable(inputs: readonly unknown[]): boolean {
  return /\\u(?:0000|d[89a-f])/i.test(JSON.stringify(inputs));
}

/** Checks facts at the door against their schemas; every wrong field is named. */
export function checkFacts(inputs: readonly unknown[]): FactInput[] {
  const wrong: { path: string; code: string; message: string }[] = [];
  const doubtful = mayBeUnstorable(inputs);
  const checked = inputs.map((input, i) => {
    for (const path of doubtful ? unstorableTexts(input, ['facts', String(i)]) : [])
      wrong.push({ path: path.join('.'), code: 'character', message: 'NUL, or half of a surrogate pair' });
    const result = factInput.safeParse(input);
    if (result.success) return result.data as unknown as FactInput;
    for (const issue of result.error.issues)
      wrong.push({ path: ['facts', i, ...issue.path].join('.'), code: issue.code, message: issue.message });
    return null;
  });
  if (wrong.length > 0) throw new Refusal('fact-invalid', { count: wrong.length }, wrong);
  return checked.filter((input) => input !== null);
}

async function accountIds(tx: Tx, writer: Writer, inputs: readonly FactInput[]): Promise<(string | null)[]> {
  const wanted: WantedAccount[] = [];
  for (const { account } of inputs) {
    if (!account || 'id' in account) continue;
    wanted.push({
      keys: [{ source: account.source, key: account.key, by: 'external-id' }],
      name: account.key,
    });
  }
  const { ids } = await resolveAccounts(tx, writer, wanted);
  let next = 0;
  return inputs.map(({ account }) =>
    !account ? null : 'id' in account ? account.id : (ids[next++] ?? null),
  );
}

function draftOf(input: FactInput, accountId: string | null, now: number): FactDraft {
  const occurredAt = input.occurredAt === undefined ? now : Date.parse(input.occurredAt);
  const knownAt = input.knownAt === undefined ? null : Date.parse(input.knownAt);
  const specific = specOf(input.type).workspace === true || input.type === 'source-covered';
  if (accountId === null && !specific)
    throw new Refusal('fact-invalid', { type: input.type, field: 'account' });
  return {
    accountId,
    type: input.type,
    body: input.body as Readonly<Record<string, unknown>>,
    occurredAt,
    knownAt,
    correctedAt: knownAt,
    hindsight: knownAt !== null && knownAt < now,
    dated: input.occurredAt !== undefined,
    source: input.source,
    externalId: input.externalId,
  };
}

/** Refuses facts of customers that who tells them does not see, as if there were none, and facts of the firm itself. */
async function checkSeen(
  tx: Tx,
  session: Session,
  inputs: readonly FactInput[],
  ids: readonly (string | null)[],
  roots: ReadonlyMap<string, string>,
): Promise<void> {
  if (session.sees === null) return;
  const asked = new Set(ids.flatMap((id) => (id === null ? [] : (roots.get(id) ?? id))));
  const seen = new Set(await ownedBy(tx, session.workspaceId, [...asked], session.sees));
  for (const [i, id] of ids.entries()) {
    if (id === null) throw new Refusal('not-allowed', { capability: 'method.write' });
    const root = roots.get(id) ?? id;
    const account = inputs[i]?.account;
    const named = account && 'key' in account ? account.key : id;
    if (!seen.has(root)) throw new Refusal('account-not-found', { account: named });
  }
}

/** Records facts and decides what they touch, inside the caller's transaction. */
export async function recordIn(tx: Tx, session: Session, inputs: readonly FactInput[]): Promise<Recorded> {
  const writer: Writer = { ...session, importId: null };
  await checkCustom(tx, session.workspaceId, inputs, session.now);
  const workspace = await readWorkspace(tx);
  if (!workspace) throw new Refusal('workspace-not-found', { workspace: session.workspaceId });
  const { zone } = workspace;
  const ids = await accountIds(tx, writer, inputs);
  const drafts = inputs.map((input, i) => draftOf(input, ids[i] ?? null, session.now));
  const roots = await lockAccounts(tx, session.workspaceId, [...new Set(ids.filter((id) => id !== null))]);
  const missing = ids.find((id) => id !== null && !roots.has(id));
  if (missing !== undefined) throw new Refusal('account-not-found', { account: missing });
  await checkSeen(tx, session, inputs, ids, roots);
  const ofAccount = (draft: FactDraft): draft is FactDraft & { accountId: string } =>
    draft.accountId !== null;
  const usage = drafts.filter(ofAccount).filter((draft) => draft.type === 'usage-tracked');
  const facts = drafts.filter(ofAccount).filter((draft) => draft.type !== 'usage-tracked');
  const firm = await writeWorkspaceFacts(
    tx,
    writer,
    drafts.filter((draft) => draft.accountId === null),
  );
  const tracked = await ingestUsage(tx, writer, usage, zone);
  await coverLiveUsage(tx, writer, tracked, zone);
  const written = [...(await writeFacts(tx, writer, facts)), ...firm, ...tracked];
  const touched = changedRoots(written, roots);
  await refold(tx, session.workspaceId, zone, touched);
  await dropCheckpoints(tx, session.workspaceId, historyFrom(written, roots, zone));
  await forgetFirm(tx, session.workspaceId, firm, { today: dayAt(session.now, zone), zone });
  // Read last: what this batch told of the firm itself is in the decisions of the same batch.
  const decided =
    touched.length === 0
      ? []
      : await decideToday(tx, session, touched, await readSetting(tx, session.workspaceId));
  const outcome = new Map(written.map((row) => [row.draft, row]));
  const results = drafts.map((draft) => ({
    externalId: draft.externalId,
    status: outcome.get(draft)?.outcome ?? 'recorded',
    factId: outcome.get(draft)?.factId ?? null,
  }));
  await insertAudit(tx, session.workspaceId, {
    auditId: uuidv7(session.now, session.random),
    at: session.now,
    actor: session.actor,
    door: session.door,
    verb: 'record-facts',
    detail: { facts: inputs.length, accounts: touched.length },
  });
  return {
    results,
    decided: decided.map(({ material, decided: done }) => ({
      id: material.accountId,
      name: material.name,
      decision: done.decision,
    })),
  };
}

/** Accounts (as they are read) whose facts changed; usage alone changes no file. */
function changedRoots(written: readonly Written[], roots: ReadonlyMap<string, string>): string[] {
  const changed = new Set<string>();
  for (const { outcome, draft } of written) {
    if (draft.accountId === null || draft.type === 'usage-tracked') continue;
    if (outcome === 'recorded' || outcome === 'revised')
      changed.add(roots.get(draft.accountId) ?? draft.accountId);
  }
  return [...changed].sort();
}

/**
 * Records facts, all or none, and answers what became of each and what was decided. With an idempotency key the
 * same request is answered from memory for seven days; another body under the same key is refused.
 */
export async function recordFacts<A>(
  session: Session,
  inputs: readonly FactInput[],
  idempotency: { key: string; request: unknown; answer: (recorded: Recorded) => A } | null,
): Promise<Recorded | { kept: A }> {
  must(session, 'facts.write');
  return inWorkspace(session.store, session.workspaceId, async (tx) => {
    if (!idempotency) return recordIn(tx, session, inputs);
    const { answer: told } = idempotency;
    const { answer } = await answeredOnce(tx, session, idempotency, async () =>
      told(await recordIn(tx, session, inputs)),
    );
    return { kept: answer };
  });
}
