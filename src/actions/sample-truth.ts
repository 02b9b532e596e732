// The planted truth as doors write it: whole as JSON, or one summary row an account.
import { defaultSample } from '#sample/shape.ts';
import type { Truth } from '#sample/truth.ts';

export type { Truth } from '#sample/truth.ts';
export const sampleDefaults = defaultSample;
export const truthColumns = [
  'account',
  'name',
  'segment',
  'staged',
  'level',
  'churned_on',
  'voluntary',
  'reason',
  'won_back_on',
  'works',
] as const;

/** One row of the summary; no cell of it holds a comma. */
export function truthRow(truth: Truth): string {
  const { churn } = truth;
  return [
    truth.account,
    truth.name,
    truth.segment,
    truth.staged,
    truth.level,
    churn?.on,
    churn?.voluntary,
    churn?.reason,
    churn?.wonBackOn,
    truth.works,
  ]
    .map((cell) => (cell === null || cell === undefined ? '' : String(cell)))
    .join(',');
}
