// Which leaves a condition may read and of what type. It knows CEL's type names and the shape of the scope,
// and nothing of any method's keys.
import { Environment } from '@marcbachmann/cel-js';
import type { LeafType } from '#domain/profile/leaf.ts';

/** Leaf path (`voice.nps.last`) → its type. A path ending in `.*` stands for every key below it (`dyn`: of any type). */
export type LeafTypes = Readonly<Record<string, LeafType | 'dyn'>>;

export type CelType = 'double' | 'bool' | 'string' | 'list<string>' | 'dyn';

export type ConditionSchema = {
  /** CEL type of a leaf path; null when there is no such leaf. */
  typeOf(path: string): CelType | null;
  /** Knows the nested leaves, to check whole conditions. */
  readonly nested: Environment;
  /** Knows every leaf as one flat variable (`flatName`), to run single atoms without building objects. */
  readonly flat: Environment;
};

/** The name of a leaf inside an atom that is run on its own. */
export function flatName(path: string): string {
  return path.replaceAll('.', '__');
}

/** Days, counts, shares, money and dates are doubles in CEL; a code is a string, codes are a list of strings. */
export function celType(type: LeafType | 'dyn'): CelType {
  if (type === 'dyn') return 'dyn';
  if (type === 'flag') return 'bool';
  if (type === 'code') return 'string';
  if (type === 'codes') return 'list<string>';
  return 'double';
}

type Tree = { [name: string]: string | Tree };

/**
 * Builds the environments that conditions are checked and run in.
 * @param types every leaf that the scope may hold, derived groups included
 */
export function conditionSchema(types: LeafTypes): ConditionSchema {
  const single = new Map<string, CelType>();
  const groups = new Map<string, CelType>();
  const tree: Tree = {};
  const flat = new Environment({ unlistedVariablesAreDyn: true });
  for (const [path, type] of Object.entries(types)) {
    const cel = celType(type);
    if (path.endsWith('.*')) {
      groups.set(path.slice(0, -1), cel);
      plant(tree, path.slice(0, -2).split('.'), `map<string, ${cel}>`);
      continue;
    }
    single.set(path, cel);
    plant(tree, path.split('.'), cel);
    flat.registerVariable(flatName(path), cel);
  }
  const nested = new Environment();
  for (const [name, field] of Object.entries(tree)) {
    if (typeof field === 'string') nested.registerVariable(name, field);
    else nested.registerVariable({ name, schema: field });
  }
  return {
    typeOf: (path) => single.get(path) ?? groups.get(path.slice(0, path.lastIndexOf('.') + 1)) ?? null,
    nested,
    flat,
  };
}

function plant(tree: Tree, path: readonly string[], type: string): void {
  const [head, ...rest] = path;
  if (head === undefined) return;
  if (rest.length === 0) {
    tree[head] = type;
    return;
  }
  const below = tree[head];
  const branch: Tree = typeof below === 'object' ? below : {};
  tree[head] = branch;
  plant(branch, rest, type);
}
