import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { inWorkspace } from './in-workspace.ts';
import { freshWorkspace, testNow, testStore, type TestStore } from './testing.ts';
import { createWorkspace, listWorkspaces, readWorkspace } from './workspaces.ts';

let base: TestStore;
before(async () => {
  base = await testStore();
});
after(async () => await base.close());

test('a transaction sees its own workspace and no other', async () => {
  const other = await freshWorkspace(base.store);
  const seen = await inWorkspace(base.store, base.workspaceId, async (tx) =>
    tx.selectFrom('app.workspace').select(['workspace_id', 'created_at']).execute(),
  );
  assert.deepEqual(seen, [{ workspace_id: base.workspaceId, created_at: testNow }]);
  const theirs = await inWorkspace(base.store, other, readWorkspace);
  assert.equal(theirs?.id, other);
});

test('without a named workspace no row shows, on a new and on a used connection', async () => {
  for (let round = 0; round < 12; round += 1) {
    const rows = await base.store.app.selectFrom('app.workspace').selectAll().execute();
    assert.deepEqual(rows, []);
  }
});

test('a row of another workspace is refused', async () => {
  await assert.rejects(
    inWorkspace(base.store, base.workspaceId, async (tx) =>
      sql`insert into app.workspace (workspace_id, slug, name, created_at)
        values (${randomUUID()}::uuid, 'intruder', 'x', to_timestamp(0))`.execute(tx),
    ),
    { code: '42501' },
  );
});

test('an update cannot reach another workspace', async () => {
  const other = await freshWorkspace(base.store);
  const changed = await inWorkspace(base.store, base.workspaceId, async (tx) =>
    tx
      .updateTable('app.workspace')
      .set({ name: 'taken' })
      .where('workspace_id', '=', other)
      .executeTakeFirst(),
  );
  assert.equal(changed.numUpdatedRows, 0n);
});

test('a workspace is named by a uuid and nothing else', async () => {
  for (const name of [
    '',
    "x'; drop table app.workspace; --",
    randomUUID().toUpperCase(),
    `${randomUUID()} `,
  ]) {
    await assert.rejects(
      inWorkspace(base.store, name, async () => undefined),
      TypeError,
    );
  }
});

test('the list looks over the wall, oldest first', async () => {
  const id = randomUUID();
  await createWorkspace(base.store, { id, slug: 'older', name: 'Older', createdAt: 1_000, sample: true });
  const listed = await listWorkspaces(base.store);
  assert.equal(listed[0]?.slug, 'older');
  assert.equal(listed[0]?.sample, true);
  assert.equal(listed[0]?.createdAt, 1_000);
  assert.ok(listed.some((workspace) => workspace.id === base.workspaceId));
});

test('the application is no owner, no superuser and cannot pass row security', async () => {
  const asked = await sql<{ name: string; weak: boolean; owns: number }>`
    select current_user as name, (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb) as weak,
      (select count(*) from pg_class where relowner = r.oid) as owns
    from pg_roles r where rolname = current_user`.execute(base.store.app);
  assert.deepEqual(asked.rows, [{ name: 'perene_app', weak: false, owns: 0 }]);
});

test('every table of a workspace is walled in both directions', async () => {
  const open = await sql<{ name: string }>`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped
    where n.nspname = 'app' and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity and exists (
      select from pg_policy p where p.polrelid = c.oid and p.polname = 'workspace_wall'
        and p.polqual is not null and p.polwithcheck is not null))`.execute(base.store.app);
  assert.deepEqual(open.rows, []);
});

test('a deadlock and a serialization failure are tried again, other errors are not', async () => {
  let runs = 0;
  const done = await inWorkspace(base.store, base.workspaceId, async (tx) => {
    runs += 1;
    if (runs < 3)
      await sql`do $$ begin raise exception 'again' using errcode = ${sql.lit(runs === 1 ? '40001' : '40P01')}; end $$`.execute(
        tx,
      );
    return 'done';
  });
  assert.deepEqual([done, runs], ['done', 3]);
  let refused = 0;
  await assert.rejects(
    inWorkspace(base.store, base.workspaceId, async (tx) => {
      refused += 1;
      await sql`select 1 / 0`.execute(tx);
    }),
    { code: '22012' },
  );
  assert.equal(refused, 1);
});

test('a job is queued with the transaction, and only through the door', async () => {
  const enqueue = (key: string) => sql`select jobs.enqueue('wake', ${key}, '{"run":"1"}'::json)`;
  await inWorkspace(base.store, base.workspaceId, async (tx) => enqueue('kept').execute(tx));
  await assert.rejects(
    inWorkspace(base.store, base.workspaceId, async (tx) => {
      await enqueue('dropped').execute(tx);
      throw new Error('rolled back');
    }),
    /rolled back/,
  );
  const queued = await base.store
    .jobsPool()
    .query("select key from jobs.jobs where key in ('kept', 'dropped')");
  assert.deepEqual(queued.rows, [{ key: 'kept' }]);
  await assert.rejects(sql`select jobs.add_job('wake', '{}'::json)`.execute(base.store.app), {
    code: '42501',
  });
  await assert.rejects(sql`select * from jobs.jobs`.execute(base.store.app), { code: '42501' });
});

test('a snapshot reads one instant', async () => {
  await inWorkspace(
    base.store,
    base.workspaceId,
    async (tx) => {
      const before = await readWorkspace(tx);
      await inWorkspace(base.store, base.workspaceId, async (other) =>
        other.updateTable('app.workspace').set({ name: 'renamed' }).execute(),
      );
      assert.deepEqual(await readWorkspace(tx), before);
    },
    { isolation: 'snapshot', readOnly: true },
  );
});
