// The envelope every fact travels in: who, where from, and the three times.
import { z } from 'zod';
import { factSpecs, type FactBody, type FactType } from './catalogue.ts';
import { isoInstant } from './spec.ts';

export const doors = ['import', 'api', 'connector', 'screen', 'cli', 'system'] as const;
export type Door = (typeof doors)[number];

/** Version of the fact schemas in this build; stored with every fact. */
export const schemaVersion = 1;

/** A fact as it lies in the store. Instants are milliseconds since 1970 (UTC). */
export type Fact<T extends FactType = FactType> = {
  readonly id: string;
  /** Home account of the shell; null for facts of the workspace. Never changes: merges only add edges. */
  readonly accountId: string | null;
  readonly type: T;
  readonly body: FactBody<T>;
  /** When it was true. */
  readonly occurredAt: number;
  /** When this company could have known it: the only time that as-of views compare besides `occurredAt`. */
  readonly knownAt: number;
  /** When Perene stored it. Audit only. */
  readonly recordedAt: number;
  /** Back-filled history: known by assumption, not by record. */
  readonly hindsight: boolean;
  readonly source: string;
  readonly externalId: string;
  /** Records only: 1, 2, … Later revisions supersede from their own `knownAt`. */
  readonly revision: number;
  readonly actor: string;
  readonly door: Door;
  readonly importId: string | null;
  readonly schemaVersion: number;
};

/** How an outside identity names an account: the store finds or opens the shell behind it. */
export const accountKey = z.strictObject({
  source: z.string().min(1).max(100),
  key: z.string().min(1).max(300),
});
export type AccountKey = z.output<typeof accountKey>;

const head = {
  /** Existing account, or an outside key; omitted for facts of the workspace. */
  account: z.union([z.strictObject({ id: z.uuid() }), accountKey]).optional(),
  occurredAt: isoInstant.optional(),
  /** Only for back-filled history; live facts are known when recorded. */
  knownAt: isoInstant.optional(),
  source: z.string().min(1).max(100),
  externalId: z.string().min(1).max(400),
};

const variants = [...factSpecs.values()].map((spec) =>
  z.strictObject({ ...head, type: z.literal(spec.type), body: spec.body }),
);

/** One fact at the door: a strict union over all types. */
export const factInput = z.discriminatedUnion(
  'type',
  variants as unknown as [(typeof variants)[number], ...(typeof variants)[number][]],
);
export type FactInput<T extends FactType = FactType> = {
  account?: { id: string } | AccountKey | undefined;
  type: T;
  body: FactBody<T>;
  occurredAt?: string | undefined;
  knownAt?: string | undefined;
  source: string;
  externalId: string;
};
