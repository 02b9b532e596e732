// Observed states (open tickets, active users, seats…): the newest known one holds. It never creates events.
import type { SlimRow } from '#domain/facts/catalogue.ts';
import type { observedMetrics } from '#domain/facts/use-facts.ts';
import type { View } from './shape.ts';

export type ObservedMetric = (typeof observedMetrics)[number];
export type Observation = SlimRow<'state-observed'> & { readonly value: number };

/** The newest known observation of a metric; null when there is none. */
export function newestObservation(view: View, metric: ObservedMetric): Observation | null {
  const rows = view.rows('state-observed');
  for (let i = rows.length - 1; i >= 0; i--) {
    const row = rows[i];
    if (row?.metric === metric && hasValue(row)) return row;
  }
  return null;
}

function hasValue(row: SlimRow<'state-observed'>): row is Observation {
  // No state is counted below zero: such a value is a fault of its source, not knowledge.
  return row.value !== null && row.value >= 0;
}
