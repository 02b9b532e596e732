// Names of the columns of a list that is taken out as a sheet.
import type { Locale } from './format.ts';

const names = {
  name: ['Cliente', 'Customer'],
  taxId: ['CNPJ', 'Tax id'],
  score: ['Saúde', 'Health'],
  band: ['Faixa', 'Band'],
  trend: ['Tendência, 30 dias', 'Trend, 30 days'],
  stages: ['Fases', 'Stages'],
  mrr: ['MRR', 'MRR'],
  renewsOn: ['Renova em', 'Renews on'],
  action: ['Próxima ação', 'Next action'],
  actionDue: ['Próxima ação até', 'Next action by'],
  offer: ['Próxima oferta', 'Next offer'],
  segment: ['Segmento', 'Segment'],
  owner: ['Responsável', 'Owner'],
  status: ['Situação', 'Status'],
  atStake: ['Em jogo em 12 meses', 'At stake in 12 months'],
  quiet: ['Dias sem conversa', 'Days without conversation'],
} as const satisfies Record<string, readonly [pt: string, en: string]>;
export type ListColumn = keyof typeof names;
export const listColumns = Object.keys(names) as ListColumn[];

/** The header of a column; money says its currency. */
export function listColumnName(column: ListColumn, currency: string, locale: Locale): string {
  const name = names[column][locale === 'en' ? 1 : 0];
  return column === 'mrr' || column === 'atStake' ? `${name} (${currency})` : name;
}
