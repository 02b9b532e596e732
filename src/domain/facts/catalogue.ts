// The closed list of fact types and the shapes that follow from it.
// A new type is added in one of the `*-facts.ts` files; door schema, account file and docs follow.
import type { z } from 'zod';
import * as account from './account-facts.ts';
import * as money from './money-facts.ts';
import type { FactSpec, SlimValue } from './spec.ts';
import * as use from './use-facts.ts';
import * as voice from './voice-facts.ts';
import * as work from './work-facts.ts';
import * as workspace from './workspace-facts.ts';

const modules = { ...account, ...money, ...use, ...voice, ...work, ...workspace };
type Modules = typeof modules;
type AnySpec = {
  [K in keyof Modules]: Modules[K] extends { type: string; kind: string; body: z.ZodObject; slim: object }
    ? Modules[K]
    : never;
}[keyof Modules];

export type FactType = AnySpec['type'];
export type FactKind = AnySpec['kind'];
type SpecByType<T extends FactType> = Extract<AnySpec, { type: T }>;

/** What the door accepts for one type (before defaults). */
export type FactBodyInput<T extends FactType = FactType> = z.input<SpecByType<T>['body']>;
/** The validated body of one type. */
export type FactBody<T extends FactType = FactType> = z.output<SpecByType<T>['body']>;

/** What every row of the account file carries beside its columns. */
export type SlimHead = {
  /** When it was true (ms). */
  readonly occurred: number;
  /** When this company could have known it (ms). */
  readonly known: number;
  /** Calendar day of `occurred` in the workspace's zone (Day). */
  readonly day: number;
  /** Ordinal of its record inside the file: rows with the same number are revisions of one record. */
  readonly record: number;
  readonly revision: number;
};
/** One fact as the profile reads it: numbers and codes, no text, no source id. Missing fields are null. */
export type SlimRow<T extends FactType> = SlimHead & {
  readonly [F in keyof SpecByType<T>['slim']]: SlimValue<
    Extract<SpecByType<T>['slim'][F], import('./spec.ts').SlimCodec>
  > | null;
};

function isSpec(value: unknown): value is FactSpec {
  return (
    typeof value === 'object' && value !== null && 'type' in value && 'slim' in value && 'nature' in value
  );
}

export const factSpecs: ReadonlyMap<FactType, FactSpec> = new Map(
  (Object.values(modules) as unknown[]).filter(isSpec).map((spec) => [spec.type as FactType, spec]),
);
export const factTypes: readonly FactType[] = [...factSpecs.keys()].sort();

/** The specification of a type; an unknown type is a bug of the caller. */
export function specOf(type: FactType): FactSpec {
  const spec = factSpecs.get(type);
  if (!spec) throw new Error(`unknown fact type: ${type}`);
  return spec;
}
