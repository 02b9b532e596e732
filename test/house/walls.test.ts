// The walls between the rooms, read off the import lines; and the proof that a planted bad line is seen.
import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { test } from 'node:test';
import { roomFiles, textOf } from './source.ts';
import { wallFaults } from './walls.ts';

test('no file imports over a wall', () => {
  assert.deepEqual(
    roomFiles().flatMap((path) => wallFaults(path, textOf(path))),
    [],
  );
});

test('there are no barrels', () => {
  assert.deepEqual(
    roomFiles().filter((path) => /^index\.[cm]?[jt]sx?$/.test(basename(path))),
    [],
  );
});

const bad: readonly (readonly [path: string, line: string])[] = [
  ['src/base/day.ts', "import { assess } from '#engine/assess.ts';"],
  ['src/base/day.ts', "import { z } from 'zod';"],
  ['src/base/day.ts', "import { readFileSync } from 'node:fs';"],
  ['src/domain/health/score.ts', "import { openStore } from '#store/open.ts';"],
  ['src/domain/health/score.ts', "export { decide } from '#engine/decide.ts';"],
  ['src/domain/health/score.ts', "import { pg } from 'pg';"],
  ['src/domain/health/score.ts', "import { signalRule } from '../signals/rule.ts';"],
  ['src/domain/health/score.ts', "import { all } from './index.ts';"],
  ['src/engine/decide.ts', "import { lineText } from '#words/line.ts';"],
  ['src/engine/decide.ts', "const late = await import('#store/open.ts');"],
  ['src/words/line.ts', "import { week } from '#contract/week.ts';"],
  ['src/words/line.ts', "import { decide } from '#engine/decide.ts';"],
  ['src/store/open.ts', "import { recordFacts } from '#actions/record-facts.ts';"],
  ['src/store/open.ts', "import type { Line } from '#words/line.ts';"],
  ['src/connectors/sheet/infer.ts', "import { openStore } from '#store/open.ts';"],
  ['src/contract/week.ts', "import { createRoute } from '@hono/zod-openapi';"],
  ['src/contract/week.ts', "import { decide } from '#engine/decide.ts';"],
  ['src/actions/week.ts', "import { routes } from '#contract/routes.ts';"],
  ['src/actions/week.ts', "import { createApp } from '#server/app.ts';"],
  ['src/actions/week.ts', "import { Pool } from 'pg';"],
  ['src/server/app.ts', "import { insertFacts } from '#store/facts.ts';"],
  ['src/server/app.ts', "import { decide } from '#engine/decide.ts';"],
  ['src/server/app.ts', "import { main } from '#cli/main.ts';"],
  ['src/cli/main.ts', "import { readCsv } from '#connectors/sheet/read-csv.ts';"],
  ['src/web/pages/base-page.tsx', "import { listAccounts } from '#actions/list-accounts.ts';"],
  ['src/web/pages/base-page.tsx', "import { profile } from '#engine/profile.ts';"],
  ['src/web/main.tsx', "import { x } from './pages/base-page.tsx';"],
  ['src/elsewhere/file.ts', "import { x } from '#base/day.ts';"],
];
for (const [path, line] of bad) {
  test(`${path} may not hold: ${line}`, () => {
    assert.equal(wallFaults(path, `// planted\n${line}\n`).length, 1);
  });
}

test('what a wall lets through is not called a fault', () => {
  const fine: readonly (readonly [path: string, line: string])[] = [
    ['src/domain/health/score.ts', "import { weighted } from '#domain/health/measure.ts';"],
    ['src/domain/health/score.ts', "import { dayAt } from '#base/zone.ts';"],
    ['src/actions/week.ts', "import { decideAccount } from '#engine/decide-account.ts';"],
    ['src/cli/main.ts', "import { openStore } from '#store/open.ts';"],
    ['src/web/main.tsx', "import { pt } from '#words/labels.ts';"],
    ['src/web/main.tsx', "import './styles/all.css';"],
    ['src/base/day.test.ts', "import fc from 'fast-check';"],
    ['src/base/day.ts', "// import { x } from '#engine/decide.ts';"],
  ];
  assert.deepEqual(
    fine.flatMap(([path, line]) => wallFaults(path, line)),
    [],
  );
});
