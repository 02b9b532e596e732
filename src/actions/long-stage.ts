// A table of usage of any length on its way in: every row read once, staged by COPY, told apart in the store, and what became
// of each counted. Nothing is a fact yet; the transaction may be taken back to have looked only.
import { createHmac, hash } from 'node:crypto';
import { formatDay, parseDay, type Day } from '#base/day.ts';
import { uuidv7 } from '#base/id.ts';
import { ownText } from '#base/text.ts';
import { dayAt } from '#base/zone.ts';
import type { AccountKey } from '#domain/facts/envelope.ts';
import type { FactBody } from '#domain/facts/catalogue.ts';
import { coverage } from '#connectors/sheet/coverage.ts';
import type { FactDraft as SheetDraft, RowFacts } from '#connectors/sheet/draft.ts';
import { filewide, said } from '#connectors/sheet/import-sheet.ts';
import { type LongReading, longKeys, type LongRow, longRows } from '#connectors/sheet/long-rows.ts';
import type { SheetLocale } from '#connectors/sheet/messages.ts';
import type { RowProblem } from '#connectors/sheet/read-row.ts';
import { type FileReport, mappingOf } from '#connectors/sheet/report.ts';
import type { TableItem } from '#connectors/sheet/table.ts';
import type { Tx } from '#store/in-workspace.ts';
import {
  eventText,
  periodText,
  refusedText,
  sortStage,
  stageCounts,
  stagedAmong,
  stagedKeys,
  stagedPeriods,
  stagedSpan,
  stageUsage,
  type StagedDay,
  type StageKind,
} from '#store/usage-stage.ts';
import { usageKey } from '#store/usage.ts';
import { dated } from './brought.ts';
import { factHash } from './fact-content.ts';
import type { FactDraft } from './fact-draft.ts';
import { userHasher } from './ingest-usage.ts';
import type { Session } from './session.ts';

export type LongSource = {
  /** As the report names the file. */
  readonly path: string;
  /** Day of the file. */
  readonly day: Day;
  readonly reading: LongReading;
  /** The rows of the file from its beginning, each time anew. */
  readonly open: () => AsyncIterable<readonly TableItem[]>;
  readonly locale: SheetLocale;
};
/** A customer that rows name, and the key by which the stage knows it. */
export type NamedAccount = {
  readonly key: number;
  readonly keys: readonly AccountKey[];
  readonly name: string;
};
export type StagedLong = {
  readonly report: FileReport;
  /** False when something must be settled first, or when there is nothing to record. */
  readonly ready: boolean;
  readonly named: readonly NamedAccount[];
  /** What the file covers: of the workspace, or of the one customer it is about. */
  readonly covers: readonly SheetDraft[];
};

/** Problems that a report names; the counts are whole. */
const namedProblems = 1000;

type Event = 'usage-tracked';
type Period = 'usage-period-reported';
type Told = { readonly problem: RowProblem; readonly refused: boolean };
type Heard = { readonly named: NamedAccount[]; readonly told: Told[] };
type Place = { row: number; part: number; said: number; same: string; key: number };
/** Writes lines of facts, and knows the days that they are of. */
type Liner = {
  readonly kind: StageKind;
  readonly lineOf: (draft: SheetDraft, place: Place) => string;
  readonly days: () => readonly StagedDay[];
};

/** What one fact of a row is on the stage: the same content, times and identity as on the way of a short sheet. */
function liner(session: Session, source: LongSource, zone: string, hashOf: (user: string) => string): Liner {
  const { now, random } = session;
  const at = { file: source.day, today: dayAt(now, zone), zone };
  const days = new Map<number, StagedDay>();
  const dayOf = (on: Day, draft: FactDraft): StagedDay => {
    const period = draft.type === 'usage-period-reported' ? (draft.body as FactBody<Period>) : null;
    const knownAt = Math.min(draft.knownAt ?? now, now);
    const day = {
      at: on,
      day: period?.to ?? formatDay(dayAt(draft.occurredAt, zone)),
      knownDay: formatDay(dayAt(knownAt, zone)),
      occurredAt: draft.occurredAt,
      knownAt,
      hindsight: draft.hindsight,
    };
    days.set(on, day);
    return day;
  };
  const lineOf = (sheetDraft: SheetDraft, place: Place): string => {
    const draft = dated(sheetDraft, null, at);
    // All that is told of one day was known at one time: the file's day and its delay decide it.
    const { at: on } = days.get(sheetDraft.occurredOn) ?? dayOf(sheetDraft.occurredOn, draft);
    const line = { ...place, externalId: draft.externalId, contentHash: factHash(draft), at: on };
    if (draft.type === 'usage-period-reported') {
      const { metric, value, from, how } = draft.body as FactBody<Period>;
      return periodText({ ...line, name: metric, value, first: from, how, factId: uuidv7(now, random) });
    }
    const { event, value, user, session: visit, department, minutes } = draft.body as FactBody<Event>;
    return eventText({
      ...line,
      name: event,
      value,
      userHash: user === undefined ? null : hashOf(user),
      session: visit ?? null,
      department: department ?? null,
      minutes: minutes ?? null,
    });
  };
  const kind = source.reading.plan.table === 'usage' ? 'period' : 'event';
  return { kind, lineOf, days: () => [...days.values()] };
}

/** Customers by the keys that name them: each combination once, in the order of the file. */
function namer(named: NamedAccount[]): (row: LongRow) => number {
  const places = new Map<string, number>();
  // Plain rows of one customer share their keys.
  const met = new WeakMap<LongRow['keys'], number>();
  const placeOf = ({ keys, name }: LongRow): number => {
    const text = keys.map(({ key }) => key).join('\n');
    const known = places.get(text);
    if (known !== undefined) return known;
    const key = named.length;
    places.set(text, key);
    const own = keys.map((one) => ({ ...one, key: ownText(one.key) }));
    named.push({ key, keys: own, name: ownText(name ?? keys[0]?.key ?? '') });
    return key;
  };
  return (row) => {
    const known = met.get(row.keys);
    if (known !== undefined) return known;
    const key = placeOf(row);
    met.set(row.keys, key);
    return key;
  };
}

function rowText(row: LongRow, heard: Heard, keyOf: (row: LongRow) => number, to: Liner): string {
  const refused = row.facts.length === 0;
  if (heard.told.length < namedProblems)
    for (const problem of row.problems) heard.told.push({ problem, refused });
  const same = row.content === null ? null : hash('md5', row.content, 'hex');
  const place = { row: row.row, said: row.problems.length };
  if (refused || same === null) return refusedText({ ...place, same }, to.kind);
  const key = keyOf(row);
  let text = '';
  for (const [part, fact] of row.facts.entries()) text += to.lineOf(fact, { ...place, part, same, key });
  return text;
}

/** Periods, or first and last day, as drafts: what a cover is read from. */
async function told(tx: Tx, reading: LongReading): Promise<readonly SheetDraft[]> {
  const draft = (type: string, day: string, body: object): SheetDraft =>
    ({ type, body, occurredOn: parseDay(day) ?? 0 }) as unknown as SheetDraft;
  if (reading.plan.table === 'usage')
    return (await stagedPeriods(tx)).map(({ name, how, first, day }) =>
      draft('usage-period-reported', day, { metric: name, how, from: first, to: day }),
    );
  const span = await stagedSpan(tx);
  return span === null ? [] : [span.from, span.to].map((day) => draft('usage-tracked', day, {}));
}

async function coversOf(tx: Tx, reading: LongReading, named: readonly NamedAccount[]) {
  const firsts = [...new Map(named.map(({ keys }) => [keys[0]?.key, keys])).values()].slice(0, 2);
  const facts = await told(tx, reading);
  const rows = firsts.map((keys, at): RowFacts => {
    return { row: at, keys, name: null, facts: at === 0 ? facts : [], people: [] };
  });
  return coverage(rows, reading.plan.table, reading.context);
}

/** The problems that stand, by row: rows that were told before took theirs with them. */
async function problemsOf(tx: Tx, heard: Heard, twice: readonly RowProblem[]): Promise<Told[]> {
  const rows = heard.told.map(({ problem }) => problem.row);
  const standing = await stagedAmong(tx, [...new Set(rows)]);
  return [
    ...heard.told.filter(({ problem }) => standing.has(problem.row)),
    ...twice.map((problem) => ({ problem, refused: true })),
  ]
    .toSorted((a, b) => a.problem.row - b.problem.row)
    .slice(0, namedProblems);
}

/** Reads a file and stages it; `step` hears of the rows read, and what it throws ends the reading. */
export async function stageLong(
  tx: Tx,
  session: Session,
  source: LongSource,
  zone: string,
  step: (rows: number) => void = () => undefined,
): Promise<StagedLong> {
  const { reading, locale } = source;
  const fresh = (): string =>
    createHmac('sha256', String(session.random())).update(String(session.random())).digest('hex');
  const hashOf = userHasher(await usageKey(tx, session.workspaceId, fresh));
  const heard: Heard = { named: [], told: [] };
  const tally = { rows: 0, blank: 0, total: 0, duplicates: 0 };
  const [keyOf, to] = [namer(heard.named), liner(session, source, zone, hashOf)];
  const book = await longKeys(source.open, reading);
  async function* lines(): AsyncGenerator<string> {
    for await (const rows of longRows(source.open(), reading, book, tally)) {
      step(tally.rows);
      let text = '';
      for (const row of rows) text += rowText(row, heard, keyOf, to);
      yield text;
    }
  }
  await stageUsage(tx, to.kind, lines(), to.days);
  const sorted = await sortStage(tx, namedProblems);
  const counts = await stageCounts(tx);
  const keys = new Set(await stagedKeys(tx));
  const named = heard.named.filter(({ key }) => keys.has(key));
  const twice = sorted.twiceRows.map((row): RowProblem => ({ ...row, column: null, code: 'record_twice' }));
  const problems = await problemsOf(tx, heard, twice);
  const unlisted = counts.said + sorted.twice - problems.length;
  const { plan } = reading;
  const report: FileReport = {
    path: source.path,
    table: plan.table,
    rows: tally.rows,
    mapping: mappingOf(plan),
    skipped: { blank: tally.blank, total: tally.total },
    duplicates: tally.duplicates + sorted.duplicates,
    accepted: counts.accepted,
    refused: counts.refused + sorted.twice,
    problems: [
      ...filewide(plan, locale),
      ...problems.map(({ problem, refused }) => said(problem, refused, locale)),
    ],
    ...(unlisted > 0 ? { unlisted } : {}),
  };
  const ready = plan.asks.length === 0 && plan.missing.length === 0 && counts.accepted > 0;
  return { report, ready, named, covers: await coversOf(tx, reading, named) };
}
