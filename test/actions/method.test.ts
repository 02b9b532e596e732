// Another method for a workspace: what it would change is what it changes, nothing of a look is kept, versions only follow.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  compareMethods,
  publishMethod,
  readMethod,
  readMethodText,
  type MethodChoice,
} from '#actions/method.ts';
import { aspectsOf, previewMethod } from '#actions/preview-method.ts';
import { rightsOf, type Session } from '#actions/session.ts';
import { bring, session } from '#actions/testing.ts';
import { sample, sheetBytes } from '#actions/testing-sheet.ts';
import { readWeek } from '#actions/week.ts';
import { freshWorkspace, testStore, type TestStore } from '#store/testing.ts';

let base: TestStore;
before(async () => {
  base = await testStore();
});
after(async () => await base.close());

const today = '2026-04-15';
async function firm(): Promise<Session> {
  const workspace = await freshWorkspace(base.store);
  const by = () => session(base.store, workspace, today);
  await bring(by(), sheetBytes(sample(30, 'method').rows));
  return by();
}
const refusedAs = (code: string) => (error: unknown) => (error as { code?: string }).code === code;
const listed = async (by: Session) =>
  new Map((await readWeek(by, undefined)).accounts.map(({ id, decision }) => [id, decision]));
const saas: MethodChoice = { template: 'saas' };

test('a workspace runs the default template, and may see all that ship', async () => {
  const { version, method, versions, templates } = await readMethod(await firm());
  assert.deepEqual([version, method.key, versions.length], [1, 'servicos-b2b', 1]);
  assert.deepEqual(
    templates.map(({ key }) => key),
    ['servicos-b2b', 'ciclo-cs', 'saas'],
  );
});

test('what a look tells is what publishing makes, and the look keeps nothing', async () => {
  const by = await firm();
  const before = await listed(by);
  const preview = await previewMethod(by, saas);
  assert.deepEqual(await listed(by), before);
  assert.deepEqual([preview.over, preview.total, preview.looked], [1, before.size, before.size]);
  await publishMethod(by, saas, preview.over);
  const then = await listed(by);
  const differ = [...before].filter(([id, one]) => {
    const other = then.get(id);
    assert.ok(other, 'who is on the list stays on it');
    return aspectsOf(one, other).length > 0;
  });
  assert.ok(differ.length > 0, 'the two methods see these customers alike');
  assert.equal(preview.changed, differ.length);
  for (const { id, after: seen } of preview.examples) {
    const now = then.get(id);
    assert.equal(now?.health.band, seen.health.band);
    assert.deepEqual(now?.stages, seen.stages);
    assert.equal(now?.offer, seen.offer);
  }
});

test('a version goes over the one it was looked at beside; the same again is none; an old one comes back as a new one', async () => {
  const by = await firm();
  assert.deepEqual((await publishMethod(by, saas, 1)).version, 2);
  assert.deepEqual(await publishMethod(by, saas, 2), { version: 2, changes: 0 });
  await assert.rejects(publishMethod(by, { template: 'ciclo-cs' }, 1), refusedAs('method-changed'));
  const back = await publishMethod(by, { version: 1 }, 2);
  assert.equal(back.version, 3);
  const { method, versions } = await readMethod(by);
  assert.equal(method.key, 'servicos-b2b');
  assert.deepEqual(
    versions.map((one) => [one.version, one.key]),
    [
      [3, 'servicos-b2b'],
      [2, 'saas'],
      [1, 'servicos-b2b'],
    ],
  );
});

test('a text with mistakes is refused with every line, and the running version stays', async () => {
  const by = await firm();
  const text = await readMethodText(by, { version: 1 });
  const wrong = text
    .replace('yellow: 40, green: 75', 'yellow: 80, green: 75')
    .replace('weight: 45', 'weight: x');
  await assert.rejects(publishMethod(by, { source: wrong }, 1), (error: unknown) => {
    const { code, parts } = error as { code: string; parts: readonly { path: string; message: string }[] };
    assert.match(parts[0]?.path ?? '', /^\d+: health\.measures\.\d+\.weight$/);
    return code === 'method-invalid';
  });
  assert.equal((await readMethod(by)).version, 1);
  await assert.rejects(previewMethod(by, { template: 'nenhum' }), refusedAs('method-not-found'));
});

test('a changed text is compared place by place', async () => {
  const by = await firm();
  const text = await readMethodText(by, { version: 1 });
  const changed = text.replace('coverageLimit: 0.4', 'coverageLimit: 0.6');
  assert.deepEqual(await compareMethods(by, { version: 1 }, { source: changed }), [
    { path: 'health.coverageLimit', before: '0.4', after: '0.6' },
  ]);
  const preview = await previewMethod(by, { source: changed });
  assert.equal(preview.byAspect.stage, 0);
});

test('who may not change the method may look at it alone', async () => {
  const by = { ...(await firm()), ...rightsOf('csm') };
  assert.equal((await readMethod(by)).version, 1);
  await assert.rejects(previewMethod(by, saas), refusedAs('not-allowed'));
  await assert.rejects(publishMethod(by, saas, 1), refusedAs('not-allowed'));
});
