// The bases that pieces measure on, and how each is described beside its figures.
import { parseDay } from '#base/day.ts';
import type { BaseShape } from './base.ts';
import { benchBase, fillAccounts, type BenchBase } from './database.ts';

const today = parseDay('2026-04-14') ?? 0;

/** Accounts as in the goals: median 300 facts, 365 usage days, 12 users a day; the 99th percentile ten times that. */
export const typical: BaseShape = {
  seed: 20_260_414,
  accounts: Number(process.env['PERENE_BENCH_ACCOUNTS'] ?? 10_000),
  facts: 300,
  usageDays: 365,
  users: 12,
  heavyEvery: 100,
  today,
  zone: 'America/Sao_Paulo',
};

export const typicalText = `${typical.accounts} accounts, ${typical.facts} facts, ${typical.usageDays} usage days, ${typical.users} users a day each; one in 100 ten times that`;

/** The base of the goals in the store. */
export async function openTypical(say: (line: string) => void): Promise<BenchBase> {
  return benchBase('typical', typical, async (owner, session) => {
    say(`making the base: ${typicalText}`);
    await fillAccounts(owner, session, typical);
  });
}
