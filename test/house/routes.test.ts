// The contract and the server say the same: each route of the map is bound once, and nothing else lives under /api/v1.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paths } from '#contract/paths.ts';
import { routes } from '#contract/routes.ts';
import { filesUnder, isTest, textOf, withoutComments } from './source.ts';

const server = filesUnder('src/server')
  .filter((path) => path.endsWith('.ts') && !isTest(path))
  .map((path) => withoutComments(textOf(path)))
  .join('\n');

/** Names of the map that a text binds, in order. */
const boundIn = (text: string): readonly string[] =>
  [...text.matchAll(/createRoute\(\s*routes\.(\w+)/g)].map((match) => match[1] ?? '').sort();

/** Paths that a text defines by hand under the API. Middleware (`use`) answers nothing by itself. */
const handmadeIn = (text: string): readonly string[] =>
  [...text.matchAll(/\.(\w+)\(\s*(?:\[[^\]]*\],\s*)?['"`](\/api\/v1[^'"`]*)/g)]
    .filter((match) => match[1] !== 'use')
    .map((match) => match[2] ?? '');

test('every route of the contract is bound once', () => {
  assert.deepEqual(boundIn(server), Object.keys(routes).sort());
});

test('no route is made without the contract', () => {
  assert.deepEqual(handmadeIn(server), ['/api/v1/openapi.json']);
  const made = [...server.matchAll(/createRoute\(\s*(?!routes\.)/g)];
  assert.equal(made.length, 0);
});

test('the map says each method and path once, and only under the API', () => {
  const all = Object.values(routes).map((route) => `${route.method} ${route.path}`);
  assert.equal(new Set(all).size, all.length);
  for (const route of Object.values(routes)) assert.match(route.path, /^\/api\/v1\//);
  const used = new Set<string>(Object.values(routes).map((route) => route.path));
  assert.deepEqual(
    Object.values(paths).filter((path) => !used.has(path)),
    [],
  );
});

test('what is planted is seen', () => {
  assert.deepEqual(handmadeIn("app.get('/api/v1/secret', (c) => c.json({}));"), ['/api/v1/secret']);
  assert.deepEqual(handmadeIn("app.on(['GET'], '/api/v1/other', handler);"), ['/api/v1/other']);
  assert.deepEqual(boundIn('app.openapi(createRoute(routes.getWeek), f)'), ['getWeek']);
});
