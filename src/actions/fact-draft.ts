// A fact on its way in: resolved to an account, dated, not yet compared with what is stored.
import type { FactType } from '#domain/facts/catalogue.ts';

export type FactDraft = {
  /** Home account; null for facts of the workspace. */
  readonly accountId: string | null;
  readonly type: FactType;
  readonly body: Readonly<Record<string, unknown>>;
  /** When it was true (ms). */
  readonly occurredAt: number;
  /** When it could be known (ms); null: when it is recorded. Never later than that. */
  readonly knownAt: number | null;
  /** When it could be known if it corrects a record told before (ms); null: when it is recorded. */
  readonly correctedAt: number | null;
  /** Back-filled history. */
  readonly hindsight: boolean;
  /** True when the source told the date, so that another date is another content. */
  readonly dated: boolean;
  readonly source: string;
  readonly externalId: string;
};

export type FactOutcome = 'recorded' | 'duplicate' | 'revised' | 'conflict';
