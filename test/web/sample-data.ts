// Data quality of the fictitious bases, in the shapes of the contract.
import { formatDay } from '#base/day.ts';
import type { DataQuality, ImportLine, ImportPage } from '#contract/data-quality.ts';
import { sampleToday } from './sample-accounts.ts';

const day = (ago: number): string => formatDay(sampleToday - ago);
const at = (ago: number): string => `${day(ago)}T13:20:00.000Z`;

const pillars: readonly (readonly [
  key: string,
  label: string,
  share: number,
  measures: readonly (readonly [string, string, number])[],
])[] = [
  [
    'value',
    'Realização de valor',
    0.18,
    [
      ['Marcos em dia', 'Quais marcos foram combinados, e para quando?', 0.12],
      ['Avanço da meta', 'Que número o cliente quer mudar, e onde ele está hoje?', 0.08],
      ['Último resultado mostrado', 'Quando o cliente viu o último resultado, em números?', 0.05],
    ],
  ],
  [
    'adoption',
    'Adoção e engajamento',
    0.64,
    [
      ['Licenças em uso', 'Quantas pessoas usam, de quantas contratadas?', 0.61],
      ['Uso do contratado', 'Quanto do contratado foi usado no mês?', 0.22],
    ],
  ],
  ['support', 'Suporte', 0.97, [['Chamados abertos', 'Quantos chamados estão abertos?', 0.97]]],
  [
    'voice',
    'Satisfação',
    0.58,
    [
      ['NPS', 'De 0 a 10, qual a chance de você nos recomendar a um colega?', 0.58],
      ['CSAT', 'Como foi o último atendimento?', 0],
    ],
  ],
  [
    'relationship',
    'Relacionamento',
    0.71,
    [
      ['Dias sem conversa', 'Quando foi a última conversa?', 0.71],
      ['Champion', 'Quem defende o projeto lá dentro?', 0.14],
    ],
  ],
  ['finance', 'Financeiro', 0.93, [['Dias de atraso', 'Há fatura vencida?', 0.93]]],
];

const line = (id: string, file: string, ago: number, more: Partial<ImportLine>): ImportLine => ({
  id,
  file,
  table: 'clientes',
  state: 'committed',
  today: day(ago),
  at: at(ago),
  actor: 'operator',
  rows: 120,
  accepted: 118,
  refused: 2,
  problems: 9,
  brought: {
    recorded: 1240,
    known: 0,
    accounts: 118,
    opened: 118,
    kinds: [
      { label: 'Situação', facts: 590 },
      { label: 'Contrato', facts: 236 },
      { label: 'Cadastro', facts: 118 },
      { label: 'Pesquisa', facts: 84 },
    ],
  },
  ...more,
});
const known = (recorded: number, accounts: number, kind: string) => ({
  recorded,
  known: 1180,
  accounts,
  opened: 0,
  kinds: [{ label: kind, facts: recorded }],
});
const imports: readonly ImportLine[] = [
  line('0198-5', 'clientes abril (final) v3.csv', 0, { brought: known(37, 31, 'Situação') }),
  line('0198-4', 'chamados-abril.csv', 2, {
    table: 'chamados',
    rows: 310,
    accepted: 310,
    problems: 0,
    brought: known(310, 64, 'Suporte'),
  }),
  line('0198-3', 'nps_1T26.csv', 9, {
    table: 'respostas de pesquisa',
    rows: 84,
    accepted: 80,
    refused: 4,
    brought: known(80, 70, 'Pesquisa'),
  }),
  line('0198-2', 'clientes-marco.csv', 33, { state: 'undone' }),
  line('0198-1', 'clientes-fevereiro.csv', 61, { brought: null }),
];

function filled(size: number): DataQuality {
  const unknown = Math.round(size * 0.2833);
  const lifted = Math.round(size * 0.2333);
  const n = (share: number): number => Math.round(size * share);
  return {
    asOf: day(0),
    accounts: size,
    unknown,
    pillars: pillars.map(([key, label, share, measures]) => ({
      key,
      label,
      accounts: n(share),
      share,
      measures: measures.map(([name, question, part], i) => ({
        key: `${key}${i}`,
        label: name,
        question,
        accounts: n(part),
        share: part,
      })),
    })),
    collect: [
      {
        key: 'nps',
        way: 'column',
        label: 'NPS com a data da resposta',
        text: `Duas colunas na planilha de clientes: tira ${lifted.toLocaleString('pt-BR')} clientes de “sem dados suficientes”.`,
        lifted,
        gaining: n(0.42),
      },
      {
        key: 'last_conversation',
        way: 'column',
        label: 'Última reunião ou conversa',
        text: `Uma coluna com a data, na planilha de clientes: tira ${n(0.12).toLocaleString('pt-BR')} clientes de “sem dados suficientes”.`,
        lifted: n(0.12),
        gaining: n(0.29),
      },
      {
        key: 'milestones',
        way: 'record',
        label: 'Marcos combinados e entregues',
        text: `O registro de cada marco com a data combinada: tira ${n(0.1).toLocaleString('pt-BR')} clientes de “sem dados suficientes”.`,
        lifted: n(0.1),
        gaining: n(0.8),
      },
      {
        key: 'contacts',
        way: 'table',
        label: 'Quem é o sponsor e quem é o champion',
        text: `Uma planilha de contatos com o papel de cada um: dá mais evidência a ${n(0.86).toLocaleString('pt-BR')} clientes.`,
        lifted: 0,
        gaining: n(0.86),
      },
    ],
    lateNotice:
      'Uso (produto) parou de chegar: último em 09/04/2026, costuma vir todo dia, atraso de 5 dias. Nenhum cliente recebe alerta por isso.',
    late: [{ label: 'uso', source: 'produto', last: day(6), everyDays: 1, lateDays: 5 }],
    feeds: 9,
    imports: { items: [...imports], nextCursor: size > 1000 ? '0198-1' : null },
    sources: [
      {
        table: 'accounts',
        label: 'clientes',
        imports: 2,
        rows: 240,
        accepted: 236,
        refused: 4,
        reasons: [
          { code: 'tax_id_check_digits', label: 'dígito do CNPJ não confere', cells: 6 },
          { code: 'date_impossible', label: 'data que não existe', cells: 3 },
          { code: 'money_unreadable', label: 'não é um valor em dinheiro', cells: 2 },
        ],
      },
      {
        table: 'answers',
        label: 'respostas de pesquisa',
        imports: 1,
        rows: 84,
        accepted: 80,
        refused: 4,
        reasons: [{ code: 'score_out_of_range', label: 'nota fora de 0 a 10', cells: 4 }],
      },
      { table: 'tickets', label: 'chamados', imports: 1, rows: 310, accepted: 310, refused: 0, reasons: [] },
    ],
    countedImports: 50,
    inbox: { shells: size > 1000 ? 1204 : 3, facts: 21, mrrCents: 0 },
    currency: 'BRL',
    workbook: size <= 20_000,
  };
}

/** The quality of a base of so many customers. */
export function dataQuality(size: number): DataQuality {
  if (size > 0) return filled(size);
  return {
    ...filled(1),
    accounts: 0,
    unknown: 0,
    pillars: [],
    collect: [],
    lateNotice: null,
    late: [],
    feeds: 0,
    imports: { items: [], nextCursor: null },
    sources: [],
    inbox: { shells: 0, facts: 0, mrrCents: 0 },
  };
}

/** Older imports of a base that has many. */
export const olderImports: ImportPage = {
  items: [line('0197-9', 'clientes-janeiro.csv', 90, {}), line('0197-8', 'clientes-dezembro.csv', 120, {})],
  nextCursor: null,
};
