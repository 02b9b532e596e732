// The planted truth of one account: what drove its facts. It is written beside the base, never into it.
export type Shock = {
  readonly what: string;
  /** ISO day. */
  readonly on: string;
  /** Added to the latent health on that day; fades by half in about three months. */
  readonly effect: number;
};
export type Churn = {
  /** Last day of the contract (ISO). */
  readonly on: string;
  readonly noticeOn: string | null;
  readonly voluntary: boolean;
  readonly reason: string;
  /** Day on which the customer came back (ISO), or null. */
  readonly wonBackOn: string | null;
};
export type Truth = {
  readonly account: string;
  readonly name: string;
  readonly segment: string;
  /** A situation staged for show in the first accounts; null: the account ran its own course. Staged ones do not churn by hazard. */
  readonly staged: string | null;
  /** Where the latent health tends to (0 is middling). */
  readonly level: number;
  readonly shocks: readonly Shock[];
  /** Latent health at the first of each month: ISO month → value. */
  readonly health: Readonly<Record<string, number>>;
  /** Monthly hazard of leaving by its own will as drawn: ISO month → probability. */
  readonly hazard: Readonly<Record<string, number>>;
  readonly churn: Churn | null;
  /** The family of offers that works here, and the log-odds of a yes to each family at latent health 0. */
  readonly works: string;
  readonly acceptance: Readonly<Record<string, number>>;
};
