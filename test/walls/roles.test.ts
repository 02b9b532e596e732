// Every route of the map × every role × our ids, another workspace's and nobody's: who may not is refused before anything
// is read, and who may sees their own workspace alone.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { stopCommits } from '#actions/draft-runs.ts';
import { freshLink, invitePerson } from '#actions/people.ts';
import { bring, record, session } from '#actions/testing.ts';
import { committed, drafted, text } from '#actions/testing-drafts.ts';
import { sheetBytes } from '#actions/testing-sheet.ts';
import { readMappings } from '#actions/mappings.ts';
import { rightsOf } from '#actions/session.ts';
import { changeTable } from '#actions/draft-change.ts';
import { routeRights } from '#contract/route-rights.ts';
import { routes, type RouteName } from '#contract/routes.ts';
import { allows, roles, type Capability, type Role } from '#domain/access/roles.ts';
import { ownerOf, personOf, siteOver, type Browser, type Site } from '#server/testing-people.ts';
import { freshWorkspace, testStore, type TestStore } from '#store/testing.ts';
import { callsOf, facts, marked, today, type Call, type Made, fillBoth } from './two-workspaces.ts';

const canary = /CANARIO|canario|98765\d{4}/;
let base: TestStore;
let site: Site;
let ours = '';
let theirs = '';
const browsers = new Map<Role, Browser>();
let stranger: Browser;
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
  theirFact: crypto.randomUUID(),
  theirView: crypto.randomUUID(),
  ourStamp: '',
};
const by = (workspace: string) => session(base.store, workspace, today);

before(async () => {
  base = await testStore();
  ours = base.workspaceId;
  theirs = await freshWorkspace(base.store);
  await fillBoth(made, by(ours), by(theirs));
  made.ourDraft = (await drafted(by(ours), sheetBytes(marked('Nosso', 10_000)), 'nosso2.csv')).id;
  const saying = await drafted(by(theirs), text('CANARIO;Valor;Início\nCANARIO Um;10,00;20/01/2026\n'));
  const columns = { CANARIO: 'name', Valor: 'monthly' };
  await changeTable(by(theirs), saying.id, saying.table, { columns }, 'pt-BR');
  await committed(by(theirs), saying.id);
  made.theirMapping = (await readMappings(by(theirs)))[0]?.id ?? '';
  const left = await drafted(by(theirs), sheetBytes(marked('CANARIO', 987_650_000)), 'CANARIO2.csv');
  [made.theirDraft, made.theirFile] = [left.id, left.table];
  site = siteOver(base.store, today);
  const owner = await ownerOf(site);
  browsers.set('owner', owner);
  for (const role of roles.slice(1))
    browsers.set(role, await personOf(site, owner, ours, { email: `${role}@firma.com.br`, role }));
  stranger = await personOf(site, owner, theirs, { email: 'estranho@outra.com.br', role: 'admin' });
  // Whoever made the base owns both workspaces; the rest of this looks at who is in one alone.
  const person = {
    email: 'canario@canario.com.br',
    name: 'CANARIO',
    role: 'csm',
    memberKey: null,
    sees: 'all',
    seesMoney: true,
  } as const;
  made.theirPerson = (await invitePerson(by(theirs), person)).id;
});
after(async () => {
  await stopCommits(base.store);
  await base.close();
});

const ask = (browser: Browser, call: Call) =>
  browser.ask(call.url, {
    method: call.method.toUpperCase(),
    ...(call.body === undefined
      ? {}
      : typeof call.body === 'string'
        ? { body: JSON.parse(call.body) as unknown }
        : { bytes: call.body }),
  });

const names = Object.keys(routes) as RouteName[];
const capabilityOf = (name: RouteName): Capability | null => {
  const right = routeRights[name];
  return right === 'anyone' || right === 'signed-in' || right === 'owner' ? null : right;
};

test('nobody who is not signed in is answered by a route that needs it, whatever the id', async () => {
  for (const name of names) {
    if (routeRights[name] === 'anyone') continue;
    const answers = new Set<string>();
    for (const call of callsOf(name, ours, made)) {
      const answer = await ask(site.browser(), call);
      assert.equal(answer.status, 401, `${name} ${call.url}`);
      if (!call.url.includes('lang=en')) answers.add(answer.text);
    }
    assert.equal(answers.size, 1, name);
  }
});

test('a workspace of others and none at all are answered by the same bytes', async () => {
  const nobody = crypto.randomUUID();
  for (const name of names) {
    if (capabilityOf(name) === null) continue;
    for (const { method, url, body } of callsOf(name, ours, made)) {
      const [foreign, absent] = await Promise.all(
        [ours, nobody].map(async (id) =>
          ask(stranger, {
            method,
            url: url.replace(ours, id),
            ...(body === undefined ? {} : { body }),
          }),
        ),
      );
      assert.equal(foreign?.status, 404, `${name} ${url}`);
      assert.equal(foreign?.text.replaceAll(ours, nobody), absent?.text, `${name} ${url}`);
    }
  }
});

test('what a role may not do is refused in one way, whatever the id', async () => {
  let refused = 0;
  for (const name of names) {
    const capability = capabilityOf(name);
    if (capability === null) continue;
    for (const role of roles) {
      if (allows(role, capability)) continue;
      const answers = new Set<string>();
      for (const call of callsOf(name, ours, made)) {
        const answer = await ask(browsers.get(role) as Browser, call);
        assert.equal(answer.status, 403, `${role} ${name} ${call.url} ${answer.text}`);
        if (!call.url.includes('lang=en')) answers.add(answer.text);
        refused += 1;
      }
      assert.equal(answers.size, 1, `${role} ${name}`);
    }
  }
  assert.ok(refused > 200, String(refused));
});

test('who may, is answered, and shown nothing of another workspace', async () => {
  let answered = 0;
  for (const name of names.toSorted((a, b) => order(a) - order(b))) {
    const capability = capabilityOf(name);
    for (const role of roles.toReversed()) {
      if (role === 'owner' || capability === null || !allows(role, capability)) continue;
      for (const call of callsOf(name, ours, made)) {
        const answer = await ask(browsers.get(role) as Browser, call);
        assert.ok(![401, 403, 500].includes(answer.status), `${role} ${name} ${call.url} ${answer.text}`);
        const echoed = answer.text.replaceAll(/"(path|account|into|known|detail)":"[^"]*"|canario/g, '');
        assert.doesNotMatch(echoed, canary, `${role} ${name} ${call.url}`);
        answered += 1;
      }
    }
  }
  assert.ok(answered > 400, String(answered));
  assert.deepEqual(site.log, []);
});

/** Reads before writes, so that there is something to read. */
const order = (name: RouteName): number => (routes[name].method === 'get' ? 0 : 1);

test('each verb refuses by itself what a role may not do', async () => {
  const asViewer = { ...by(ours), ...rightsOf('viewer') };
  await assert.rejects(bring(asViewer, sheetBytes(marked('Nosso', 10_000))), { code: 'not-allowed' });
  await assert.rejects(record(asViewer, facts('Nosso', made.ours)), { code: 'not-allowed' });
  await assert.rejects(freshLink(asViewer, made.theirPerson), { code: 'not-allowed' });
});
