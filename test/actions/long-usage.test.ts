// A table of usage too long to be held tells what the same table held whole tells: the same facts, profiles and lists, the
// same word on every row, in any order, told again, changed, late, undone.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { randomFrom } from '#base/random.ts';
import { contentHash } from '#actions/fact-content.ts';
import { openAccount } from '#actions/open-account.ts';
import type { Session } from '#actions/session.ts';
import { bring, bringLongTable, session } from '#actions/testing.ts';
import { allDays, rebuildDays } from '#actions/rebuild-days.ts';
import { readWeek } from '#actions/week.ts';
import type { ImportReport } from '#actions/import-files.ts';
import { sweepDirty } from '#actions/sweep-dirty.ts';
import { undoImport } from '#actions/undo-import.ts';
import { inWorkspace } from '#store/in-workspace.ts';
import { filesByKey, rows } from '#store/testing-forms.ts';
import { freshWorkspace, testStore, type TestStore } from '#store/testing.ts';

let base: TestStore;
before(async () => {
  base = await testStore();
});
after(async () => await base.close());

const day = '2026-05-10';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const customers = `Código;Cliente;Mensalidade;Início
C1;Aurora;1.000,00;20/02/2025
C2;Boreal;500,00;20/02/2025
C3;Celeste;300,00;20/02/2025
`;

/** The order of lines that a seed gives; the header stays. */
function shuffled(text: string, seed: string): string {
  const [head = '', ...lines] = text.trimEnd().split('\n');
  const random = randomFrom(seed);
  const drawn = lines.map((line) => ({ line, at: random() })).toSorted((a, b) => a.at - b.at);
  return [head, ...drawn.map(({ line }) => line)].join('\n');
}

/** By metric: repeats, other content of one record, companies nobody knows, cells nobody can read, sums, blank rows. */
const long = `Código do cliente;Cliente;Métrica;Mês;Quantidade
C1;Aurora;Logins;jan/26;40
C1;Aurora;Logins;jan/26;40
C1;Aurora;Logins;fev/26;50
C1;Aurora;Logins;fev/26;51
C1;Aurora;Relatórios;fev/26;muitos
C2;Boreal;Logins;jan/26;1.234,5
C2;Boreal;Logins;mai/26;7
C2;Boreal;Logins;;7
C9;Ninguém;Logins;jan/26;3
C8;Gêmeos;Logins;jan/26;4
C7;Gêmeos;Logins;jan/26;5
;Gêmeos;Logins;mar/26;6
;Só o nome;Logins;mar/26;6
;;Logins;mar/26;6
;;;;
Total;;;;9999
C3;Celeste;Usuários ativos;mar/26;12
C3;Celeste;Usuários ativos;mar/26;12
`;
const longChanged = long.replace(';jan/26;40\n', ';jan/26;41\n').replaceAll('mar/26;12', 'mar/26;13');

/** By week, one column a measure: rows that share some of their records, a header told twice. */
const wide = `Código do cliente;Semana;Usuários ativos;Eventos;Busca;Busca
C1;2026-03-02;5;66;9;9
C1;2026-03-02;;;9;
C1;2026-03-02;;;;4
C1;2026-03-09;6;70;x;1
C2;2026-03-02;2;14;1;0
C2;2026-03-09;2;14;1;0
C2;2026-03-09;2;14;1;0
C5;2026-03-16;1;3;;2
C5;2026-03-23;-;-;-;-
`;

const events = `account_id,event_time,user_id,event_type,event_value
C1,2026-04-01 10:00:01,ana,Login,1
C1,2026-04-01 10:00:01,ana,Login,1
C1,2026-04-01 10:00:02,ana,Exportação,2
C1,2026-04-02 10:00:02,bia,Login,
C1,amanhã,bia,Login,
C2,2026-04-02 09:00:00,caio,Login,1
C2,2027-04-02 09:00:00,caio,Login,1
C4,2026-04-03 09:00:00,davi,Login,3
,2026-04-03 09:00:00,davi,Login,3
`;

/** All that is stored of usage, without ids; what each account's day is decided from; and what is decided. */
async function state(workspace: string): Promise<unknown> {
  const by = session(base.store, workspace, day, 12);
  await sweepDirty(by);
  const of = (query: ReturnType<typeof sql<{ line: string }>>) => rows(base.store, workspace, query);
  return {
    facts: await of(sql`
      select concat_ws(' ', a.name, a.assigned, f.type, f.occurred_at, f.known_at, f.hindsight, f.source, f.external_id,
        f.revision, f.content_hash, f.body, i.file_name,
        (select string_agg(concat_ws(' ', w.seq, w.withdrawn), ',' order by w.seq) from app.withdrawal w
          where w.account_id = f.account_id and w.fact_id = f.fact_id),
        (select string_agg(r.file_name, ',' order by r.file_name) from app.restatement s join app.import r using (import_id)
          where s.account_id = f.account_id and s.fact_id = f.fact_id)) as line
      from app.fact f join app.account a using (account_id) left join app.import i using (import_id)
      where f.type <> 'stage-placed' order by 1`),
    firm: await of(sql`
      select concat_ws(' ', type, occurred_at, external_id, revision, body, withdrawn) as line from app.workspace_fact
      order by 1`),
    events: await of(sql`
      select concat_ws(' ', a.name, u.source, u.external_id, u.day, u.known_day, u.occurred_at, u.known_at, u.event,
        u.value, u.session, u.department, u.minutes, u.content_hash, u.user_hash is null) as line
      from app.usage_event u join app.account a using (account_id) order by 1`),
    again: await of(sql`
      select concat_ws(' ', external_id, day, file_name) as line from app.usage_restatement
      join app.import using (import_id) order by 1`),
    nobodys: await of(sql`
      select concat_ws(' ', u.account_id, u.external_id) as line from app.usage_event u
      where not exists (select from app.account a where a.account_id = u.account_id)`),
    days: await of(sql`
      select concat_ws(' ', a.name, d.day, d.known_day, length(d.data)) as line
      from app.account_day d join app.account a using (account_id) order by 1`),
    files: await filesByKey(base.store, workspace),
    accounts: await decided(by),
  };
}

/** What is decided of each account, in the week's order, by name. */
async function decided(by: Session): Promise<unknown> {
  const { accounts } = await readWeek(by, day);
  const pages: unknown[] = [];
  for (const { id, ...line } of accounts) {
    const { profile, decision, past, history, story } = await openAccount(by, id, day);
    pages.push([line.name, contentHash(line), contentHash({ profile, decision, past, history, story })]);
  }
  return pages;
}

/** What a report says of the rows, and what came of them. */
function said({ files, facts, accounts }: ImportReport): unknown {
  return { files, facts, accounts };
}

type Way = typeof bring;
type Step = (workspace: string, way: Way) => Promise<unknown>;

async function alike(steps: readonly Step[]): Promise<void> {
  const [short, endless] = [await freshWorkspace(base.store), await freshWorkspace(base.store)];
  for (const workspace of [short, endless])
    await bring(session(base.store, workspace, day), bytes(customers), 'clientes.csv');
  for (const [n, step] of steps.entries()) {
    const told = await step(short, bring);
    assert.deepEqual(await step(endless, bringLongTable), told, `step ${n + 1}`);
    assert.deepEqual(await state(endless), await state(short), `after step ${n + 1}`);
  }
}

const brought =
  (text: string, path: string, today?: string): Step =>
  async (workspace, way) =>
    said(await way(session(base.store, workspace, day), bytes(text), path, today));

/** Brings a table, and takes it back. */
const undone =
  (text: string, path: string): Step =>
  async (workspace, way) => {
    const report = await way(session(base.store, workspace, day), bytes(text), path);
    const done = await undoImport(session(base.store, workspace, day, 11), report.imports[0] ?? '');
    return [said(report), done.withdrawn, done.accounts];
  };

test('a table by metric tells the same, told again, changed, late, undone and told once more', async () => {
  await alike([
    brought(long, 'uso.csv'),
    brought(long, 'uso.csv'),
    brought(longChanged, 'uso-novo.csv'),
    brought(long, 'uso-velho.csv', '2026-05-01'),
    undone(longChanged.replace('fev/26;50', 'fev/26;49'), 'uso-errado.csv'),
    brought(shuffled(longChanged, 'a'), 'uso-outra-ordem.csv'),
  ]);
});

test('a table by week with its measures in columns tells the same, in any order', async () => {
  await alike([
    brought(wide, 'semanas.csv'),
    brought(shuffled(wide, 'b'), 'semanas.csv'),
    undone(wide, 'semanas.csv'),
  ]);
  for (const seed of ['c', 'd', 'e']) await alike([brought(shuffled(wide, seed), 'semanas.csv')]);
});

test('undone alone and told again, a table stands as at first', async () => {
  await alike([undone(wide, 'semanas.csv'), brought(wide, 'semanas.csv')]);
  await alike([undone(events, 'eventos.csv'), brought(events, 'eventos.csv')]);
});

/** Events enough for many pieces, some in quotes: told twice, one id with two contents or on two days, unreadable, late. */
function crowd(seed: string): string {
  const random = randomFrom(seed);
  const below = (n: number): number => Math.floor(random() * n);
  const lines = Array.from({ length: 300 }, (_, n) => {
    const day = `2026-0${1 + below(5)}-${String(1 + below(28)).padStart(2, '0')} 0${below(10)}:15:00`;
    const name = below(9) === 0 ? '"Relatório; mensal"' : `Tela ${below(6)}`;
    const id = below(5) === 0 ? `e${below(60)}` : `n${n}`;
    const minutes = below(20) === 0 ? 'muitos' : `${below(30)},5`;
    return [`C${1 + below(5)}`, day, `pessoa${below(40)}`, name, id, `s${below(9)}`, minutes, below(4)].join(
      ';',
    );
  });
  const repeated = lines.filter((_, n) => n % 23 === 0);
  return [
    'account_id;event_time;user_id;event_type;event_id;session_id;minutes;event_value',
    ...lines,
    ...repeated,
  ].join('\n');
}

test('many events in pieces, some in quotes, tell the same; their days are what their events give', async () => {
  await alike([
    brought(crowd('g'), 'eventos.csv'),
    brought(shuffled(crowd('g'), 'h'), 'eventos.csv'),
    undone(crowd('i'), 'outros.csv'),
    brought(crowd('i'), 'outros.csv', '2026-05-01'),
  ]);
  const workspace = await freshWorkspace(base.store);
  await bringLongTable(session(base.store, workspace, day), bytes(crowd('k')), 'eventos.csv');
  const wrong = await inWorkspace(base.store, workspace, async (tx) => {
    const ids = await sql<{ id: string }>`select account_id as id from app.account`.execute(tx);
    return await rebuildDays(tx, workspace, allDays(ids.rows.map(({ id }) => id)));
  });
  assert.deepEqual(wrong, []);
});

test('a table of events tells the same, told again, changed and in any order', async () => {
  await alike([
    brought(events, 'eventos.csv'),
    brought(shuffled(events, 'f'), 'eventos.csv'),
    brought(events.replace('Exportação,2', 'Exportação,3'), 'eventos.csv'),
    undone(events, 'eventos.csv'),
  ]);
});
