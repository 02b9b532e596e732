// What tests of the verbs share: sessions at an instant, sheets brought as bytes, facts as the door hands them in.
import { startOfDay } from '#base/zone.ts';
import { parseDay, type Day } from '#base/day.ts';
import { randomFrom } from '#base/random.ts';
import { contentHash } from './fact-content.ts';
import { importFiles, type ImportReport } from './import-files.ts';
import { recordLong } from './import-long.ts';
import { longSample } from './long-file.ts';
import { checkFacts, recordFacts, type Recorded } from './record-facts.ts';
import { openAccount } from './open-account.ts';
import { operatorRights, type Session } from './session.ts';
import { fileOptions } from './stage-import.ts';
import { readWeek } from './week.ts';
import type { Store } from '#store/open.ts';

export const zone = 'America/Sao_Paulo';
const hour = 3_600_000;

export function dayOf(text: string): Day {
  const day = parseDay(text);
  if (day === null) throw new Error(text);
  return day;
}

/** Ten in the morning of a day, in the workspace's zone. */
export function at(text: string, hours = 10): number {
  return startOfDay(dayOf(text), zone) + hours * hour;
}

let sessions = 0;
/** A session at 10:00 of a day; ids differ between sessions, and are the same at every run. */
export function session(store: Store, workspaceId: string, day: string, hours = 10): Session {
  sessions += 1;
  const random = randomFrom(`session ${sessions}`);
  return {
    ...operatorRights,
    store,
    workspaceId,
    actor: 'operator',
    door: 'cli',
    now: at(day, hours),
    random,
  };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Imports a sheet; `today` is the day of the file, the session's day when left out. */
export async function bring(
  by: Session,
  bytes: Uint8Array,
  path = 'clientes.csv',
  today?: string,
): Promise<ImportReport> {
  return importFiles(by, [{ path, bytes: once(bytes), today, map: null }], { dryRun: false });
}

/** The same on the way of a table too long to be held, however short it is. */
export async function bringLongTable(
  by: Session,
  bytes: Uint8Array,
  path = 'uso.csv',
  today?: string,
): Promise<ImportReport> {
  const {
    mapOf,
    known: _,
    ...rest
  } = await fileOptions(by, {
    path,
    bytes: once(bytes),
    today,
    map: null,
  });
  const options = { ...rest, map: mapOf(null) };
  const again = { open: () => once(bytes), close: () => Promise.resolve(), size: null };
  const sample = await longSample(again.open, options);
  if (sample === null) throw new Error(`${path} is no table of usage.`);
  const file = { sample, bytes: again, options };
  const { report, committed: done } = await recordLong(by, file, () => undefined, undefined);
  if (done === null) throw new Error(JSON.stringify(report.problems));
  const { recorded, duplicate, byKind, accounts, id } = done;
  return { files: [report], facts: { recorded, duplicate, byKind }, accounts, imports: [id] };
}

/** Records facts as the door hands them in. */
export async function record(by: Session, facts: readonly unknown[]): Promise<Recorded> {
  const recorded = await recordFacts(by, checkFacts(facts), null);
  if ('kept' in recorded) throw new Error('An answer was kept without a key.');
  return recorded;
}

/** Opens every account of a base as of a day and answers what its health was made of. */
export async function assessments(by: Session, asOf?: string) {
  const week = await readWeek(by, asOf);
  const opened = [];
  for (const { id } of week.accounts) opened.push((await openAccount(by, id, asOf)).decision.assessment);
  return opened;
}

/** Types whose number differs, with the difference. */
export function difference(
  before: Readonly<Record<string, number>>,
  after: Readonly<Record<string, number>>,
): Record<string, number> {
  const changed: Record<string, number> = {};
  for (const type of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const n = (after[type] ?? 0) - (before[type] ?? 0);
    if (n !== 0) changed[type] = n;
  }
  return changed;
}

/** Short prints of everything a customer's page rests on as of a day, by part: equal prints mean equal pages. */
export async function pagePrints(by: Session, id: string, asOf: string): Promise<Record<string, string>> {
  const opened = await openAccount(by, id, asOf);
  const { account, profile, decision, past, history, story } = opened;
  const lists = { evidence: [...opened.evidence], facts: [...opened.facts] };
  const parts = {
    name: account.name,
    taxId: account.taxId,
    profile,
    decision,
    past,
    history,
    story,
    ...lists,
  };
  return Object.fromEntries(Object.entries(parts).map(([part, value]) => [part, contentHash(value)]));
}

/** Every page of the week's list of a day, by account id. */
export async function allPrints(by: Session, asOf: string): Promise<Record<string, Record<string, string>>> {
  const pages: Record<string, Record<string, string>> = {};
  for (const { id } of (await readWeek(by, asOf)).accounts) pages[id] = await pagePrints(by, id, asOf);
  return pages;
}

/** Prints of the week's lines of a day, in the week's order; contexts, which only name a computation, left out. */
export async function weekPrints(by: Session, asOf: string | undefined): Promise<unknown> {
  const { day, accounts, ready } = await readWeek(by, asOf);
  return { day, lines: accounts.map((each) => [each.id, contentHash(each)]), ready };
}
