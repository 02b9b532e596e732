// What is computed can be made again from facts to the byte; what was corrupted is found, named and mended.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { rebuild } from '#actions/rebuild.ts';
import { bring, record, session } from '#actions/testing.ts';
import { sample, sheetBytes } from '#actions/testing-sheet.ts';
import { mergeAccounts } from '#actions/merge-accounts.ts';
import { accountOf, forms } from '#store/testing-forms.ts';
import { testStore, type TestStore } from '#store/testing.ts';

let base: TestStore;
let owner: pg.Client;
before(async () => {
  base = await testStore();
  owner = new pg.Client(base.source.config);
  await owner.connect();
});
after(async () => {
  await owner.end();
  await base.close();
});

const sheet = sample(8, 'rebuild').rows;
const by = () => session(base.store, base.workspaceId, '2026-04-15', 16);
const none = { filesDiffered: [], daysDiffered: [], rootsDiffered: [] };

async function rebuilt(): Promise<unknown> {
  const { accounts: _, ...found } = await rebuild(by(), () => undefined);
  return found;
}

test('a rebuild finds nothing, and finds and mends whatever was corrupted', async () => {
  await bring(by(), sheetBytes(sheet));
  const ids: string[] = [];
  for (const row of sheet)
    ids.push(await accountOf(base.store, base.workspaceId, `cnpj:${row.CNPJ.replace(/\D/g, '')}`));
  const [a = '', b = '', c = ''] = ids;
  const event = (id: string, i: number) => ({
    type: 'usage-tracked',
    body: { user: `p${i}`, event: 'login' },
    source: 'app',
    externalId: `${id}${i}`,
    account: { id },
    occurredAt: '2026-04-14T12:00:00Z',
  });
  const many = Array.from({ length: 2100 }, (_, i) => event(b, i));
  await record(by(), [event(a, 1), event(a, 2), ...many]);
  await mergeAccounts(by(), a, c, 'person');
  assert.deepEqual(await rebuilt(), none);
  const right = await forms(base.store, base.workspaceId);
  const day = `2026-04-14 2026-04-15`;
  const corrupt: readonly (readonly [sql: string, found: object])[] = [
    [
      `update app.account_file set file = replace(file, '"v":1', '"v":1 ') where account_id = '${b}'`,
      { filesDiffered: [b] },
    ],
    [`update app.account_file set refs = '' where account_id = '${b}'`, { filesDiffered: [b] }],
    [`delete from app.account_file where account_id = '${b}'`, { filesDiffered: [b] }],
    [
      `insert into app.account_file select workspace_id, '${a}', file, refs, facts from app.account_file where account_id = '${c}'`,
      { filesDiffered: [a] },
    ],
    [
      `update app.account_day set data = '[0,0,0,0,0,0,"",0,"",{},[]]' where account_id = '${a}'`,
      { daysDiffered: [`${a} ${day}`] },
    ],
    [`delete from app.account_day where account_id = '${a}'`, { daysDiffered: [`${a} ${day}`] }],
    [
      `insert into app.account_day select workspace_id, '${c}', day, known_day, data from app.account_day where account_id = '${a}'`,
      { daysDiffered: [`${c} ${day}`] },
    ],
    [
      `update app.account_day_user set events = events + 1 where user_hash in (select min(user_hash) from app.account_day_user)`,
      { daysDiffered: [`${b} ${day}`] },
    ],
    [
      `delete from app.account_day_user where user_hash in (select min(user_hash) from app.account_day_user)`,
      { daysDiffered: [`${b} ${day}`] },
    ],
    [`update app.account set root_id = account_id where account_id = '${a}'`, { rootsDiffered: [a] }],
  ];
  for (const [statement, found] of corrupt) {
    const { rowCount } = await owner.query(statement);
    assert.ok((rowCount ?? 0) > 0, statement);
    assert.deepEqual(await rebuilt(), { ...none, ...found }, statement);
    assert.deepEqual(await forms(base.store, base.workspaceId), right, statement);
    assert.deepEqual(await rebuilt(), none, statement);
  }
});
