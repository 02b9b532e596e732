// The method a workspace runs: its newest version, or the default template published as version 1, with the firm's own
// words for suggested events over those of the method. The one place where the two meet.
import { assert } from '#base/assert.ts';
import type { Keyword } from '#domain/events/keywords.ts';
import { keywordsOver } from '#domain/events/own-keywords.ts';
import type { CompiledMethod } from '#domain/method/compile.ts';
import { parseMethod } from '#domain/method/load.ts';
import { profileLeafTypes } from '#domain/method/profile-leaves.ts';
import type { Tx } from '#store/in-workspace.ts';
import { insertMethod, latestMethod, latestMethodHead } from '#store/methods.ts';
import { contentHash } from './fact-content.ts';
import { keywordsRecord, ownWordsAsOf } from './own-words.ts';
import { MethodRefused } from './method-refused.ts';
import { defaultTemplate, templateSource } from './templates.ts';

export type RunningMethod = {
  /** Number of the method alone: decisions hang on it, and words for notes decide nothing. */
  readonly version: number;
  readonly compiled: CompiledMethod;
  /** Changes with the method and with the firm's words: what reads notes is kept under it. */
  readonly stamp: string;
  /** Words for suggested events as the method itself has them. */
  readonly template: readonly Keyword[];
};
type Ready = Pick<RunningMethod, 'compiled' | 'stamp' | 'template'>;

const compiledByHash = new Map<string, CompiledMethod>();
const readyByStamp = new Map<string, Ready>();
const mostReady = 500;

/** A method by its text. Refuses with `method-invalid` what is none: every problem with its line, the first in words. */
export function compiledFrom(source: string, hash = contentHash(source)): CompiledMethod {
  const known = compiledByHash.get(hash);
  if (known) return known;
  const loaded = parseMethod(source, profileLeafTypes);
  if ('problems' in loaded) throw new MethodRefused(loaded.problems);
  compiledByHash.set(hash, loaded.compiled);
  for (const oldest of compiledByHash.keys()) {
    if (compiledByHash.size <= mostReady) break;
    compiledByHash.delete(oldest);
  }
  return loaded.compiled;
}

const stampOf = (methodHash: string, toldHash: string | null): string =>
  toldHash === null ? methodHash : `${methodHash} ${toldHash}`;

function keepReady(ready: Ready): Ready {
  readyByStamp.set(ready.stamp, ready);
  for (const oldest of readyByStamp.keys()) {
    if (readyByStamp.size <= mostReady) break;
    readyByStamp.delete(oldest);
  }
  return ready;
}

/** The method that runs now; a workspace without one gets the default template. */
export async function runningMethod(tx: Tx, workspaceId: string, now: number): Promise<RunningMethod> {
  const head = await latestMethodHead(tx, workspaceId, keywordsRecord);
  const known = head && readyByStamp.get(stampOf(head.contentHash, head.toldHash));
  if (head && known) return { version: head.version, ...known };
  let row = await latestMethod(tx, workspaceId);
  if (!row) {
    const source = templateSource(defaultTemplate);
    const fresh = { version: 1, key: defaultTemplate, contentHash: contentHash(source), source };
    await insertMethod(tx, workspaceId, { ...fresh, actor: 'perene', now });
    row = (await latestMethod(tx, workspaceId)) ?? fresh;
  }
  assert(row, 'a workspace has a method');
  const compiled = compiledFrom(row.source, row.contentHash);
  const template = compiled.method.keywords;
  const told = await ownWordsAsOf(tx, workspaceId, now);
  const keywords = keywordsOver(template, told.words).map((one) => ({ ...one, match: [...one.match] }));
  const method = told.hash === null ? compiled.method : { ...compiled.method, keywords };
  const stamp = stampOf(row.contentHash, told.hash);
  return { version: row.version, ...keepReady({ compiled: { ...compiled, method }, stamp, template }) };
}
