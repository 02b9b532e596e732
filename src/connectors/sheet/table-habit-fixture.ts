// What an import must make of an invented table. For tests only.
import type { FactType } from '#domain/facts/catalogue.ts';
import type { Habit } from './habits-fixture.ts';

export type TableHabit = Omit<Habit, 'mapping' | 'table'> & {
  readonly table: string;
  /** Fields in the order of the columns. */
  readonly fields: string;
  readonly facts: Readonly<Partial<Record<FactType, number>>>;
  readonly refused?: number;
};
