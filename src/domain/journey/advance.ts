// The first metric: which share of the accounts advanced a phase, by what people confirmed. Estimates count in no rate.
import type { Day } from '#base/day.ts';

/** A stage that a person or the customer confirmed on a track; `place` is the stage's place in the method's order. */
export type ConfirmedStage = {
  readonly account: string;
  readonly track: string;
  readonly canonical: string;
  readonly place: number;
  readonly on: Day;
  readonly byCustomer: boolean;
};
export type AdvanceRate = {
  /** Accounts with a track in onboarding or adoption when the window began. */
  readonly started: number;
  /** Of those, with a confirmed step forward into adoption or expansion in the window. */
  readonly advanced: number;
  /** Of those that advanced, by evidence: a milestone delivered with proof in the window. */
  readonly proven: number;
  /** Of those that advanced, confirmed by the customer. */
  readonly byCustomer: number;
  /** Of those that started, with a step back in the window. */
  readonly regressed: number;
  /** Of those that started, gone in the window; they stay in the denominator. */
  readonly churned: number;
  /** `advanced ÷ started`; null where nobody started. */
  readonly rate: number | null;
};

/** Days of the first metric's window, unless told otherwise. */
export const advanceDays = 30;

const early: ReadonlySet<string> = new Set(['onboarding', 'adoption']);
const further: ReadonlySet<string> = new Set(['adoption', 'expansion']);

/**
 * Advance rate of a window of days `(from, to]`. `stages` in order of their day. `proven` and `churned` are the accounts
 * with a proven milestone, and those that left, in the window. Source: Perene's specification of journey analytics.
 */
export function advanceRate(
  stages: readonly ConfirmedStage[],
  { from, to }: { readonly from: Day; readonly to: Day },
  proven: ReadonlySet<string>,
  churned: ReadonlySet<string>,
): AdvanceRate {
  const last = new Map<string, ConfirmedStage>();
  const started = new Set<string>();
  const [advanced, confirmed, regressed] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const key = (stage: ConfirmedStage) => `${stage.account} ${stage.track}`;
  for (const stage of stages) if (stage.on <= from) last.set(key(stage), stage);
  for (const { account, canonical } of last.values()) if (early.has(canonical)) started.add(account);
  for (const stage of stages) {
    if (stage.on <= from || stage.on > to) continue;
    const before = last.get(key(stage));
    last.set(key(stage), stage);
    if (!started.has(stage.account) || before === undefined) continue;
    if (stage.place < before.place) regressed.add(stage.account);
    if (stage.place > before.place && further.has(stage.canonical)) {
      advanced.add(stage.account);
      if (stage.byCustomer) confirmed.add(stage.account);
    }
  }
  const among = (accounts: ReadonlySet<string>, of: ReadonlySet<string>): number =>
    [...accounts].filter((account) => of.has(account)).length;
  return {
    started: started.size,
    advanced: advanced.size,
    proven: among(proven, advanced),
    byCustomer: confirmed.size,
    regressed: regressed.size,
    churned: among(churned, started),
    rate: started.size === 0 ? null : advanced.size / started.size,
  };
}
