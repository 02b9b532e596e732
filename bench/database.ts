// Databases of the bench: on an embedded server of their own, durable as in use. A base once made is kept under a name
// that holds its shape and the code that wrote it, so that a second run measures at once.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { formatDay } from '#base/day.ts';
import { endOfDay } from '#base/zone.ts';
import { encodeFile } from '#domain/account-file/encode.ts';
import { searchTokens } from '#actions/refold.ts';
import { recordFacts } from '#actions/record-facts.ts';
import { operatorRights, type Session } from '#actions/session.ts';
import { anchorEmbedded } from '#store/anchor.ts';
import { quietClient } from '#store/connections.ts';
import { openHome } from '#store/home.ts';
import { readMigrations, schemaFingerprint } from '#store/migrate.ts';
import { openStore, type Store } from '#store/open.ts';
import { createWorkspace } from '#store/workspaces.ts';
import { accountOf, usageOf, type BaseShape } from './base.ts';
import { copyIn, type Cell } from './copy.ts';

export const benchHome = join(tmpdir(), `perene-bench-${process.getuid?.() ?? 0}`);
export const benchWorkspace = '00000000-0000-7000-8000-00000000beef';
export const benchSlug = 'bench';
const storedEvery = 10;

/** Whether an account's facts are stored too, beside its compact forms: one in ten, and every heavy one. */
export const isStored = (shape: BaseShape, index: number): boolean =>
  index % storedEvery === 0 || (shape.heavyEvery > 0 && index % shape.heavyEvery === shape.heavyEvery - 1);

/** Noon of the last day of a shape (ms). */
export const nowOf = (shape: BaseShape): number => endOfDay(shape.today, shape.zone) - 12 * 3_600_000;

export type BenchBase = {
  readonly store: Store;
  readonly session: Session;
  /** Data directory of the server. */
  readonly data: string;
  close(): Promise<void>;
};

function sourcesOf(...folders: readonly string[]): string {
  const root = join(import.meta.dirname, '..');
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => join(root, folder, name)),
  );
  return files
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
}

function nameOf(kind: string, shape: unknown): string {
  const code = sourcesOf('src/domain/account-file', 'src/domain/usage-day');
  const own = ['base.ts', 'story.ts']
    .map((file) => readFileSync(join(import.meta.dirname, file), 'utf8'))
    .join('\n');
  const text = [JSON.stringify(shape), schemaFingerprint(readMigrations()), code, own].join('\n');
  return `bench_${kind}_${createHash('sha256').update(text).digest('hex').slice(0, 12)}`;
}

/** Opens a base of this kind, making it with `fill` when there is none that fits. `fresh` makes it anew. */
export async function benchBase(
  kind: string,
  shape: BaseShape,
  fill: (owner: pg.Client, session: Session) => Promise<void>,
  options: { fresh?: boolean; poolSize?: number } = {},
): Promise<BenchBase> {
  const database = nameOf(kind, shape);
  const anchor = await anchorEmbedded(openHome(benchHome), false, {});
  const admin = anchor.session();
  if (admin === null) throw new Error('The bench needs the embedded server.');
  const listed = await admin.query<{ name: string }>(
    `select datname as name from pg_database where datname like 'bench\\_${kind}\\_%'`,
  );
  const ready = listed.rows.some((row) => row.name === database) && options.fresh !== true;
  for (const { name } of listed.rows)
    if (!ready || name !== database) await admin.query(`drop database ${name} with (force)`);
  const draft = ready ? database : `${database}_draft`;
  const now = nowOf(shape);
  const opened = await openStore({ home: benchHome, now, database: draft, poolSize: options.poolSize ?? 10 });
  const sessionOver = (store: Store): Session => ({
    ...operatorRights,
    store,
    workspaceId: benchWorkspace,
    actor: 'bench',
    door: 'api',
    now,
    // Ids must differ from run to run: a base that is kept already holds those of the run before.
    random: () => Math.random(),
  });
  let store = opened;
  if (!ready) {
    const owner = quietClient({ ...anchor.source.config, database: draft });
    await owner.connect();
    await createWorkspace(store, {
      id: benchWorkspace,
      slug: benchSlug,
      name: 'Bench',
      zone: shape.zone,
      createdAt: now,
    });
    // Rows come in the order of their keys and fit each other by construction.
    await owner.query('set session_replication_role = replica');
    await fill(owner, sessionOver(store));
    await owner.query('set session_replication_role = origin');
    await owner.query('vacuum analyze');
    await owner.query('checkpoint');
    await owner.end();
    await store.close();
    await admin.query(`alter database ${draft} rename to ${database}`);
    store = await openStore({ home: benchHome, now, database, poolSize: options.poolSize ?? 10 });
  }
  const close = async (): Promise<void> => {
    await store.close();
    await anchor.release();
  };
  const shown = await admin.query<{ data_directory: string }>('show data_directory');
  return { store, session: sessionOver(store), data: shown.rows[0]?.data_directory ?? '', close };
}

const kinds = [
  'usage',
  'ticket',
  'message',
  'meeting',
  'survey',
  'invoice',
  'contract',
  'consumption',
  'contact',
  'milestone',
  'goal',
];

/** What the sources of the base cover, as facts of the workspace. */
export async function cover(session: Session, shape: BaseShape): Promise<void> {
  const inputs = kinds.map((covers) => ({
    type: 'source-covered' as const,
    source: 'bench',
    externalId: `covers-${covers}`,
    occurredAt: new Date(session.now - 86_400_000).toISOString(),
    knownAt: new Date(session.now - 700 * 86_400_000).toISOString(),
    body: {
      covers,
      from: formatDay(shape.today - (covers === 'usage' ? shape.usageDays : 800)),
      to: formatDay(shape.today),
      grain: 'day' as const,
      scope: 'workspace' as const,
    },
  }));
  await recordFacts(session, inputs, null);
}

const stamp = (ms: number): string => new Date(ms).toISOString();
const shells = {
  account: 'workspace_id, account_id, root_id, name, tax_id, segment, created_at',
  token: 'workspace_id, token, account_id',
};

/** Fills a base with accounts, files, days and (where `isStored`) facts. */
export async function fillAccounts(owner: pg.Client, session: Session, shape: BaseShape): Promise<void> {
  const workspace = session.workspaceId;
  const rows = (make: (index: number) => Iterable<readonly Cell[]>): Iterable<readonly Cell[]> => ({
    *[Symbol.iterator]() {
      for (let index = 0; index < shape.accounts; index++) yield* make(index);
    },
  });
  const tokens: Cell[][] = [];
  const files: Cell[][] = [];
  const keys: Cell[][] = [];
  const lots = new Map<number, { id: string; lot: ReturnType<typeof accountOf>['lot'] }>();
  const at = stamp(session.now);
  await copyIn(
    owner,
    'app.account',
    shells.account.split(', '),
    rows(function* (index) {
      const account = accountOf(shape, index);
      lots.set(index, account);
      for (const word of searchTokens(account.name, account.taxId))
        tokens.push([workspace, word, account.id]);
      keys.push([workspace, 'bench', `c${index}`, account.id, 'external-id', at]);
      const { file, refs } = encodeFile(account.facts, shape.zone);
      files.push([workspace, account.id, file, refs, account.facts.length]);
      yield [workspace, account.id, account.id, account.name, account.taxId, account.segment, at];
    }),
  );
  await copyIn(owner, 'app.account_token', shells.token.split(', '), tokens);
  await copyIn(
    owner,
    'app.shell_key',
    ['workspace_id', 'source', 'key', 'account_id', 'matched_by', 'created_at'],
    keys,
  );
  await copyIn(owner, 'app.account_file', ['workspace_id', 'account_id', 'file', 'refs', 'facts'], files);
  const factColumns =
    'workspace_id, account_id, fact_id, type, occurred_at, known_at, recorded_at, hindsight, source, external_id, revision, content_hash, actor, door, schema_version, body';
  await copyIn(
    owner,
    'app.fact',
    factColumns.split(', '),
    rows(function* (index) {
      if (!isStored(shape, index)) return;
      const { id, facts } = accountOf(shape, index);
      for (const fact of facts) {
        const { occurredAt: when, source, externalId } = fact;
        yield [
          workspace,
          id,
          fact.id,
          fact.type,
          stamp(when),
          stamp(when),
          stamp(when),
          false,
          source,
          externalId,
          1,
          'bench',
          'bench',
          'api',
          1,
          JSON.stringify(fact.body),
        ];
      }
    }),
  );
  await copyIn(
    owner,
    'app.account_day',
    ['workspace_id', 'account_id', 'day', 'known_day', 'data'],
    rows(function* (index) {
      const account = lots.get(index);
      if (account === undefined) return;
      for (const { day, data } of usageOf(shape, index, account.lot))
        yield [workspace, account.id, day, day, data];
    }),
  );
  await cover(session, shape);
}
