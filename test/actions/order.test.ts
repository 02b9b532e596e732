// The same facts give the same state, in whatever order, batches and repetitions they come.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { contentHash } from '#actions/fact-content.ts';
import { openAccount } from '#actions/open-account.ts';
import { record, session } from '#actions/testing.ts';
import { readWeek } from '#actions/week.ts';
import { randomFrom } from '#base/random.ts';
import { inWorkspace } from '#store/in-workspace.ts';
import { accountOf, filesByKey, rows } from '#store/testing-forms.ts';
import { freshWorkspace, testStore, type TestStore } from '#store/testing.ts';

let base: TestStore;
before(async () => {
  base = await testStore();
});
after(async () => await base.close());

const today = '2026-04-15';
const keys = ['a', 'b', 'c'] as const;

/** Facts of three accounts: events, records in several revisions, late ones, usage. Each with its own times. */
function told(): unknown[] {
  const facts: unknown[] = [];
  for (const key of keys) {
    const put = (type: string, externalId: string, day: string, body: object, known = day): void => {
      const account = { source: 'crm', key };
      const times = { occurredAt: `${day}T12:00:00Z`, knownAt: `${known}T13:00:00Z` };
      facts.push({ type, body, source: 'crm', externalId: `${key}-${externalId}`, account, ...times });
    };
    const line = (cents: number) => ({
      product: null,
      cents,
      currency: 'BRL',
      seats: 5,
      recurring: true,
      months: 1,
    });
    const signed = { contract: 'main', start: '2025-02-01', plannedEnd: '2026-06-30' };
    put('account-described', 'd', '2025-02-01', { name: `Firma ${key}`, segment: 'smb' });
    put(
      'account-described',
      'd',
      '2025-02-01',
      { name: `Firma ${key} Ltda`, segment: 'enterprise' },
      '2026-02-10',
    );
    put('contract-signed', 'k', '2025-02-01', { ...signed, lines: [line(100_000)] });
    put('contract-amended', 'k2', '2025-09-01', { contract: 'main', lines: [line(150_000)] });
    put('survey-answered', 's1', '2026-01-10', { instrument: 'nps', score: 9, comment: 'bom' });
    put('survey-answered', 's2', '2026-04-02', { instrument: 'nps', score: key === 'a' ? 2 : 7 });
    put('state-observed', 't', '2026-03-01', { metric: 'open_tickets', value: 3 });
    put('state-observed', 't', '2026-04-01', { metric: 'open_tickets', value: 8 });
    put('state-observed', 't', '2026-02-01', { metric: 'open_tickets', value: 1 }, '2026-02-20');
    put('meeting-held', 'm', '2026-03-20', { meeting: 'qbr' }, '2026-04-10');
    put('note-written', 'n', '2026-04-03', { text: 'reclamou do prazo' });
    for (let i = 0; i < 12; i++) {
      const day = `2026-04-0${1 + (i % 9)}`;
      put('usage-tracked', `u${i}`, day, {
        user: `p${i % 5}`,
        event: i % 2 ? 'login' : 'report',
        value: i / 7,
      });
    }
  }
  return facts;
}

function shuffled<T>(list: readonly T[], seed: string): T[] {
  const random = randomFrom(seed);
  return list
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

/** Tells facts to a workspace of their own and answers its state without ids. */
async function stateAfter(facts: readonly unknown[], size: number): Promise<unknown> {
  const workspace = await freshWorkspace(base.store);
  // Hashes of users are keyed by a secret of each workspace: the same one makes them comparable.
  await inWorkspace(base.store, workspace, async (tx) =>
    sql`insert into app.workspace_secret (workspace_id, name, value) values (${workspace}::uuid, 'usage-key', 'x')`.execute(
      tx,
    ),
  );
  for (let i = 0; i < facts.length; i += size)
    await record(session(base.store, workspace, today), facts.slice(i, i + size));
  const by = session(base.store, workspace, today);
  const week = await readWeek(by, today);
  const decided = [];
  for (const key of keys) {
    const id = await accountOf(base.store, workspace, key);
    const { profile, decision } = await openAccount(by, id, today);
    const listed = week.accounts.find((each) => each.id === id);
    decided.push([contentHash(profile), contentHash(decision), contentHash(listed?.decision)]);
  }
  const days = await rows(
    base.store,
    workspace,
    sql<{ text: string }>`select k.key || d.day || d.known_day || d.data as text from app.account_day d
      join app.shell_key k using (workspace_id, account_id) order by 1`,
  );
  return { files: await filesByKey(base.store, workspace), days, decided };
}

test('any order, any batching, any repetition: equal files, days and decisions', async () => {
  const facts = told();
  const expected = await stateAfter(facts, facts.length);
  const twice = [...facts, ...facts.slice(10, 40)];
  assert.deepEqual(await stateAfter(facts, 1), expected, 'one by one');
  for (const [i, size] of [1, 2, 5, 1000].entries()) {
    assert.deepEqual(await stateAfter(shuffled(facts, `order ${i}`), size), expected, `shuffled, by ${size}`);
    assert.deepEqual(await stateAfter(shuffled(twice, `twice ${i}`), size), expected, `repeated, by ${size}`);
  }
});

test('a revision that comes late does not override a newer one', async () => {
  const workspace = await freshWorkspace(base.store);
  const fact = (value: number, day: string) => ({
    type: 'state-observed',
    body: { metric: 'open_tickets', value },
    source: 'crm',
    externalId: 't',
    account: { source: 'crm', key: 'late' },
    occurredAt: `${day}T12:00:00Z`,
    knownAt: `${day}T12:00:00Z`,
  });
  await record(session(base.store, workspace, today), [fact(8, '2026-04-01')]);
  const first = await record(session(base.store, workspace, today), [fact(3, '2026-03-01')]);
  const again = await record(session(base.store, workspace, today), [
    fact(3, '2026-03-01'),
    fact(8, '2026-04-01'),
  ]);
  assert.equal(first.results[0]?.status, 'recorded');
  assert.deepEqual(
    again.results.map(({ status }) => status),
    ['duplicate', 'duplicate'],
  );
  const id = await accountOf(base.store, workspace, 'late');
  const open = async (asOf: string) => {
    const { profile } = await openAccount(session(base.store, workspace, today), id, asOf);
    return profile.contracts.length === 0 ? JSON.stringify(profile.leaves['support']) : '';
  };
  assert.notEqual(await open('2026-03-15'), await open('2026-04-15'));
});
