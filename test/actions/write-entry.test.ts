// What a person writes on a customer's page becomes one fact and a fresh decision, and can be taken back.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { at } from '#actions/testing.ts';
import { randomFrom } from '#base/random.ts';
import type { CustomerPage } from '#contract/customer.ts';
import type { Entry, WrittenEntry } from '#contract/entries.ts';
import type { TimelinePage } from '#contract/facts.ts';
import { createApp } from '#server/app.ts';
import { freshWorkspace, testStore, type TestStore } from '#store/testing.ts';

const today = '2026-04-15';
const headers = { host: 'localhost', authorization: 'Bearer secret', 'content-type': 'application/json' };
const url = 'http://localhost/api/v1/workspaces/escrita';
let base: TestStore;
let app: ReturnType<typeof createApp>;
let id = '';

before(async () => {
  base = await testStore();
  await freshWorkspace(base.store, 'escrita');
  const log = (line: string): void => assert.fail(line);
  const now = () => at(today, 20);
  const random = randomFrom('entries');
  app = createApp({ store: base.store, now, random, operatorToken: 'secret', webDirectory: null, log });
  const told = (type: string, externalId: string, body: unknown, occurredAt = '2026-01-10') => ({
    type,
    source: 'crm',
    externalId,
    account: 'a1',
    occurredAt,
    body,
  });
  const line = { product: null, cents: 500_000, currency: 'BRL', seats: null, recurring: true, months: 1 };
  const facts = [
    told('account-described', 'a1', { name: 'Padaria Ipê' }),
    told('contract-signed', 'c1', { contract: 'c1', lines: [line], plannedEnd: '2026-12-31' }),
    told('stage-placed', 's1', { track: 'main', scope: 'product', stage: 'activation' }),
    told('milestone-planned', 'm1', { track: 'main', milestone: 'first_value', dueOn: '2026-05-01' }),
  ];
  const answer = await call('POST', 'facts', { facts });
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  id = (await customer('accounts?limit=5')).items?.[0]?.id ?? '';
});
after(async () => await base.close());

async function call(method: string, path: string, body?: unknown, more: Record<string, string> = {}) {
  const answer = await app.request(`${url}/${path}`, {
    method,
    headers: { ...headers, ...more },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}
async function customer(path: string) {
  return (await call('GET', path)).body as unknown as CustomerPage & { items?: { id: string }[] };
}
const page = () => customer(`accounts/${id}`);
async function write(entry: Entry, on?: string): Promise<WrittenEntry> {
  const { status, body } = await call('POST', `accounts/${id}/entries`, { ...(on ? { on } : {}), entry });
  assert.equal(status, 200, JSON.stringify(body));
  return body as unknown as WrittenEntry;
}
async function refused(entry: unknown, on?: string): Promise<string> {
  const answer = await call('POST', `accounts/${id}/entries`, { ...(on ? { on } : {}), entry });
  assert.ok(answer.status >= 400 && answer.status < 500, JSON.stringify(answer.body));
  return String(answer.body['code']);
}
async function story(): Promise<TimelinePage['items']> {
  return ((await call('GET', `accounts/${id}/facts`)).body as unknown as TimelinePage).items;
}

test('each kind of entry is told in the story as a sentence, and the account is decided anew', async () => {
  const entries: Entry[] = [
    { kind: 'talk', channel: 'phone' },
    { kind: 'talk', channel: 'whatsapp' },
    { kind: 'talk', channel: 'meeting' },
    { kind: 'note', text: 'Pediram relatório por filial.' },
    { kind: 'meeting', meeting: 'qbr', invited: 4, attended: 3, outcome: 'positive', notes: 'Gostaram.' },
    { kind: 'pulse', verdict: 'yellow', reason: 'Equipe nova.' },
    { kind: 'event', event: 'growth', note: 'Abriram a terceira loja.' },
    { kind: 'promise', what: 'Enviar o plano de treinamento', dueOn: '2026-04-20' },
  ];
  for (const entry of entries) {
    const written = await write(entry);
    assert.equal(written.facts.length, 1);
    assert.ok(written.decided, entry.kind);
  }
  const items = await story();
  assert.equal(items.length, 4 + entries.length);
  const text = items.map((item) => item.text).join('\n');
  for (const part of [
    'Pediram relatório por filial',
    'Abriram a terceira loja',
    'Enviar o plano de treinamento',
  ])
    assert.match(text, new RegExp(part));
});

test('a milestone is delivered once, with its proof; a stage is confirmed', async () => {
  const entry = {
    kind: 'milestone',
    track: 'main',
    milestone: 'first_value',
    proof: { kind: 'number', text: '12,5' },
  } as const;
  await write(entry);
  const { tracks } = await page();
  assert.equal(tracks[0]?.milestones.find((one) => one.key === 'first_value')?.deliveredOn, today);
  assert.equal(await refused(entry), 'entry-delivered');
  await write({ kind: 'stage', track: 'main', stage: 'adoption' });
  const [moved] = (await page()).tracks;
  assert.deepEqual([moved?.stage, moved?.estimated], ['adoption', false]);
});

test('what the method or the account does not have, what is past, what proves nothing: each refused by name', async () => {
  const before = (await story()).length;
  assert.equal(await refused({ kind: 'stage', track: 'main', stage: 'moon' }), 'entry-unknown');
  assert.equal(await refused({ kind: 'stage', track: 'c1', stage: 'renewal' }), 'entry-unknown');
  assert.equal(await refused({ kind: 'event', event: 'party' }), 'entry-unknown');
  assert.equal(await refused({ kind: 'offer', offer: 'moon', outcome: 'accepted' }), 'entry-unknown');
  assert.equal(await refused({ kind: 'milestone', track: 'main', milestone: 'moon' }), 'entry-unknown');
  const promise = { kind: 'promise', what: 'Ligar de novo' };
  assert.equal(await refused({ ...promise, dueOn: '2026-04-14' }), 'entry-due-past');
  assert.equal(await refused({ ...promise, dueOn: '2026-02-31' }), 'day-invalid');
  assert.equal(await refused({ kind: 'note', text: 'x' }, '2026-04-16'), 'day-in-future');
  assert.equal(await refused({ kind: 'note', text: '  ' }), 'field-invalid');
  assert.equal(await refused({ kind: 'note', text: 'x', actor: 'outro' }), 'field-invalid');
  assert.equal(
    await refused({ kind: 'meeting', meeting: 'other', invited: 1, attended: 2 }),
    'entry-attended',
  );
  await call('POST', 'facts', {
    facts: [
      {
        type: 'milestone-planned',
        source: 'crm',
        externalId: 'm2',
        account: 'a1',
        occurredAt: '2026-01-11',
        body: { track: 'main', milestone: 'routine' },
      },
    ],
  });
  const proof = (kind: string, text: string) => ({
    kind: 'milestone',
    track: 'main',
    milestone: 'routine',
    proof: { kind, text },
  });
  assert.equal(await refused(proof('number', 'muito')), 'entry-proof');
  assert.equal(await refused(proof('link', 'relatório')), 'entry-proof');
  assert.equal((await story()).length, before + 1);
});

test('the same request under one key is one fact; another under it is refused', async () => {
  const before = (await story()).length;
  const key = { 'idempotency-key': 'escrita-0001' };
  const body = { entry: { kind: 'note', text: 'Uma vez só.' } };
  const first = await call('POST', `accounts/${id}/entries`, body, key);
  const again = await call('POST', `accounts/${id}/entries`, body, key);
  assert.deepEqual(again, first);
  const other = await call(
    'POST',
    `accounts/${id}/entries`,
    { entry: { kind: 'note', text: 'Outra.' } },
    key,
  );
  assert.equal(other.body['code'], 'key-reused');
  assert.equal((await story()).length, before + 1);
});

test('what was written is taken back whole; what others told cannot be', async () => {
  const before = await page();
  const written = await write({ kind: 'event', event: 'budget_cut' });
  const [fact = ''] = written.facts;
  assert.ok((await page()).signals.some(({ key }) => key === 'budget_cut'));
  const back = await call('DELETE', `accounts/${id}/entries/${fact}`);
  assert.deepEqual(back, { status: 200, body: { id: fact } });
  assert.deepEqual(await page(), before);
  assert.equal((await call('DELETE', `accounts/${id}/entries/${fact}`)).body['code'], 'entry-not-found');
  const [oldest] = (await story()).toReversed();
  const foreign = await call('DELETE', `accounts/${id}/entries/${oldest?.id ?? ''}`);
  assert.equal(foreign.body['code'], 'entry-not-found');
});

test('a conversation of a past day is dated there and known from now on', async () => {
  await write({ kind: 'talk', channel: 'phone' }, '2026-04-02');
  const call2 = (await story()).find((item) => item.type === 'call-held' && item.occurredAt < '2026-04-03');
  assert.ok(call2);
  assert.equal(call2.occurredAt, '2026-04-02T03:00:00.000Z');
  assert.equal(call2.knownAt.slice(0, 10), today);
  assert.equal(call2.hindsight, false);
});

test('what may be chosen is named in both languages', async () => {
  for (const lang of ['pt-BR', 'en']) {
    const { body } = await call('GET', `entry-choices?lang=${lang}`);
    for (const list of ['events', 'families', 'offers', 'refusals']) {
      const choices = body[list] as { key: string; label: string }[];
      assert.ok(choices.length > 2, list);
      assert.ok(choices.every(({ key, label }) => key !== '' && label !== ''));
    }
  }
});
