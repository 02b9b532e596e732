// Every verb that a door calls with a session asks by itself whether who acts may do it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filesUnder, isTest, textOf, withoutComments } from './source.ts';

/** Names that the doors bring from the verbs, types left out. */
function called(text: string): readonly string[] {
  return [...text.matchAll(/import \{([^}]*)\} from '#actions\//g)].flatMap(([, list = '']) =>
    list
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '' && !name.startsWith('type ')),
  );
}

type Verb = { readonly name: string; readonly asks: boolean };

/** The exported functions of a text whose first parameter is a session, and whether each asks at once. */
function verbsIn(text: string): readonly Verb[] {
  const found =
    /export (?:async )?function\*? (\w+)(?:<[^(]*>)?\(\s*\w+: Session\b[\s\S]*?\): [^\n]*\{\n\s*(.*)/g;
  return [...text.matchAll(found)].map(([, name = '', first = '']) => ({
    name,
    asks: /^(must|mustGive)\(\w+, /.test(first),
  }));
}

/** The system's own work, for which nobody asks: it shows nothing. */
const ofTheSystem = ['ensureList', 'sweepDirty', 'tidy', 'rebuild'];

const sources = (folder: string): readonly string[] =>
  filesUnder(folder)
    .filter((path) => path.endsWith('.ts') && !isTest(path) && !/testing/.test(path))
    .map((path) => withoutComments(textOf(path)));

test('each verb of a door asks first', () => {
  const doors = new Set(['src/server', 'src/cli'].flatMap(sources).flatMap(called));
  const verbs = sources('src/actions')
    .flatMap(verbsIn)
    .filter(({ name }) => doors.has(name) && !ofTheSystem.includes(name));
  assert.ok(verbs.length > 30, String(verbs.length));
  assert.deepEqual(
    verbs.filter(({ asks }) => !asks).map(({ name }) => name),
    [],
  );
});

test('what is planted is seen', () => {
  const verb = (first: string): readonly Verb[] =>
    verbsIn(
      `export async function act(\n  session: Session,\n  id: string,\n): Promise<void> {\n  ${first}\n}`,
    );
  assert.deepEqual(verb("must(session, 'facts.write');"), [{ name: 'act', asks: true }]);
  assert.deepEqual(verb('await inWorkspace(session);'), [{ name: 'act', asks: false }]);
  assert.deepEqual(called("import { act, type Acted } from '#actions/act.ts';"), ['act']);
});
