// The method a workspace runs: its newest version, or the default template published as version 1.
import { readFileSync } from 'node:fs';
import { assert } from '#base/assert.ts';
import type { CompiledMethod } from '#domain/method/compile.ts';
import { parseMethod } from '#domain/method/load.ts';
import { profileLeafTypes } from '#domain/method/profile-leaves.ts';
import type { Tx } from '#store/in-workspace.ts';
import { insertMethod, latestMethod, latestMethodHead } from '#store/methods.ts';
import { contentHash } from './fact-content.ts';
import { Refusal } from './refusal.ts';

export type RunningMethod = { readonly version: number; readonly compiled: CompiledMethod };

const defaultTemplate = 'servicos-b2b';
const compiledByHash = new Map<string, CompiledMethod>();

/** Text of a template that ships with Perene. */
export function templateSource(key: string): string {
  return readFileSync(new URL(`../templates/${key}.yaml`, import.meta.url), 'utf8');
}

function compiledFrom(source: string, hash: string): CompiledMethod {
  const known = compiledByHash.get(hash);
  if (known) return known;
  const loaded = parseMethod(source, profileLeafTypes);
  if ('problems' in loaded) {
    const [first] = loaded.problems;
    throw new Refusal('method-invalid', { line: first?.line ?? null, reason: first?.reason ?? null });
  }
  compiledByHash.set(hash, loaded.compiled);
  return loaded.compiled;
}

/** The method that runs now; a workspace without one gets the default template. */
export async function runningMethod(tx: Tx, workspaceId: string, now: number): Promise<RunningMethod> {
  const head = await latestMethodHead(tx, workspaceId);
  const compiled = head && compiledByHash.get(head.contentHash);
  if (head && compiled) return { version: head.version, compiled };
  let row = await latestMethod(tx, workspaceId);
  if (!row) {
    const source = templateSource(defaultTemplate);
    const fresh = { version: 1, key: defaultTemplate, contentHash: contentHash(source), source };
    await insertMethod(tx, workspaceId, { ...fresh, actor: 'perene', now });
    row = (await latestMethod(tx, workspaceId)) ?? fresh;
  }
  assert(row, 'a workspace has a method');
  return { version: row.version, compiled: compiledFrom(row.source, row.contentHash) };
}
