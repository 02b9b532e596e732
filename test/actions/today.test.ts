// The day: tasks opened, put off, given away, finished and taken back; the decided action counts until it is done.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { at, bring, session } from '#actions/testing.ts';
import { sample, sheetBytes } from '#actions/testing-sheet.ts';
import { randomFrom } from '#base/random.ts';
import type { DayTask } from '#contract/tasks.ts';
import { today as schema, type Today } from '#contract/today.ts';
import { createApp } from '#server/app.ts';
import { freshWorkspace, testStore, type TestStore } from '#store/testing.ts';

const headers = { host: 'localhost', authorization: 'Bearer secret', 'content-type': 'application/json' };
let base: TestStore;
let app: ReturnType<typeof createApp>;
let today = '2026-04-15';
let hour = 10;

before(async () => {
  base = await testStore();
  const workspace = await freshWorkspace(base.store, 'dia');
  await bring(session(base.store, workspace, today), sheetBytes(sample(40, 'ritual').rows), 'clientes.csv');
  const log = (line: string): void => assert.fail(line);
  const random = randomFrom('dia');
  const now = () => at(today, hour);
  app = createApp({ store: base.store, now, random, operatorToken: 'secret', webDirectory: null, log });
});
after(async () => await base.close());

async function call(method: string, path: string, body?: unknown, more: Record<string, string> = {}) {
  const answer = await app.request(`http://localhost/api/v1/workspaces/dia/${path}`, {
    method,
    headers: { ...headers, ...more },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}
async function read(query = ''): Promise<Today> {
  const { status, body } = await call('GET', `today?${query}`);
  assert.equal(status, 200, JSON.stringify(body));
  return schema.parse(body);
}
const open = (accounts: readonly string[], more: Record<string, unknown> = {}) =>
  call('POST', 'tasks', { accounts, what: 'Levar o plano', ...more });
const change = (task: DayTask, what: Record<string, unknown>) =>
  call('POST', `accounts/${task.account.id}/tasks/change`, {
    task: task.task,
    action: task.action,
    what: task.what,
    over: task.version,
    change: what,
  });
const undo = (account: unknown, facts: unknown) => call('POST', 'tasks/undo', { undo: [{ account, facts }] });
const find = (day: Today, key: unknown) => day.tasks.find((task) => task.key === key);
const untaken = (day: Today): DayTask => {
  const task = day.tasks.find((one) => one.task === null);
  assert.ok(task);
  return task;
};

test('without sign-in the day is everybody’s, by person when asked, and every task says what it rests on', async () => {
  const all = await read();
  assert.deepEqual([all.day, all.time, all.next, all.since], [today, '10:00', '2026-04-16', '2026-04-14']);
  assert.equal(all.who, null);
  assert.ok(all.counts.total > 0);
  assert.equal(all.tasks.length, Math.min(all.counts.total, 60));
  for (const task of all.tasks) assert.ok(task.what.length > 3 && task.why !== '' && task.say !== '');
  const owner = all.tasks[0]?.owner ?? '';
  const own = await read(`person=${encodeURIComponent(owner)}`);
  assert.equal(own.who?.key, owner);
  assert.ok(own.tasks.every((task) => task.owner === owner));
  assert.ok(own.counts.total <= all.counts.total);
  assert.deepEqual(own.missing, all.missing);
  assert.match((await read('lang=en')).tasks[0]?.say ?? '', /\w/);
});

test('one task for many customers, once for each, with its hour; the morning comes before the afternoon', async () => {
  const ids = [...new Set((await read()).tasks.map(({ account }) => account.id))].slice(0, 3);
  const { status, body } = await open([...ids, ids[0] ?? ''], { dueOn: today, dueTime: '11:30' });
  assert.equal(status, 200, JSON.stringify(body));
  const opened = body['opened'] as { task: string; fact: string; account: string; joined: boolean }[];
  assert.deepEqual(opened.map(({ account }) => account).toSorted(), ids.toSorted());
  assert.ok(opened.every(({ joined }) => !joined));
  const day = await read();
  const one = find(day, opened[0]?.task);
  assert.deepEqual([one?.part, one?.minutes, one?.dueTime], ['morning', 90, '11:30']);
  assert.equal(day.counts.morning, 3);
  assert.ok(day.tasks.slice(0, 3).every(({ part }) => part === 'morning'));
  const back = await call('POST', 'tasks/undo', {
    undo: opened.map(({ account, fact }) => ({ account, facts: [fact] })),
  });
  assert.equal(back.status, 200, JSON.stringify(back.body));
  assert.equal((await read()).counts.morning, 0);
});

test('a task of the past, of nobody we know, of no customer is refused in words, and nothing is opened', async () => {
  const [id = ''] = (await read()).tasks.map(({ account }) => account.id);
  const before = (await read()).counts.total;
  const past = await open([id], { dueOn: '2026-04-14' });
  assert.equal(past.body['code'], 'entry-due-past');
  assert.equal((await open([id], { dueOn: today, dueTime: '09:00' })).body['code'], 'entry-due-past');
  const nobody = await open([id], { owner: 'ninguem' });
  assert.equal(nobody.body['code'], 'task-owner-unknown');
  assert.match(String(nobody.body['detail']), /não é da equipe/);
  const absent = await open([id, crypto.randomUUID()]);
  assert.equal(absent.body['code'], 'account-not-found');
  assert.equal((await read()).counts.total, before);
});

test('the decided action done is no work of today any more, and taking it back makes it so again', async () => {
  const task = untaken(await read());
  const { done } = (await read()).counts;
  const kept = await change(task, { kind: 'finish', outcome: 'talked', talk: 'phone', note: 'Pediu prazo' });
  assert.equal(kept.status, 200, JSON.stringify(kept.body));
  const day = await read();
  assert.equal(find(day, task.key), undefined);
  assert.equal(day.counts.done, done + 1);
  const facts = kept.body['facts'];
  const told = await call('GET', `accounts/${task.account.id}/facts`);
  assert.match(JSON.stringify(told.body), /Pediu prazo/);
  assert.equal((await undo(task.account.id, facts)).status, 200);
  const again = await read();
  assert.equal(find(again, task.key)?.task, null);
  assert.equal(again.counts.done, done);
});

test('nobody reached: it rests today and is asked again tomorrow; who talked is left alone until Monday', async () => {
  const [first, second] = (await read()).tasks.filter((one) => one.task === null);
  assert.ok(first && second);
  await change(first, { kind: 'finish', outcome: 'no_answer' });
  await change(second, { kind: 'finish', outcome: 'done' });
  const keys = async () => (await read()).tasks.map(({ account, action }) => `${account.id} ${action}`);
  const [one, two] = [first, second].map((task) => `${task.account.id} ${task.action}`);
  assert.ok(!(await keys()).includes(one ?? ''));
  today = '2026-04-16';
  assert.ok((await keys()).includes(one ?? ''));
  assert.ok(!(await keys()).includes(two ?? ''));
  today = '2026-04-15';
});

test('an action put off keeps its new day in the decision, goes to working time, and is late when that has passed', async () => {
  const task = untaken(await read());
  // 18 and 19 April are a weekend, 21 a holiday.
  const kept = await change(task, { kind: 'snooze', dueOn: '2026-04-18', dueTime: '09:30' });
  assert.equal(kept.status, 200, JSON.stringify(kept.body));
  assert.equal(find(await read(), task.key), undefined);
  const page = await call('GET', `accounts/${task.account.id}`);
  assert.match(JSON.stringify(page.body), /"due":"2026-04-20"/);
  today = '2026-04-20';
  hour = 9;
  const due = find(await read(), kept.body['task']);
  assert.deepEqual([due?.part, due?.minutes, due?.action], ['morning', 30, task.action]);
  hour = 12.5;
  const late = find(await read(), kept.body['task']);
  assert.deepEqual([late?.part, late?.minutes], ['late', -180]);
  today = '2026-04-15';
  hour = 10;
  assert.equal((await undo(task.account.id, kept.body['facts'])).status, 200);
  assert.ok(find(await read(), task.key));
});

test('who did not see another’s change writes over nothing; given away it is another’s', async () => {
  const day = await read();
  const task = untaken(day);
  const other = day.members.find(({ key }) => key !== task.owner)?.key ?? '';
  const given = await change(task, { kind: 'delegate', owner: other });
  assert.equal(given.status, 200, JSON.stringify(given.body));
  const late = await change(task, { kind: 'finish', outcome: 'done' });
  assert.deepEqual([late.status, late.body['code']], [409, 'task-changed']);
  const taken = find(await read(), given.body['task']);
  assert.ok(taken);
  assert.equal(taken.owner, other);
  assert.equal((await change({ ...taken, version: 'x' }, { kind: 'finish', outcome: 'done' })).status, 409);
  assert.equal((await change(taken, { kind: 'finish', outcome: 'not_needed' })).status, 200);
  const twice = await change(taken, { kind: 'finish', outcome: 'done' });
  assert.deepEqual([twice.status, twice.body['code']], [409, 'task-closed']);
});

test('24 hours promised on a Friday are both clocks’ until they are put off', async () => {
  today = '2026-04-17';
  hour = 11;
  const [id = ''] = (await read()).tasks.map(({ account }) => account.id);
  const { body } = await open([id], { withinHours: 24 });
  const [opened] = body['opened'] as { task: string }[];
  const { body: list } = await call('GET', `accounts/${id}/tasks`);
  const task = (list['tasks'] as DayTask[]).find(({ key }) => key === opened?.task);
  assert.deepEqual(
    [task?.dueOn, task?.dueTime, task?.clock],
    ['2026-04-20', '11:00', { on: '2026-04-18', time: '11:00' }],
  );
  assert.ok(task);
  await change(task, { kind: 'snooze', dueOn: '2026-04-22' });
  const after = ((await call('GET', `accounts/${id}/tasks`)).body['tasks'] as DayTask[])[0];
  assert.deepEqual([after?.dueOn, after?.dueTime, after?.clock], ['2026-04-22', null, null]);
  today = '2026-04-15';
  hour = 10;
});

test('the same key opens one task however often it is sent', async () => {
  const [id = ''] = (await read()).tasks.map(({ account }) => account.id);
  const send = () =>
    call('POST', 'tasks', { accounts: [id], what: 'Uma vez' }, { 'idempotency-key': 'dia-uma-vez' });
  const [first, second] = [await send(), await send()];
  assert.deepEqual(first.body, second.body);
  const list = (await call('GET', `accounts/${id}/tasks`)).body['tasks'] as DayTask[];
  assert.equal(list.filter(({ what }) => what === 'Uma vez').length, 1);
});

test('a task of a customer joined to another goes to the one it is read as, and says so', async () => {
  const [into = '', from = ''] = [...new Set((await read()).tasks.map(({ account }) => account.id))].slice(4);
  const { body } = await open([from], { dueOn: today });
  const [opened] = body['opened'] as { task: string }[];
  assert.equal((await call('POST', `accounts/${from}/merge`, { into })).status, 200);
  const again = await open([from], { what: 'Depois de juntar' });
  const [later] = again.body['opened'] as { account: string; joined: boolean }[];
  assert.deepEqual([later?.account, later?.joined], [into, true]);
  const task = find(await read(), opened?.task);
  assert.equal(task?.account.id, into);
  assert.ok(task);
  assert.equal((await change(task, { kind: 'snooze', dueOn: '2026-04-16' })).status, 200);
  const list = (await call('GET', `accounts/${into}/tasks`)).body['tasks'] as DayTask[];
  assert.equal(list.filter(({ key }) => key === opened?.task).length, 1);
});
