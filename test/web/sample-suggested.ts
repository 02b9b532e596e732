// What notes suggest of the fixture's customers, and the answers that are remembered while it runs.
import { formatDay } from '#base/day.ts';
import type { CustomerPage } from '#contract/customer.ts';
import type { Slim } from './sample-accounts.ts';

const answered = new Map<string, Set<string>>();
const answersOf = (account: string): Set<string> => {
  const known = answered.get(account) ?? new Set<string>();
  answered.set(account, known);
  return known;
};

/** Remembers an answer; what takes it back. */
export function answerSuggested(account: string, event: string): { answer: string } {
  answersOf(account).add(event);
  return { answer: event };
}

export function takeBackSuggested(account: string, answer: string): { answer: string } {
  answersOf(account).delete(answer);
  return { answer };
}

const asked = (today: number): CustomerPage['suggested'] => [
  {
    event: 'predictable_need',
    label: 'Necessidade previsível',
    familyLabel: 'Escala',
    keyword: 'novo centro de distribuicao',
    on: formatDay(today - 6),
    source: 'planilha de clientes',
    sentence: {
      before: 'Vão abrir o ',
      found: 'novo centro de distribuição',
      after: ' em Recife até março.',
    },
    who: [],
  },
  {
    event: 'sponsor_left',
    label: 'Sponsor saiu',
    familyLabel: null,
    keyword: 'diretor saiu',
    on: formatDay(today - 20),
    source: 'reunião',
    sentence: { before: 'O ', found: 'diretor saiu', after: ' e ninguém assumiu ainda.' },
    who: [
      { id: 'crm|rita', name: 'Rita Prado' },
      { id: 'crm|joao', name: 'João Nunes' },
    ],
  },
];

/** Two customers are asked about; the others are not. */
export function suggestedOf(account: Slim, today: number): CustomerPage['suggested'] {
  if (!['c000004', 'c000014'].includes(account.id)) return [];
  return asked(today).filter(({ event }) => !answersOf(account.id).has(event));
}
