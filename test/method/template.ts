// The shipped method, parsed once, and scopes written as flat leaves: what the tests of the method share.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { CompiledMethod } from '#domain/method/compile.ts';
import type { Scope } from '#domain/method/condition-atoms.ts';
import { parseMethod } from '#domain/method/load.ts';
import { profileLeafTypes } from '#domain/method/profile-leaves.ts';

export const templateText = readFileSync(
  new URL('../../src/templates/servicos-b2b.yaml', import.meta.url),
  'utf8',
);

function load(): CompiledMethod {
  const loaded = parseMethod(templateText, profileLeafTypes);
  assert.ok('compiled' in loaded, 'problems' in loaded ? JSON.stringify(loaded.problems, null, 1) : '');
  return loaded.compiled;
}
export const servicos: CompiledMethod = load();

export type Leaves = Readonly<Record<string, unknown>>;

/** `{ 'voice.nps.last': 6 }` → `{ voice: { nps: { last: 6 } } }`. */
export function scopeOf(leaves: Leaves): Scope {
  const scope: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(leaves)) {
    const parts = path.split('.');
    const name = parts.pop() ?? path;
    let at = scope;
    for (const part of parts) at = (at[part] ??= {}) as Record<string, unknown>;
    at[name] = value;
  }
  return scope;
}
