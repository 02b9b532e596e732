// Signing in as an attacker and a careless person would try it: every pattern has its refusal.
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { testStore, type TestStore } from '#store/testing.ts';
import { goodPassword, ownerOf, personOf, siteOver, type Browser, type Site } from './testing-people.ts';

const today = '2026-04-15';
const day = 86_400_000;
let base: TestStore;
let site: Site;
let owner: Browser;
let workspace = '';
const people = (): string => `/api/v1/workspaces/${workspace}/people`;
const accounts = (): string => `/api/v1/workspaces/${workspace}/accounts`;

before(async () => {
  base = await testStore();
  workspace = base.workspaceId;
  site = siteOver(base.store, today);
});
after(async () => await base.close());
beforeEach(() => {
  // Each test begins after the tries of the one before stopped counting.
  site.clock.ahead += 20 * 60_000;
});

test('without an owner this machine answers without sign-in, and no other name does', async () => {
  const visitor = site.browser();
  assert.equal((await visitor.ask(accounts())).status, 200);
  assert.deepEqual(
    (({ state, user }: { state: string; user: unknown }) => [state, user])(
      (await visitor.ask('/api/v1/access')).body,
    ),
    ['open', null],
  );
  const elsewhere = siteOver(base.store, today, {
    hosts: new Set(['cs.firma.com.br']),
    host: 'cs.firma.com.br',
  });
  assert.equal((await elsewhere.browser().ask(accounts())).status, 403);
});

test('from the first owner on every request needs a session, and there is no second first owner', async () => {
  const visitor = site.browser();
  owner = await ownerOf(site);
  assert.equal((await owner.ask(accounts())).status, 200);
  assert.equal((await visitor.ask(accounts())).status, 401);
  assert.equal((await visitor.ask('/api/v1/workspaces')).status, 401);
  const again = { name: 'Outro', email: 'outro@firma.com.br', password: goodPassword };
  assert.equal((await visitor.ask('/api/v1/owner', { body: again })).status, 409);
  const token = { headers: { authorization: 'Bearer operator-token' } };
  assert.equal((await visitor.ask(accounts(), token)).status, 200);
  assert.equal((await visitor.ask(accounts(), { headers: { authorization: 'Bearer x' } })).status, 401);
});

test('the cookie is for the server alone, of this site alone, and by https where pages are', async () => {
  const answer = await site.browser().request('/api/auth/sign-in/email', {
    body: { email: 'dona@firma.com.br', password: goodPassword },
  });
  const [cookie = ''] = answer.headers.getSetCookie();
  assert.match(cookie, /^perene\.session_token=[^;]+;/);
  for (const flag of [/httponly/i, /samesite=strict/i, /path=\//i]) assert.match(cookie, flag);
  assert.doesNotMatch(cookie, /secure|domain/i);
  assert.deepEqual(await answer.json(), { done: true }, 'the token is in the cookie and nowhere else');
  const host = 'cs.firma.com.br';
  const secure = siteOver(base.store, today, { hosts: new Set([host]), host, secure: true });
  const outside = secure.browser();
  const entered = await outside.request('/api/auth/sign-in/email', {
    body: { email: 'dona@firma.com.br', password: goodPassword },
  });
  assert.match(entered.headers.getSetCookie()[0] ?? '', /^__Secure-perene\.session_token=.*; Secure/);
  assert.equal((await outside.ask(accounts())).status, 200);
});

test('a wrong password and an unknown e-mail are answered alike, and take as long', async () => {
  const times: number[][] = [[], []];
  const texts = new Set<string>();
  for (let round = 0; round < 4; round += 1)
    for (const [place, email] of ['dona@firma.com.br', `ninguem${round}@firma.com.br`].entries()) {
      const start = performance.now();
      const answer = await site
        .browser()
        .ask('/api/auth/sign-in/email', { body: { email, password: 'senha errada' } });
      times[place]?.push(performance.now() - start);
      texts.add(`${answer.status} ${answer.text}`);
    }
  assert.equal(texts.size, 1, [...texts].join('\n'));
  const [known = 0, unknown = 0] = times.map((list) => Math.min(...list));
  assert.ok(unknown > known / 2 && unknown < known * 2, `${known} ms and ${unknown} ms`);
});

test('passwords are not tried for long, and the one who waits may enter again', async () => {
  const attacker = site.browser();
  const statuses: number[] = [];
  for (let i = 0; i < 12; i += 1)
    statuses.push(await attacker.signIn('dona@firma.com.br', `errada numero ${i}`));
  assert.deepEqual(statuses, [...Array<number>(10).fill(401), 429, 429]);
  const refused = await attacker.request('/api/auth/sign-in/email', {
    body: { email: 'DONA@firma.com.br ', password: goodPassword },
  });
  assert.equal(refused.status, 429);
  assert.ok(Number(refused.headers.get('retry-after')) > 0);
  site.clock.ahead += 16 * 60_000;
  assert.equal(await attacker.signIn('dona@firma.com.br'), 200);
});

test('a session given before sign-in is not the one after it', async () => {
  const victim = site.browser();
  const planted = 'plantado.assinatura';
  victim.cookies.set('perene.session_token', planted);
  assert.equal((await victim.ask(accounts())).status, 401);
  await victim.signIn('dona@firma.com.br');
  const first = victim.cookies.get('perene.session_token');
  assert.notEqual(first, planted);
  await victim.signIn('dona@firma.com.br');
  assert.notEqual(victim.cookies.get('perene.session_token'), first);
});

test('a token used after sign-out is nobody', async () => {
  const browser = site.browser();
  await browser.signIn('dona@firma.com.br');
  const kept = new Map(browser.cookies);
  assert.equal((await browser.ask('/api/auth/sign-out', { body: {} })).status, 200);
  assert.equal(browser.cookies.size, 0);
  const thief = site.browser();
  for (const [name, value] of kept) thief.cookies.set(name, value);
  assert.equal((await thief.ask(accounts())).status, 401);
});

test('a changed token is nobody', async () => {
  const browser = site.browser();
  await browser.signIn('dona@firma.com.br');
  const token = browser.cookies.get('perene.session_token') ?? '';
  for (const forged of [`x${token}`, token.split('.')[0] ?? '', `${token.slice(0, -6)}AAAAAA`]) {
    browser.cookies.set('perene.session_token', forged);
    assert.equal((await browser.ask(accounts())).status, 401);
  }
});

test('a page of another site changes nothing, signs nobody in and nobody out', async () => {
  for (const [path, body] of [
    [people(), { email: 'x@firma.com.br', role: 'viewer' }],
    ['/api/auth/sign-in/email', { email: 'dona@firma.com.br', password: goodPassword }],
    ['/api/auth/sign-out', {}],
    ['/api/v1/password', { current: goodPassword, password: 'outra frase comprida' }],
  ] as const)
    for (const headers of [{ origin: 'https://mau.example' }, { 'sec-fetch-site': 'cross-site' }] as const)
      assert.equal((await owner.ask(path, { body, headers })).status, 403, path);
  const asForm = { 'content-type': 'application/x-www-form-urlencoded' };
  assert.equal((await owner.ask(people(), { body: {}, headers: asForm })).status, 415);
});

test('nothing else of the sign-in library answers', async () => {
  for (const path of [
    'sign-up/email',
    'update-user',
    'delete-user',
    'get-session',
    'list-sessions',
    'reset-password',
    'ok',
  ]) {
    const made = { body: { email: 'x@y.com.br', password: goodPassword, name: 'x' } };
    assert.equal((await owner.ask(`/api/auth/${path}`, made)).status, 404, path);
    assert.equal((await owner.ask(`/api/auth/${path}`)).status, 404, path);
  }
});

test('what got around the library elsewhere gets around nothing here', async () => {
  const entry = { email: 'dona@firma.com.br', password: goodPassword };
  const sent = (path: string, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
    site.browser().ask(path, { body, headers });
  assert.equal((await sent('/api/auth//sign-in/email', entry)).status, 404, 'a doubled slash');
  assert.equal((await sent('/api/auth/sign-in/email/', entry)).status, 404, 'a slash at the end');
  for (const extra of [{ callbackURL: 'https://mau.example' }, { rememberMe: false }, { userId: 'x' }])
    assert.equal((await sent('/api/auth/sign-in/email', { ...entry, ...extra })).status, 422);
  const statuses: number[] = [];
  for (let i = 0; i < 12; i += 1) {
    const wrong = { ...entry, password: `errada numero ${i}` };
    statuses.push(
      (await sent('/api/auth/sign-in/email', wrong, { 'x-forwarded-for': `10.0.0.${i}` })).status,
    );
  }
  assert.equal(statuses.at(-1), 429, 'an address that a header claims is not asked');
});

test('tries that come at once are counted before they are known to be wrong', async () => {
  const answers = await Promise.all(
    Array.from({ length: 14 }, (_, i) => site.browser().signIn('dona@firma.com.br', `errada numero ${i}`)),
  );
  assert.equal(answers.filter((status) => status === 401).length, 10);
});

test('a link opens once, for seven days, and only the newest one', async () => {
  const invite = async (email: string): Promise<{ id: string; token: string }> =>
    (await owner.ask(people(), { body: { email, role: 'viewer' } })).body;
  const use = async (token: string, password = goodPassword): Promise<number> =>
    (await site.browser().ask('/api/v1/link/accept', { body: { token, name: 'Ana', password } })).status;
  const { id, token } = await invite('ana@firma.com.br');
  assert.equal(await use(token, 'curta'), 422);
  assert.equal((await owner.ask(people(), { body: { email: 'ANA@firma.com.br', role: 'csm' } })).status, 409);
  const newer: { token: string } = (await owner.ask(`${people()}/${id}/link`, { method: 'POST' })).body;
  assert.equal(await use(token), 404, 'a newer link took its place');
  assert.equal(await use(newer.token), 200);
  assert.equal(await use(newer.token), 404, 'used');
  const late = await invite('bia@firma.com.br');
  site.clock.ahead += 7 * day;
  assert.equal(await use(late.token), 404, 'too late');
  for (const none of ['', 'x', `${late.token}x`, late.token.slice(0, -2), 'A'.repeat(75)])
    assert.ok([404, 422].includes(await use(none)), none);
  const answers = [token, newer.token, late.token, 'A'.repeat(75)].map(
    async (one) => (await site.browser().ask('/api/v1/link', { body: { token: one } })).text,
  );
  assert.equal(
    new Set(await Promise.all(answers)).size,
    1,
    'used, replaced, late and wrong are answered alike',
  );
  await owner.signIn('dona@firma.com.br');
});

test('a role changed, a person removed and a password changed act at the next request', async () => {
  const bob = await personOf(site, owner, workspace, { email: 'bob@firma.com.br', role: 'admin' });
  assert.equal((await bob.ask(people(), { body: { email: 'c@firma.com.br', role: 'viewer' } })).status, 200);
  const role = { method: 'PATCH', body: { role: 'viewer' } };
  assert.equal((await owner.ask(`${people()}/${bob.id}`, role)).status, 200);
  assert.equal((await bob.ask(people(), { body: { email: 'd@firma.com.br', role: 'viewer' } })).status, 403);
  const elsewhere = site.browser();
  await elsewhere.signIn('bob@firma.com.br');
  const change = { body: { current: goodPassword, password: 'outra frase comprida' } };
  assert.equal(
    (await bob.ask('/api/v1/password', { body: { ...change.body, current: 'errada' } })).status,
    403,
  );
  assert.equal((await bob.ask('/api/v1/password', change)).status, 200);
  assert.equal((await elsewhere.ask(accounts())).status, 401, 'other sessions ended');
  assert.equal((await bob.ask(accounts())).status, 200, 'who changed it stays');
  assert.equal((await owner.ask(`${people()}/${bob.id}`, { method: 'DELETE' })).status, 200);
  assert.equal((await bob.ask(accounts())).status, 401);
  assert.equal(await bob.signIn('bob@firma.com.br', 'outra frase comprida'), 401);
});

test('an admin makes, changes and removes no owner, and the last owner stays', async () => {
  const admin = await personOf(site, owner, workspace, { email: 'adm@firma.com.br', role: 'admin' });
  const { people: all } = (await owner.ask(people())).body as { people: { id: string; email: string }[] };
  const dona = all.find(({ email }) => email === 'dona@firma.com.br')?.id ?? '';
  const tries: [string, string, unknown][] = [
    ['POST', people(), { email: 'novo@firma.com.br', role: 'owner' }],
    ['PATCH', `${people()}/${admin.id}`, { role: 'owner' }],
    ['PATCH', `${people()}/${dona}`, { role: 'viewer' }],
    ['DELETE', `${people()}/${dona}`, undefined],
    ['POST', `${people()}/${dona}/link`, undefined],
  ];
  for (const [method, path, body] of tries)
    assert.equal((await admin.ask(path, { method, body })).status, 403, `${method} ${path}`);
  assert.equal((await owner.ask(`${people()}/${dona}`, { method: 'DELETE' })).status, 409);
  assert.equal(
    (await owner.ask(`${people()}/${dona}`, { method: 'PATCH', body: { role: 'csm' } })).status,
    409,
  );
  for (const extra of [{ userId: 'x' }, { workspace_id: 'x' }, { acceptedAt: 1 }, { id: dona }])
    assert.equal((await owner.ask(`${people()}/${admin.id}`, { method: 'PATCH', body: extra })).status, 422);
});

test('no answer and no line of the log holds a password or a hash', () => {
  assert.deepEqual(site.log, []);
});
