// The sample base, loaded into a workspace of its own and taken away again. It passes the verbs that every fact passes; only
// the times at which its facts were known are those of the story, not of the load. A firm's own base never meets it.
import { uuidv7 } from '#base/id.ts';
import { dayAt } from '#base/zone.ts';
import { formatDay, type Day } from '#base/day.ts';
import { specOf } from '#domain/facts/catalogue.ts';
import { sampleExtras } from '#sample/extras.ts';
import { sampleFirm } from '#sample/firm.ts';
import { sampleAccounts, sampleFirmFacts } from '#sample/generate.ts';
import { ownNames } from '#sample/names.ts';
import { sampleLimits, type SampleAccount, type SampleFact, type SampleShape } from '#sample/shape.ts';
import type { Truth } from '#sample/truth.ts';
import { countAccounts } from '#store/accounts.ts';
import { insertAudit } from '#store/audit.ts';
import { codeOf } from '#store/errors.ts';
import { countShortTables } from '#store/bulk.ts';
import { inWorkspace, type Tx } from '#store/in-workspace.ts';
import { enqueue } from '#store/jobs.ts';
import { lockAccounts } from '#store/locks.ts';
import { bindContacts, ensurePeople } from '#store/people.ts';
import type { Store } from '#store/open.ts';
import { removeSampleRows, setSettings } from '#store/sample.ts';
import { createWorkspace, listWorkspaces, type NewWorkspace, type Workspace } from '#store/workspaces.ts';
import { ensureList } from './ensure-list.ts';
import type { FactDraft } from './fact-draft.ts';
import { ingestUsage } from './ingest-usage.ts';
import { refold } from './refold.ts';
import { Refusal } from './refusal.ts';
import { resolveAccounts } from './resolve-accounts.ts';
import { operatorRights, type Rights, type Session } from './session.ts';
import { writeFacts, type Writer } from './write-facts.ts';
import { writeWorkspaceFacts } from './write-workspace-facts.ts';

export type SampleAsk = {
  readonly accounts: number;
  readonly months: number;
  readonly seed: number;
  /** Null: today in the firm's zone. */
  readonly today: Day | null;
};
export type SampleLoaded = {
  readonly workspace: string;
  readonly name: string;
  readonly accounts: number;
  readonly facts: number;
  /** Events of usage among them. */
  readonly usage: number;
  readonly today: string;
};
/** Told while it loads: accounts written so far. */
export type SampleProgress = (done: number, of: number) => void;
/** Who loads, without a workspace: it is made. */
export type SampleDoor = Omit<Session, 'workspaceId' | keyof Rights>;

const zone = 'America/Sao_Paulo';
const name = `${sampleFirm.name} (exemplo)`;
/** Accounts written in one transaction. */
const atOnce = 40;

/** The sample workspace, or null. */
export async function findSample({ store }: Pick<SampleDoor, 'store'>): Promise<Workspace | null> {
  return (await listWorkspaces(store)).find(isWhole) ?? null;
}

/** A sample whose load was broken off by the end of its process is none. */
const isWhole = ({ sample, settings }: Workspace): boolean => sample && settings['loading'] !== true;

/** Takes the sample away with all that is in it; answers whether there was one. */
export async function removeSample(door: SampleDoor): Promise<boolean> {
  const samples = (await listWorkspaces(door.store)).filter(({ sample }) => sample);
  for (const { id } of samples) await inWorkspace(door.store, id, removeSampleRows);
  return samples.some(isWhole);
}

/** A firm with customers of its own does not get invented ones beside them. */
async function refuseBesideCustomers({ store }: SampleDoor): Promise<void> {
  for (const { id, slug, sample } of await listWorkspaces(store)) {
    const accounts = sample ? 0 : await inWorkspace(store, id, (tx) => countAccounts(tx, id));
    if (accounts > 0) throw new Refusal('sample-beside-customers', { workspace: slug, accounts });
  }
}

function shapeOf(door: SampleDoor, ask: SampleAsk): SampleShape {
  const now = dayAt(door.now, zone);
  const today = ask.today ?? now;
  // What nobody could know yet cannot be recorded.
  if (today > now) throw new Refusal('day-in-future', { value: formatDay(today), today: formatDay(now) });
  const fits = (value: number, most: number): boolean =>
    Number.isInteger(value) && value >= 1 && value <= most;
  if (!fits(ask.accounts, sampleLimits.accounts) || !fits(ask.months, sampleLimits.months))
    throw new Refusal('sample-size', { accounts: sampleLimits.accounts, months: sampleLimits.months });
  return { accounts: ask.accounts, months: ask.months, seed: ask.seed, today, zone };
}

/**
 * Loads the sample base in place of an older one and decides its list. What fails half-way leaves no half of it.
 * @param told gets the planted truth of each account, in order; it is nowhere in the base
 */
export async function loadSample(
  door: SampleDoor,
  ask: SampleAsk,
  progress: SampleProgress = () => undefined,
  told: (truth: Truth) => void = () => undefined,
): Promise<SampleLoaded> {
  const shape = shapeOf(door, ask);
  await refuseBesideCustomers(door);
  await removeSample(door);
  const workspaceId = uuidv7(door.now, door.random);
  const { slug, settings } = sampleFirm;
  await open(door.store, {
    id: workspaceId,
    slug,
    name,
    createdAt: door.now,
    settings: { ...settings, loading: true },
    sample: true,
  });
  const session: Session = { ...operatorRights, ...door, workspaceId };
  try {
    const count = await fill(session, shape, progress, told);
    await ensureList(session, dayAt(door.now, zone), false);
    await inWorkspace(door.store, workspaceId, (tx) => setSettings(tx, settings));
    return { workspace: slug, name, ...count, today: formatDay(shape.today) };
  } catch (error) {
    await inWorkspace(door.store, workspaceId, removeSampleRows);
    throw error;
  }
}

/** Two loads at once would be one too many: the slug is there once. */
async function open(store: Store, made: NewWorkspace): Promise<void> {
  try {
    await createWorkspace(store, made);
  } catch (error) {
    throw codeOf(error) === '23505' ? new Refusal('sample-busy') : error;
  }
}

async function fill(
  session: Session,
  shape: SampleShape,
  progress: SampleProgress,
  told: (truth: Truth) => void,
): Promise<{ accounts: number; facts: number; usage: number }> {
  const writer: Writer = { ...session, importId: null };
  const firm = sampleFirmFacts(shape).map((fact) => draftOf(fact, null));
  await inWorkspace(session.store, session.workspaceId, async (tx) => {
    await writeWorkspaceFacts(tx, writer, firm);
    await keepTeam(tx, writer);
  });
  const count = { accounts: 0, facts: firm.length, usage: 0 };
  let batch: SampleAccount[] = [];
  const flush = async (): Promise<void> => {
    const written = await inWorkspace(session.store, session.workspaceId, (tx) =>
      writeBatch(tx, writer, batch),
    );
    // The planner must know that the tables are no longer empty.
    if (count.accounts === 0) await inWorkspace(session.store, session.workspaceId, countShortTables);
    count.accounts += batch.filter(({ customer }) => customer).length;
    count.facts += written.facts;
    count.usage += written.usage;
    batch = [];
    progress(Math.min(count.accounts, shape.accounts), shape.accounts);
  };
  for (const account of sampleAccounts(shape)) {
    told(account.truth);
    batch.push(account);
    if (batch.length >= atOnce) await flush();
  }
  batch.push(...sampleExtras(shape));
  await flush();
  await inWorkspace(session.store, session.workspaceId, (tx) => close(tx, session, shape, count));
  return count;
}

async function close(tx: Tx, session: Session, shape: SampleShape, count: object): Promise<void> {
  const { workspaceId, now, actor, door } = session;
  await enqueue(tx, 'scan-identity', workspaceId);
  const { accounts, months, seed, today } = shape;
  const detail = { ...count, asked: { accounts, months, seed, today: formatDay(today) } };
  const auditId = uuidv7(now, session.random);
  await insertAudit(tx, workspaceId, { auditId, at: now, actor, door, verb: 'load-sample', detail });
}

async function keepTeam(tx: Tx, writer: Writer): Promise<void> {
  const rows = Object.entries(ownNames).map(([key, person]) => ({
    personId: uuidv7(writer.now, writer.random),
    side: 'ours' as const,
    key,
    name: person,
    email: `${key}@prumo.example`,
    phone: null,
  }));
  await ensurePeople(tx, writer.workspaceId, rows, writer.now);
}

function draftOf<A extends string | null>(
  fact: SampleFact,
  accountId: A,
): FactDraft & { readonly accountId: A } {
  const { type, occurredAt, knownAt, hindsight, source, externalId } = fact;
  const body = specOf(type).body.parse(fact.body);
  return {
    accountId,
    type,
    body,
    occurredAt,
    knownAt,
    correctedAt: knownAt,
    hindsight,
    dated: true,
    source,
    externalId,
  };
}

/** Some accounts with their people and facts, wholly or not at all. */
async function writeBatch(
  tx: Tx,
  writer: Writer,
  accounts: readonly SampleAccount[],
): Promise<{ facts: number; usage: number }> {
  const wanted = accounts.map((account) => ({
    keys: [{ source: 'exemplo', key: account.key, by: 'external-id' }],
    name: account.name,
    waits: !account.customer,
  }));
  const { ids } = await resolveAccounts(tx, writer, wanted);
  await lockAccounts(tx, writer.workspaceId, ids);
  await keepContacts(tx, writer, accounts, ids);
  const drafts = accounts.flatMap(({ facts }, i) => facts.map((fact) => draftOf(fact, ids[i] as string)));
  const usage = drafts.filter(({ type }) => type === 'usage-tracked');
  const facts = drafts.filter(({ type }) => type !== 'usage-tracked');
  await writeFacts(tx, writer, facts);
  await ingestUsage(tx, writer, usage, zone);
  await refold(tx, writer.workspaceId, zone, ids);
  return { facts: drafts.length, usage: usage.length };
}

async function keepContacts(
  tx: Tx,
  writer: Writer,
  accounts: readonly SampleAccount[],
  ids: readonly string[],
): Promise<void> {
  const { workspaceId, now, random } = writer;
  const rows = accounts.flatMap(({ people }) =>
    people.map(({ key, name: person, email }) => ({
      personId: uuidv7(now, random),
      side: 'theirs' as const,
      key,
      name: person,
      email,
      phone: null,
    })),
  );
  await ensurePeople(tx, workspaceId, rows, now);
  const contacts = accounts.flatMap(({ people }, i) =>
    people.map(({ key }) => ({ accountId: ids[i] as string, contactKey: key, key })),
  );
  await bindContacts(tx, workspaceId, contacts);
}
