// Two workspaces on one connection, the application's own filters taken out: row-level security alone keeps them apart.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import pg from 'pg';
import { answerSuggestion } from '#actions/answer-suggestion.ts';
import { changeTable } from '#actions/draft-change.ts';
import { stopCommits } from '#actions/draft-runs.ts';
import { tellFirstValue } from '#actions/first-value.ts';
import { findAccount } from '#actions/find-account.ts';
import { listAccounts } from '#actions/list-accounts.ts';
import { changeKeywords, readKeywords } from '#actions/keywords.ts';
import { readMappings } from '#actions/mappings.ts';
import { mergeAccounts, unmergeAccount } from '#actions/merge-accounts.ts';
import { openAccount } from '#actions/open-account.ts';
import { invitePerson, listPeople } from '#actions/people.ts';
import { readTimeline } from '#actions/read-timeline.ts';
import { rebuild } from '#actions/rebuild.ts';
import { rereadNotes } from '#actions/reread-notes.ts';
import { readViews, saveView } from '#actions/saved-views.ts';
import { sweepAll } from '#actions/sweep-dirty.ts';
import { at, record, session } from '#actions/testing.ts';
import { sheetBytes } from '#actions/testing-sheet.ts';
import { undoImport } from '#actions/undo-import.ts';
import { readWeek } from '#actions/week.ts';
import { writeEntry } from '#actions/write-entry.ts';
import { randomFrom } from '#base/random.ts';
import { routes } from '#contract/routes.ts';
import { createApp } from '#server/app.ts';
import { freshWorkspace, testStore, type TestStore } from '#store/testing.ts';
import { unfiltered, unfilteredStore, type Unfiltered } from '#store/testing-unfiltered.ts';
import { committed, drafted, text } from '#actions/testing-drafts.ts';
import { callsOf, facts, marked, today, type Made, fillBoth } from './two-workspaces.ts';

const canary = /CANARIO|canario|Canario|98765\d{4}/;

let base: TestStore;
let open: Unfiltered;
let owner: pg.Client;
let app: ReturnType<typeof createApp>;
let ours = '';
let theirs = '';
const made: Made = {
  ours: [],
  theirs: [],
  ourImport: '',
  theirImport: '',
  ourDraft: '',
  theirDraft: '',
  theirFile: '',
  theirMapping: '',
  theirPerson: '',
  theirFact: '',
  theirView: crypto.randomUUID(),
  ourStamp: '',
};

const by = (workspace: string) => session(open.store, workspace, today);

before(async () => {
  base = await testStore();
  open = unfilteredStore(base);
  owner = new pg.Client(base.source.config);
  await owner.connect();
  ours = base.workspaceId;
  theirs = await freshWorkspace(base.store);
  // Interleaved on the one connection, so that each follows the other's transactions.
  await fillBoth(made, by(ours), by(theirs));
  const shared = {
    type: 'note-written',
    body: { text: 'CANARIO segredo' },
    source: 'mesma',
    externalId: 'mesmo-1',
  };
  await record(by(theirs), [{ ...shared, account: { source: 'mesma', key: 'mesmo' } }]);
  await record(by(ours), facts('Nosso', made.ours));
  await mergeAccounts(by(theirs), made.theirs[0] ?? '', made.theirs[1] ?? '', 'CANARIO motivo');
  await readWeek(by(theirs), undefined);
  made.ourDraft = (await drafted(by(ours), sheetBytes(marked('Nosso', 10_000)), 'nosso2.csv')).id;
  const saying = await drafted(by(theirs), text('CANARIO;Valor;Início\nCANARIO Um;10,00;20/01/2026\n'));
  await changeTable(
    by(theirs),
    saying.id,
    saying.table,
    { columns: { CANARIO: 'name', Valor: 'monthly' } },
    'pt-BR',
  );
  await committed(by(theirs), saying.id);
  made.theirMapping = (await readMappings(by(theirs)))[0]?.id ?? '';
  const { stamp } = await readKeywords(by(theirs));
  const canarian = { word: 'CANARIO observou', event: 'escalation', family: null };
  await changeKeywords(by(theirs), { over: stamp, words: [canarian] });
  await rereadNotes(by(theirs));
  await answerSuggestion(by(theirs), made.theirs[3] ?? '', { event: 'escalation', happened: true }, null);
  made.ourStamp = (await readKeywords(by(ours))).stamp;
  await tellFirstValue(by(theirs), 'CANARIO primeiro valor');
  const byHand = { on: undefined, entry: { kind: 'note', text: 'CANARIO à mão' } } as const;
  made.theirFact = await writeEntry(
    by(theirs),
    made.theirs[2] ?? '',
    byHand,
    null,
    ({ results }) => results[0]?.factId ?? '',
  );
  const canaries = { filter: { view: 'all', q: 'CANARIO' }, drawn: 'list' } as const;
  made.theirView = (await saveView(by(theirs), { name: 'CANARIO visão', shared: true, spec: canaries })).id;
  const left = await drafted(by(theirs), sheetBytes(marked('CANARIO', 987_650_000)), 'CANARIO2.csv');
  [made.theirDraft, made.theirFile] = [left.id, left.table];
  const person = {
    email: 'canario@canario.com.br',
    name: 'CANARIO',
    role: 'csm',
    memberKey: null,
    sees: 'all',
    seesMoney: true,
  } as const;
  made.theirPerson = (await invitePerson(by(theirs), person)).id;
  app = createApp({
    store: open.store,
    now: () => at(today, 12),
    random: randomFrom('wall'),
    operatorToken: 'operator',
    webDirectory: null,
    log: () => undefined,
  });
});
after(async () => {
  await owner.end();
  await open.close();
  await base.close();
});

async function walledTables(): Promise<string[]> {
  const found = await owner.query<{ name: string }>(
    `select table_name as name from information_schema.columns
      where table_schema = 'app' and column_name = 'workspace_id' order by 1`,
  );
  return found.rows.map(({ name }) => name);
}

/** One print of every row of a workspace, by table. */
async function prints(workspace: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const table of await walledTables()) {
    const asked = await owner.query<{ print: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as print
        from app.${table} t where workspace_id = $1`,
      [workspace],
    );
    found[table] = asked.rows[0]?.print ?? '';
  }
  return found;
}

test('the hook takes out comparisons with the asked workspace, and nothing else', () => {
  assert.equal(unfiltered('where f.workspace_id = $3::uuid and x'), 'where (true or $3::uuid is null) and x');
  assert.equal(
    unfiltered("k.workspace_id = nullif(current_setting('app.workspace', true), '')::uuid"),
    'true',
  );
  const join = 'on a.workspace_id = f.workspace_id';
  assert.equal(unfiltered(join), join);
  assert.ok(open.taken() > 50);
});

test('both workspaces hold their own canaries, or this proves nothing', async () => {
  const text = JSON.stringify(await readWeek(by(theirs), undefined));
  assert.match(text, canary);
  const held = Object.entries(await prints(theirs)).filter(([, print]) => !print.startsWith('0 '));
  assert.ok(held.length >= 18, held.map(([name]) => name).join());
});

test('without the wall the hook leaks: what is proven below is proven of the wall', async () => {
  const bare = unfilteredStore(base, true);
  try {
    const query = { view: 'all', sort: 'name', desc: false, limit: 200 } as const;
    const list = await listAccounts({ ...by(ours), store: bare.store }, query);
    assert.match(JSON.stringify(list.items), canary);
  } finally {
    await bare.close();
  }
});

/** Routes that only look at which bases there are: no workspace is opened for them. */
const ofTheMachine: ReadonlySet<string> = new Set(['listWorkspaces', 'getSample', 'deleteSample']);

test('every route of the map, asked for one workspace: no canary of the other, no row of it changed', async () => {
  const before = await prints(theirs);
  let answers = 0;
  for (const name of Object.keys(routes) as (keyof typeof routes)[]) {
    const taken = open.taken();
    for (const { method, url, body } of callsOf(name, ours, made)) {
      const type =
        name === 'postImport' || name === 'postDraftFile' ? 'application/octet-stream' : 'application/json';
      const headers = { host: '127.0.0.1', 'content-type': type };
      const answer = await app.request(`http://127.0.0.1${url}`, {
        method: method.toUpperCase(),
        headers,
        ...(body === undefined ? {} : { body: body as BodyInit }),
      });
      const text = `${JSON.stringify([...answer.headers])} ${await answer.text()}`;
      answers += 1;
      assert.ok(answer.status < 500, `${name} ${url} ${text}`);
      const echoed = text.replaceAll(/"(path|account|into|known)":"[^"]*"|canario/g, '');
      assert.doesNotMatch(echoed, canary, `${name} ${url}`);
      for (const id of made.theirs)
        if (!url.includes(id) && !String(body).includes(id)) assert.ok(!text.includes(id), `${name} ${url}`);
    }
    // Inviting only adds a row, which has nothing to compare.
    const compares = routes[name].path.includes('{workspace}') && name !== 'postPerson';
    if (compares && !ofTheMachine.has(name)) assert.ok(open.taken() > taken, name);
  }
  await stopCommits(open.store);
  assert.ok(answers >= 50, String(answers));
  assert.deepEqual(await prints(theirs), before);
});

test('every verb, for one workspace: no canary of the other, no row of it changed', async () => {
  const before = await prints(theirs);
  const seen: unknown[] = [];
  const told = async (work: Promise<unknown>): Promise<void> => {
    seen.push(await work.catch((error: unknown) => String(error)));
  };
  const query = { view: 'all', sort: 'rank', desc: false, limit: 200 } as const;
  for (const id of [...made.ours, ...made.theirs]) {
    await told(openAccount(by(ours), id, undefined).then((page) => ({ ...page, workspace: null })));
    await told(readTimeline(by(ours), id, { group: 'all', limit: 50 }));
    await told(mergeAccounts(by(ours), id, made.ours[0] ?? '', 'x'));
    await told(unmergeAccount(by(ours), id));
  }
  await told(findAccount(by(ours), 'CANARIO').then(() => 'found'));
  await told(listAccounts(by(ours), query));
  await told(listPeople(by(ours)));
  await told(readViews(by(ours), undefined));
  await told(readWeek(by(ours), '2026-04-10'));
  await told(sweepAll(by(ours)));
  await told(rebuild(by(ours), () => undefined));
  await told(undoImport(by(ours), made.theirImport));
  await told(undoImport(by(ours), made.ourImport));
  await told(readWeek(by(ours), undefined));
  const text = JSON.stringify(seen, (_, value: unknown) => (value instanceof Map ? [...value] : value));
  const leaks = text
    .replaceAll('account-not-found {\\"account\\":\\"CANARIO\\"}', '')
    .match(/.{60}(CANARIO|98765\d{4}).{60}/g);
  assert.deepEqual(leaks, null);
  assert.deepEqual(await prints(theirs), before);
});

test('without a named workspace no table shows or takes a row', async () => {
  const { app: kysely } = open.store;
  for (const table of await walledTables()) {
    const found = await sql<{ n: string }>`select count(*) as n from ${sql.table(`app.${table}`)}`.execute(
      kysely,
    );
    assert.equal(Number(found.rows[0]?.n), 0, table);
    const insert =
      sql`insert into ${sql.table(`app.${table}`)} (workspace_id) values (${theirs}::uuid)`.execute(kysely);
    await assert.rejects(insert, { code: /^(42501|23502)$/ }, table);
  }
});

test('every table of a workspace has its wall forced, and the application may pass none', async () => {
  const tables = await walledTables();
  const found = await owner.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_policy p on p.polrelid = c.oid and p.polqual is not null and p.polwithcheck is not null and p.polcmd = '*'
      where n.nspname = 'app' and c.relrowsecurity and c.relforcerowsecurity order by 1`,
  );
  assert.deepEqual(
    found.rows.map(({ name }) => name),
    tables,
  );
  const role = await owner.query(
    `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
      (select count(*)::int from pg_class where relowner = r.oid) as owns,
      (select count(*)::int from pg_auth_members where member = r.oid) as roles
      from pg_roles r where rolname = 'perene_app'`,
  );
  assert.deepEqual(role.rows, [
    { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, owns: 0, roles: 0 },
  ]);
});
