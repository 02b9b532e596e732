// The columns of each fact type in the file: the slim fields of its spec, in the order written there.
import { factSpecs } from '#domain/facts/catalogue.ts';
import type { SlimCodec } from '#domain/facts/spec.ts';

export type Fields = readonly (readonly [field: string, codec: SlimCodec])[];

const byType: ReadonlyMap<string, Fields> = new Map(
  [...factSpecs].map(([type, spec]) => [type, Object.entries(spec.slim)]),
);

/** Columns of a type; of a type that this build does not know, none. */
export function fieldsOf(type: string): Fields {
  return byType.get(type) ?? [];
}
