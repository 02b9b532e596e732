// No key of a method lives in code: signals, offers, playbooks and the rest are data of the workspace. Event codes,
// canonical stages and words of the facts and leaves are shared vocabulary.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { suggestedEvents } from '#domain/facts/voice-facts.ts';
import { canonicalStages } from '#domain/method/schema.ts';
import { parseMethod } from '#domain/method/load.ts';
import { profileLeafTypes } from '#domain/method/profile-leaves.ts';

const source = new URL('../../src/', import.meta.url).pathname;
// The sample base is data as the templates are: it shows the shipped method, so it speaks its keys.
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
  (path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path) && !/^(templates|sample)\//.test(path),
);
const vocabulary = new Set<string>([...suggestedEvents, ...canonicalStages]);
const words = files
  .filter((path) => /^domain\/(facts|profile\/leaves)\//.test(path))
  .flatMap((path) => literals(readFileSync(join(source, path), 'utf8')));
for (const word of words) vocabulary.add(word);

function literals(text: string): readonly string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, '');
  return [...code.matchAll(/(['"`])([a-z][a-z0-9_]*)\1/g)].map((match) => match[2] ?? '');
}

const template = readFileSync(join(source, 'templates/servicos-b2b.yaml'), 'utf8');
const loaded = parseMethod(template, profileLeafTypes);
assert.ok('method' in loaded, 'the shipped method is valid');
const { method } = loaded;
// Only keys that name something of the method by themselves: a one-word key is an everyday word as well.
const keys = [
  method.signals,
  method.offers,
  method.playbooks,
  method.matrix,
  method.guardrails,
  method.families,
]
  .flatMap((list) => list.map((entry) => entry.key))
  .filter((key) => key.includes('_') && !vocabulary.has(key));

test('no key of the shipped method is a string in the code', () => {
  assert.ok(keys.length > 50);
  const known = new Set(keys);
  const found: string[] = [];
  for (const path of files) {
    for (const word of literals(readFileSync(join(source, path), 'utf8'))) {
      if (known.has(word)) found.push(`${path}: '${word}'`);
    }
  }
  assert.deepEqual(found, []);
});
