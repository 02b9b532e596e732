// What a kind of fact is made of: its schema at the door, its slim columns in the account file,
// and which of its fields are free text (those go to `fact_text`, never into the file).
import { z } from 'zod';

/** Calendar day on the wire, ISO 8601 (`2026-04-15`). In the account file it is a `Day` (integer). */
export const isoDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** Instant on the wire, ISO 8601 with offset. In the account file it is milliseconds since 1970 (UTC). */
export const isoInstant = z.iso.datetime({ offset: true });
/** A short machine word: keys of contracts, products, metrics, offers. Never a sentence, never a name of a person. */
export const code = z.string().min(1).max(120);
/** Integer cents. Amounts past 2^53 are refused. */
export const cents = z.int();
export const currency = z.string().regex(/^[A-Z]{3}$/);

/** One line of a contract. `months` is the billing period of a recurring line (1 = monthly, 12 = yearly). */
export const contractLine = z.strictObject({
  product: code.nullable().default(null),
  /** Price of one period of the whole line, in cents (seats already multiplied in). */
  cents: cents.nullable(),
  currency,
  seats: z.number().nonnegative().nullable().default(null),
  recurring: z.boolean().default(true),
  months: z.int().positive().default(1),
});
export type ContractLine = z.output<typeof contractLine>;

export const customValue = z.union([z.string().max(200), z.number(), z.boolean(), z.null()]);
export type CustomValue = z.output<typeof customValue>;

/** How a field is kept in the account file. */
export type SlimCodec =
  | 'number' // any finite number
  | 'code' // string coded in the file's sorted table
  | 'codes' // list of codes, sorted
  | 'contact' // rank of the contact in the file's contact table
  | 'contacts' // ranks, ascending
  | 'day' // Day (integer days since 1970-01-01)
  | 'instant' // milliseconds since 1970-01-01T00:00Z
  | 'flag' // boolean
  | 'lines' // contract lines
  | 'custom'; // custom fields: key → number | string | boolean

export type SlimValue<C extends SlimCodec> = C extends 'number' | 'contact' | 'day' | 'instant'
  ? number
  : C extends 'code'
    ? string
    : C extends 'codes'
      ? readonly string[]
      : C extends 'contacts'
        ? readonly number[]
        : C extends 'flag'
          ? boolean
          : C extends 'lines'
            ? readonly ContractLine[]
            : Readonly<Record<string, CustomValue>>;

export type SlimFields = Readonly<Record<string, SlimCodec>>;

/**
 * Nature of the external identity: an *event* never changes (same id, other content is a conflict);
 * a *record* may be revised (other content is a new revision that supersedes from its date).
 */
export type FactNature = 'event' | 'record';

export type FactSpec<
  T extends string = string,
  K extends string = string,
  B extends z.ZodObject = z.ZodObject,
  S extends SlimFields = SlimFields,
> = {
  readonly type: T;
  readonly kind: K;
  readonly nature: FactNature;
  readonly body: B;
  readonly slim: S;
  /** Fields of the door schema that are free text and are stored apart. */
  readonly texts: readonly string[];
  /** True for facts that belong to the workspace, not to one account. */
  readonly workspace?: true;
};

export function factSpec<
  T extends string,
  K extends string,
  B extends z.ZodObject,
  S extends SlimFields,
>(spec: {
  type: T;
  kind: K;
  nature: FactNature;
  body: B;
  slim: S;
  texts?: readonly string[];
  workspace?: true;
}): FactSpec<T, K, B, S> {
  return { texts: [], ...spec };
}
