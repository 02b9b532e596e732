// What is different between two methods, place by place. It says nothing of what follows from it for an account.
import { nameOf } from './over-template.ts';
import type { Method } from './schema.ts';

export type MethodChange = {
  /** Where: keys, and names of entries (`signals.detractor.when`). */
  readonly path: string;
  /** Null: it is not there. Texts as they stand, all else as JSON. */
  readonly before: string | null;
  readonly after: string | null;
};

type Named = readonly (readonly [string, unknown])[];

/** The parts of a node by name; null for what is told whole: a word, a number, a list without names. */
function partsOf(node: unknown): Named | null {
  if (Array.isArray(node)) {
    const names = node.map(nameOf);
    return node.length > 0 && names.every((name) => name !== null)
      ? node.map((one, at) => [names[at] ?? '', one])
      : null;
  }
  return typeof node === 'object' && node !== null ? Object.entries(node) : null;
}

const told = (node: unknown): string | null =>
  node === undefined ? null : typeof node === 'string' ? node : JSON.stringify(node);

function compare(path: readonly string[], before: unknown, after: unknown, found: MethodChange[]): void {
  const [mine, theirs] = [partsOf(before), partsOf(after)];
  if (mine === null || theirs === null) {
    const [from, to] = [told(before), told(after)];
    if (from !== to) found.push({ path: path.join('.'), before: from, after: to });
    return;
  }
  const there = new Map(theirs);
  const here = new Set(mine.map(([name]) => name));
  for (const [name, node] of mine) compare([...path, name], node, there.get(name), found);
  for (const [name, node] of theirs) if (!here.has(name)) compare([...path, name], undefined, node, found);
}

/** Every place in which `after` says something else than `before`; the order of entries does not count. */
export function methodDifference(before: Method, after: Method): readonly MethodChange[] {
  const found: MethodChange[] = [];
  compare([], before, after, found);
  return found;
}
