// For tests: kills processes with -9 in the middle of imports and of ingest, and checks what is left of it.
// The witness is what the children printed after an acknowledgement: it lies outside the base.
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { sql } from 'kysely';
import { cnpjOf, sample, sheetBytes } from '#actions/testing-sheet.ts';
import { rebuild } from '#actions/rebuild.ts';
import { operatorRights } from '#actions/session.ts';
import { chooseWorkspace } from '#actions/workspaces.ts';
import { gone, perene, says, started } from '#cli/testing.ts';
import { prepareCluster } from '#store/embedded-cluster.ts';
import type { Home } from '#store/home.ts';
import { openStore, type Store } from '#store/open.ts';
import { rows } from '#store/testing-forms.ts';
import { postmasterOf } from '#store/testing-home.ts';

export const victims = ['node', 'postgres', 'both'] as const;
export type Victim = (typeof victims)[number];
export type Tally = {
  rounds: number;
  /** Facts acknowledged to a child, and imports that said they were done, before and after the kill. */
  acknowledged: number;
  importsWhole: number;
  importsAbsent: number;
  /** From the kill until the base answered again (ms). */
  recoveryMs: number[];
};

const customers = 40;
const src = new URL('../../src/', import.meta.url).href;

/** Posts batches for ever and prints the outside ids of each after its acknowledgement. */
function ingester(home: string, round: string): ChildProcess {
  const source = `
    import { openStore } from '${src}store/open.ts';
    import { chooseWorkspace } from '${src}actions/workspaces.ts';
    import { checkFacts, recordFacts } from '${src}actions/record-facts.ts';
    import { operatorRights } from '${src}actions/session.ts';
    const store = await openStore({ home: ${JSON.stringify(home)}, now: Date.now() });
    const { id } = await chooseWorkspace(store, undefined, Date.now(), Math.random);
    for (let batch = 0; ; batch += 1) {
      const facts = Array.from({ length: 12 }, (_, i) => {
        const of = { source: 'crash', externalId: '${round}-' + batch + '-' + i, account: { source: 'crash', key: 'k' + (i % 5) } };
        return i % 3 === 0
          ? { ...of, type: 'note-written', body: { text: 'nota ' + batch } }
          : { ...of, type: 'usage-tracked', body: { user: 'p' + i, event: 'login' }, occurredAt: new Date(Date.now() - 86400000).toISOString() };
      });
      try {
        const now = Date.now();
        await recordFacts({ ...operatorRights, store, workspaceId: id, actor: 'crash', door: 'api', now, random: Math.random }, checkFacts(facts), null);
        process.stdout.write('acked ' + facts.map((fact) => fact.externalId).join(' ') + '\\n');
      } catch (error) {
        process.stderr.write('not acked: ' + error.message + '\\n');
        // Told again until it is acknowledged: a repeated batch must count once.
        batch -= 1;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }`;
  return spawn(process.execPath, ['--input-type=module', '-e', source], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** A sheet of customers that only this round knows. */
function sheetOf(folder: string, round: number): string {
  const path = join(folder, `rodada ${round}.csv`);
  const made = sample(customers, `crash ${round}`, 20_450).rows;
  const named = made.map((row, i) => ({
    ...row,
    Cliente: `Rodada ${round} Cliente ${i}`,
    CNPJ: cnpjOf(round * 1000 + i + 1),
  }));
  writeFileSync(path, sheetBytes(named));
  return path;
}

async function kill(victim: Victim, home: Home, children: readonly ChildProcess[]): Promise<void> {
  const postmaster = postmasterOf((await prepareCluster(home, false)).data);
  if (victim !== 'node') process.kill(postmaster, 'SIGKILL');
  if (victim !== 'postgres') for (const child of children) child.kill('SIGKILL');
}

/** Lines a process has printed so far that begin with a word. */
function witness(child: ChildProcess, word: string): () => string[] {
  let said = '';
  child.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  // A line cut off by the kill acknowledged nothing.
  return () =>
    said
      .split('\n')
      .slice(0, -1)
      .filter((line) => line.startsWith(word));
}

/** One kill in the middle of an import and of ingest, and the check of everything told so far. */
async function round(
  home: Home,
  folder: string,
  n: number,
  victim: Victim,
  delay: number,
  acked: Set<string>,
  tally: Tally,
) {
  const ingest = ingester(home.path, `${victim}${n}`);
  const lines = witness(ingest, 'acked ');
  const bring = await says(ingest, /acked /).then(
    () => started(home.path, ['import', sheetOf(folder, n), '--json']),
    (error: unknown) => {
      ingest.kill('SIGKILL');
      throw error;
    },
  );
  try {
    const report = witness(bring, '{');
    await new Promise((resolve) => setTimeout(resolve, delay));
    await kill(victim, home, [ingest, bring]);
    await afterwards(home, n, victim, { ingest, bring, lines, report }, acked, tally);
  } finally {
    // An ingester goes on for ever: one that is left behind keeps the whole run from ending.
    for (const child of [ingest, bring]) child.kill('SIGKILL');
  }
}

type Witnesses = {
  ingest: ChildProcess;
  bring: ChildProcess;
  lines: () => string[];
  report: () => string[];
};

/** Opens the base again after the kill and checks everything told so far. */
async function afterwards(
  home: Home,
  n: number,
  victim: Victim,
  { ingest, bring, lines, report }: Witnesses,
  acked: Set<string>,
  tally: Tally,
): Promise<void> {
  const killed = performance.now();
  const store = await openStore({ home: home.path, now: Date.now() });
  try {
    const { id } = await chooseWorkspace(store, undefined, Date.now(), Math.random);
    tally.recoveryMs.push(performance.now() - killed);
    // Where only the database was killed, both go on over the new one until they have something to show for it.
    if (victim === 'postgres') await says(ingest, /acked /);
    await gone(bring);
    ingest.kill('SIGKILL');
    await gone(ingest);
    for (const line of lines()) for (const told of line.split(' ').slice(1)) acked.add(told);
    await check(store, id, n, report().length > 0, acked, tally);
  } finally {
    await store.close();
  }
}

async function check(
  store: Store,
  workspace: string,
  n: number,
  done: boolean,
  acked: Set<string>,
  tally: Tally,
): Promise<void> {
  const found = await rows(
    store,
    workspace,
    sql<{ id: string; n: number }>`select external_id as id, count(*)::int as n from (
      select external_id from app.fact where source = 'crash' union all
      select external_id from app.usage_event where source = 'crash') f group by 1`,
  );
  const stored = new Map(found.map((row) => [row.id, row.n]));
  assert.deepEqual(
    [...acked].filter((id) => !stored.has(id)),
    [],
    'nothing acknowledged is lost',
  );
  assert.deepEqual(
    found.filter((row) => row.n !== 1),
    [],
    'nothing is doubled',
  );
  const whole = await rows(
    store,
    workspace,
    sql<{ accounts: number; contracts: number; rolled: number; raw: number }>`
      select (select count(*)::int from app.account_file f join app.account a using (workspace_id, account_id)
          where a.name like ${`Rodada ${n} %`}) as accounts,
        (select count(*)::int from app.fact f join app.account a using (workspace_id, account_id)
          where f.type = 'contract-signed' and a.name like ${`Rodada ${n} %`}) as contracts,
        (select count(*)::int from app.usage_event) as raw,
        (select coalesce(sum((data::jsonb ->> 2)::int), 0)::int from app.account_day) as rolled`,
  );
  const [now] = whole;
  assert.ok(now);
  assert.ok(
    now.accounts === 0 || now.accounts === customers,
    `an import is whole or absent: ${now.accounts}`,
  );
  assert.equal(now.contracts, now.accounts);
  if (done) assert.equal(now.accounts, customers, 'an import that said it was done is there');
  assert.equal(now.rolled, now.raw);
  const session = {
    ...operatorRights,
    store,
    workspaceId: workspace,
    actor: 'crash',
    door: 'cli' as const,
    now: Date.now(),
    random: Math.random,
  };
  const { accounts: _, ...differed } = await rebuild(session, () => undefined);
  assert.deepEqual(differed, { filesDiffered: [], daysDiffered: [], rootsDiffered: [] });
  tally[now.accounts === 0 ? 'importsAbsent' : 'importsWhole'] += 1;
  tally.acknowledged = acked.size;
  tally.rounds += 1;
}

/** Rounds of kills of one victim over one home; answers what was counted. */
export async function killRounds(
  home: Home,
  folder: string,
  victim: Victim,
  rounds: number,
  random: () => number,
): Promise<Tally> {
  const tally: Tally = { rounds: 0, acknowledged: 0, importsWhole: 0, importsAbsent: 0, recoveryMs: [] };
  const acked = new Set<string>();
  // How long an import takes on this machine in this company: kills fall anywhere in it, and a little after.
  const began = performance.now();
  const whole = await perene(home.path, ['import', sheetOf(folder, 0), '--json']);
  assert.equal(whole.code, 0, whole.err);
  const span = 1.15 * (performance.now() - began);
  for (let n = 1; n <= rounds; n++) await round(home, folder, n, victim, random() * span, acked, tally);
  return tally;
}

/** A tally in one line: counts, and how sure they make us. */
export function tallyText(victim: Victim, tally: Tally): string {
  const sorted = [...tally.recoveryMs].sort((a, b) => a - b);
  const ms = (share: number) =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
  const bound = (100 * (1 - 0.05 ** (1 / tally.rounds))).toFixed(1);
  return (
    `${victim}: ${tally.rounds} kills, ${tally.acknowledged} acknowledged facts, 0 lost, 0 doubled; imports whole ${tally.importsWhole}, ` +
    `absent ${tally.importsAbsent}; answers again after ${ms(0.5)} ms (slowest ${ms(1)} ms); at 95 % fewer than ${bound} % of kills lose anything`
  );
}
