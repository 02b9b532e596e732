// The weekly ritual: lines are decided, seen by all, carried over, closed; the minutes say what was decided.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { at, bring } from '#actions/testing.ts';
import { sample, sheetBytes } from '#actions/testing-sheet.ts';
import { session } from '#actions/testing.ts';
import { randomFrom } from '#base/random.ts';
import { ritual as schema, type Ritual } from '#contract/rituals.ts';
import { createApp } from '#server/app.ts';
import { freshWorkspace, testStore, type TestStore } from '#store/testing.ts';

const headers = { host: 'localhost', authorization: 'Bearer secret', 'content-type': 'application/json' };
let base: TestStore;
let app: ReturnType<typeof createApp>;
let today = '2026-04-15';

before(async () => {
  base = await testStore();
  const workspace = await freshWorkspace(base.store, 'ritual');
  await bring(session(base.store, workspace, today), sheetBytes(sample(40, 'ritual').rows), 'clientes.csv');
  const log = (line: string): void => assert.fail(line);
  const now = () => at(today, 15);
  const random = randomFrom('ritual');
  app = createApp({ store: base.store, now, random, operatorToken: 'secret', webDirectory: null, log });
});
after(async () => await base.close());

async function call(method: string, path: string, body?: unknown, more: Record<string, string> = {}) {
  const answer = await app.request(`http://localhost/api/v1/workspaces/ritual/${path}`, {
    method,
    headers: { ...headers, ...more },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}
async function read(lang = 'pt-BR'): Promise<Ritual> {
  const { status, body } = await call('GET', `rituals/weekly?lang=${lang}`);
  assert.equal(status, 200, JSON.stringify(body));
  return schema.parse(body);
}
const decide = (id: string, decision: Record<string, unknown>) =>
  call('POST', `rituals/weekly/lines/${id}`, { owner: null, dueOn: null, over: null, ...decision });

test('the ritual names its lines, what is suggested of each, and says what cannot be measured yet', async () => {
  const now = await read();
  assert.equal(now.day, today);
  assert.equal(now.monday, '2026-04-13');
  assert.equal(now.atRisk.lines.length, 10);
  assert.ok(now.atRisk.lines.every((line) => line.suggestion.what.length > 3));
  assert.ok(now.atRisk.lines.every((line) => (line.suggestion.dueOn ?? today) >= today));
  const ids = [now.atRisk, now.ready, now.contractRisk].flatMap(({ lines }) => lines.map(({ id }) => id));
  assert.equal(new Set(ids).size, ids.length);
  assert.equal(now.metric.rate, null);
  assert.match(now.metric.text, /ainda não dá para dizer/);
  assert.match((await read('en')).metric.text, /cannot be said yet/);
  assert.deepEqual([now.counts.decided, now.carried.length, now.minutes], [0, 0, null]);
});

test('a decided line stands for everybody; who did not see it cannot write over it', async () => {
  const [first, second] = (await read()).atRisk.lines;
  assert.ok(first && second);
  const owner = (await read()).members[0]?.key ?? '';
  const decision = { what: 'Levar o plano ao comitê', owner, dueOn: '2026-04-17' };
  const kept = await decide(first.id, decision);
  assert.equal(kept.status, 200, JSON.stringify(kept.body));
  const line = (await read()).atRisk.lines[0];
  assert.deepEqual(
    [line?.decided?.what, line?.decided?.owner, line?.decided?.dueOn, line?.decided?.thisWeek],
    ['Levar o plano ao comitê', owner, '2026-04-17', true],
  );
  const late = await decide(first.id, { what: 'Outra coisa' });
  assert.equal(late.body['code'], 'line-decided');
  assert.match(String(late.body['detail']), /Levar o plano ao comitê/);
  const over = await decide(first.id, { what: 'Ligar para o diretor', over: line?.decided?.version });
  assert.equal(over.status, 200);
  const again = (await read()).atRisk.lines.find(({ id }) => id === first.id)?.decided;
  assert.deepEqual([again?.what, again?.owner], ['Ligar para o diretor', null]);
  await decide(second.id, { what: 'Remarcar a reunião', dueOn: '2026-04-16' });
  const { counts, text } = await read();
  assert.equal(counts.decided, 2);
  assert.match(text, /^\*Ritual semanal 15\/04\/2026\* \(2 de \d+ decididos\)/);
  assert.match(text, /Ligar para o diretor/);
  assert.match(text, /Remarcar a reunião\. 16\/04\/2026\./);
});

test('a day that has passed, an owner nobody knows, a customer that is not there: refused, nothing kept', async () => {
  const before = (await read()).counts;
  const id = (await read()).atRisk.lines[4]?.id ?? '';
  const what = 'Ligar amanhã';
  assert.equal((await decide(id, { what, dueOn: '2026-04-14' })).body['code'], 'entry-due-past');
  assert.equal((await decide(id, { what, owner: 'quem.saiu' })).body['code'], 'line-owner-gone');
  assert.equal((await decide(id, { what: ' ' })).body['code'], 'field-invalid');
  assert.equal((await decide(crypto.randomUUID(), { what })).body['code'], 'account-not-found');
  assert.equal((await decide(id, { what, task: 'weekly:outra' })).body['code'], 'line-closed');
  assert.deepEqual((await read()).counts, before);
});

test('the minutes are kept with their day', async () => {
  const { text } = await read();
  const key = { 'idempotency-key': 'ata-da-semana-1' };
  const kept = await call('POST', 'rituals/weekly/minutes', { text }, key);
  assert.deepEqual(await call('POST', 'rituals/weekly/minutes', { text }, key), kept);
  assert.deepEqual((await read()).minutes, { on: today, text });
});

test('a week later what was not done comes first: done, dropped or carried on with another day', async () => {
  const last = (await read()).atRisk.lines.filter(({ decided }) => decided !== null);
  today = '2026-04-20';
  const now = await read();
  assert.equal(now.counts.decided, 0);
  assert.deepEqual(
    now.carried.map(({ task }) => [task.what, task.overdue, task.thisWeek]),
    [
      ['Ligar para o diretor', false, false],
      ['Remarcar a reunião', true, false],
    ],
  );
  assert.equal(last.length, 2);
  const [one, other] = now.carried;
  assert.ok(one && other);
  const closed = await call('POST', `rituals/weekly/lines/${one.id}/close`, {
    task: one.task.task,
    outcome: 'done',
  });
  assert.equal(closed.status, 200, JSON.stringify(closed.body));
  const again = await call('POST', `rituals/weekly/lines/${one.id}/close`, {
    task: one.task.task,
    outcome: 'dropped',
  });
  assert.equal(again.body['code'], 'line-closed');
  const on = { task: other.task.task, over: other.task.version, what: other.task.what, dueOn: '2026-04-24' };
  assert.equal((await decide(other.id, on)).status, 200);
  const after = await read();
  assert.deepEqual(
    after.carried.map(({ task }) => [task.what, task.dueOn, task.overdue, task.thisWeek]),
    [['Remarcar a reunião', '2026-04-24', false, true]],
  );
  assert.deepEqual([after.counts.carried, after.counts.carriedSettled], [1, 1]);
  assert.match(after.text, /↻: Remarcar a reunião/);
});

test('a customer that was merged meanwhile is decided as it is read now; another next offer is told with the decision', async () => {
  const [one, other] = (await read()).atRisk.lines.filter(({ decided }) => decided === null);
  assert.ok(one && other);
  assert.equal((await call('POST', `accounts/${one.id}/merge`, { into: other.id })).status, 200);
  const [offer] = (await read()).offers;
  const unknown = await decide(one.id, { what: 'Oferecer outra coisa', offer: 'nenhuma' });
  assert.equal(unknown.body['code'], 'entry-unknown');
  const kept = await decide(one.id, { what: 'Oferecer outra coisa', offer: offer?.key });
  assert.equal(kept.status, 200, JSON.stringify(kept.body));
  const { lines } = (await call('GET', 'rituals/committee')).body['list'] as { lines: { id: string }[] };
  const standing = [...(await read()).atRisk.lines, ...lines].find(({ id }) => id === other.id);
  assert.equal(
    (standing as { decided?: { what: string } } | undefined)?.decided?.what,
    'Oferecer outra coisa',
  );
  const told = JSON.stringify((await call('GET', `accounts/${other.id}/facts`)).body);
  assert.match(told, /decision-overridden/);
});

test('the first metric counts what people confirmed', async () => {
  const lines = (await read()).atRisk.lines;
  const facts = lines
    .slice(0, 4)
    .flatMap(({ id }, n) => [
      confirmed(id, 'onboarding', '2026-03-01', n),
      ...(n < 2 ? [confirmed(id, 'adoption', '2026-04-10', n)] : []),
    ]);
  const told = await call('POST', 'facts', { facts });
  assert.equal(told.status, 200, JSON.stringify(told.body));
  const { metric, phases } = await read();
  assert.deepEqual([metric.started, metric.advanced, metric.rate], [4, 2, 0.5]);
  assert.match(metric.text, /^50% avançaram em 30 dias: 2 de 4/);
  assert.ok(phases.some(({ stage, accounts }) => stage === 'adoption' && accounts > 0));
});

const confirmed = (account: string, stage: string, on: string, n: number) => ({
  type: 'stage-confirmed',
  source: 'crm',
  externalId: `${stage}${n}`,
  account,
  occurredAt: on,
  knownAt: on,
  body: { track: 'main', scope: 'product', stage },
});
