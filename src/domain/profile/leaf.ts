// What a leaf of the profile is. The registry (`leaves/*.ts`) is data: the TypeScript type, the CEL schema,
// the documentation and the coverage page are generated from it.
import type { FactKind } from '#domain/facts/catalogue.ts';
import type { Grain } from '#domain/facts/workspace-facts.ts';

/**
 * `days`: whole days since (or until) something. `share`: 0 to 1 (may pass 1). `cents`: integer cents in the
 * workspace's currency. `codes`: a set of codes (CEL: `'x' in journey.stages`).
 */
export type LeafType =
  | 'number'
  | 'count'
  | 'days'
  | 'share'
  | 'cents'
  | 'score'
  | 'flag'
  | 'code'
  | 'codes'
  | 'day';

export type LeafValue<T extends LeafType> = T extends 'flag'
  ? boolean
  : T extends 'code'
    ? string
    : T extends 'codes'
      ? readonly string[]
      : number;

export type LeafSpec<K extends string = string, T extends LeafType = LeafType> = {
  readonly key: K;
  readonly type: T;
  /** Fact kinds it is read from; `usage` means `account_day`. */
  readonly reads: readonly FactKind[];
  /** Days it looks back, when it has a window. */
  readonly window?: number;
  /** Coarsest grain of data that can still answer it. */
  readonly finest?: Grain;
  /** Recorded in Perene first: absence is false, zero or "none", never missing. */
  readonly own?: true;
  /** Computed from profile and method together (durations, catalogue), in `assess`. */
  readonly needsMethod?: true;
  /** When it is missing, in words (documentation). */
  readonly missingWhen: string;
  readonly pt: string;
  readonly en: string;
};

/** Keeps literal keys and types while checking the shape. */
export function leaves<const L extends readonly LeafSpec[]>(list: L): L {
  return list;
}
