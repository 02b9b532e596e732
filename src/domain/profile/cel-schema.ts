// The profile as the CEL type checker sees it: one nested schema by group, generated from the leaf registry.
// Numbers of every unit are doubles, so conditions never mix int and double.
import type { LeafType } from './leaf.ts';
import { dynamicGroups, leafRegistry } from './registry.ts';

/** A CEL type name, or fields by name. */
export type CelSchema = { readonly [field: string]: string | CelSchema };

/** The CEL type of a leaf type. */
export function celType(type: LeafType): 'bool' | 'string' | 'list<string>' | 'double' {
  if (type === 'flag') return 'bool';
  if (type === 'code') return 'string';
  return type === 'codes' ? 'list<string>' : 'double';
}

type Mutable = { [field: string]: string | Mutable };

function place(schema: Mutable, path: string, type: string): void {
  const parts = path.split('.');
  const name = parts.pop() ?? path;
  let at = schema;
  for (const part of parts) {
    const next = at[part] ?? {};
    if (typeof next === 'string') throw new Error(`${path} lies below a leaf`);
    at[part] = next;
    at = next;
  }
  at[name] = type;
}

function build(): CelSchema {
  const schema: Mutable = {};
  for (const spec of leafRegistry.values()) place(schema, spec.key, celType(spec.type));
  for (const [group, { value }] of Object.entries(dynamicGroups))
    place(schema, group, `map<string, ${value}>`);
  return schema;
}

/** Schema of every profile group: `celSchema['voice']` is `{ nps: { last: 'double', … }, … }`. */
export const celSchema: CelSchema = build();
