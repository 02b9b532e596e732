import assert from 'node:assert/strict';
import { test } from 'node:test';
import { address, client, Refused } from './client.ts';
import { routes } from './routes.ts';

test('an address fills the path, escapes it and leaves empty parameters out', () => {
  assert.equal(
    address('/w/{workspace}/a/{id}', { workspace: 'são', id: 'a/b' }, { q: '', band: undefined, limit: 50 }),
    '/w/s%C3%A3o/a/a%2Fb?limit=50',
  );
});

test('a refusal carries the problem, and a page that is no problem carries none', async () => {
  const answer = (status: number, type: string, body: string) =>
    client(async () => new Response(body, { status, headers: { 'content-type': type } }));
  const problem = { type: 'about:blank', title: 'Não encontrado', status: 404, code: 'not_found' };
  await assert.rejects(
    answer(404, 'application/problem+json', JSON.stringify(problem)).workspaces(),
    (error) => {
      assert.ok(error instanceof Refused);
      assert.equal(error.problem?.code, 'not_found');
      return true;
    },
  );
  await assert.rejects(
    answer(502, 'text/html', '<p>').workspaces(),
    (error) => error instanceof Refused && error.problem === null,
  );
});

test('no two routes share a method and a path, and every one answers 200', () => {
  const seen = Object.values(routes).map((route) => `${route.method} ${route.path}`);
  assert.equal(new Set(seen).size, seen.length);
  for (const route of Object.values(routes)) assert.ok(200 in route.responses);
});

test('a list query has its defaults and refuses a page past the limit', () => {
  const query = routes.listAccounts.request.query;
  assert.deepEqual(query.parse({}), {
    view: 'all',
    sort: 'score',
    dir: 'asc',
    limit: 100,
    lang: 'pt-BR',
  });
  assert.ok(!query.safeParse({ limit: '201' }).success);
  assert.ok(!query.safeParse({ asOf: '15/04/2026' }).success);
});
