// An invented customer sheet as Brazilian firms keep it: Windows-1252, semicolons, "R$ 1.234,56", dd/mm/yyyy.
// The same seed gives the same bytes. Nothing in it is a real firm or person.
import { addMonths, formatDay, parseDay, yearMonthDay, type Day } from '#base/day.ts';
import { randomFrom } from '#base/random.ts';

export const headers = [
  'Cliente',
  'CNPJ',
  'Segmento',
  'Início do contrato',
  'Vencimento',
  'Valor mensal (R$)',
  'Licenças contratadas',
  'Usuários ativos',
  'NPS',
  'Data do NPS',
  'Comentário',
  'Última reunião',
  'Chamados abertos',
  'Responsável (CS)',
  'Observações',
] as const;
export type Header = (typeof headers)[number];
export type SampleRow = Record<Header, string>;
export type Sample = {
  readonly rows: readonly SampleRow[];
  /** Monthly values in cents, answers given. */
  readonly mrrCents: number;
  readonly answers: number;
};

const first = [
  'Padaria',
  'Clínica',
  'Construtora',
  'Ótica',
  'Mercearia',
  'Gráfica',
  'Escola',
  'Oficina',
  'Agência',
];
const second = [
  'São João',
  'Ágil',
  'do Sol',
  'Três Irmãos',
  'Paulista',
  'Conceição',
  'Boa Vista',
  'Açaí',
  'Ipê',
];
const owners = ['Ana Souza', 'Caio Brandão', 'Érica Nunes', 'João Lacerda'];
const notes = [
  '',
  '',
  '',
  'aguardando orçamento',
  'quer mais do mesmo',
  'reclama de trabalho manual',
  'sponsor saiu',
];
const comments = ['', 'Ótimo atendimento.', 'Suporte demora demais; já pensamos em sair.', 'Bom, mas caro.'];
const segments = ['PME', 'Mid-Market', 'Enterprise'];

/** A CNPJ with right check digits for a number below 10^8. */
export function cnpjOf(root: number): string {
  const base = `${String(root).padStart(8, '0')}0001`;
  const digit = (text: string): string => {
    let sum = 0;
    for (let i = 0; i < text.length; i++) sum += Number(text.at(-1 - i)) * ((i % 8) + 2);
    const rest = sum % 11;
    return String(rest < 2 ? 0 : 11 - rest);
  };
  const one = digit(base);
  const all = base + one + digit(base + one);
  return all.replace(/^(\d{2})(\d{3})(\d{3})(\d{4})(\d{2})$/, '$1.$2.$3/$4-$5');
}

/** The last day up to `day` that no reader takes for a month: past the 12th. */
function plainDay(day: Day): Day {
  return yearMonthDay(day).day > 12 ? day : plainDay(day - 1);
}

const brDay = (day: Day): string => formatDay(day).split('-').reverse().join('/');

/** Money as the sheet writes it. */
export function brMoney(cents: number): string {
  const [whole, part] = (cents / 100).toFixed(2).split('.');
  return `R$ ${(whole ?? '').replace(/\B(?=(\d{3})+$)/g, '.')},${part ?? ''}`;
}

/** `size` customers, each readable in every cell, as of `today`. */
export function sample(size: number, seed: number | string, today = parseDay('2026-04-15') ?? 0): Sample {
  const random = randomFrom(seed);
  const below = (n: number): number => Math.floor(random() * n);
  const pick = (list: readonly string[]): string => list[below(list.length)] ?? '';
  let [mrrCents, answers] = [0, 0];
  const rows = Array.from({ length: size }, (_, i): SampleRow => {
    // The first row tells every column's order of day and month.
    const told = (day: Day): string => brDay(i === 0 ? plainDay(day) : day);
    const start = plainDay(today - 30 - below(700));
    const cents = 50_000 + below(900_000);
    const seats = 3 + below(60);
    const answered = i === 0 || random() < 0.8;
    mrrCents += cents;
    answers += answered ? 1 : 0;
    return {
      Cliente: `${pick(first)} ${pick(second)} ${i + 1} Ltda`,
      CNPJ: cnpjOf(10_000_000 + i * 7 + 1),
      Segmento: pick(segments),
      'Início do contrato': brDay(start),
      Vencimento: brDay(addMonths(start, 12 * (1 + Math.floor((today - start) / 365)))),
      'Valor mensal (R$)': brMoney(cents),
      'Licenças contratadas': String(seats),
      'Usuários ativos': String(below(seats + 1)),
      NPS: answered ? String(below(11)) : '',
      'Data do NPS': answered ? told(today - 1 - below(50)) : '',
      Comentário: answered ? pick(comments) : '',
      'Última reunião': i === 0 || random() < 0.8 ? told(today - 1 - below(100)) : '',
      'Chamados abertos': String(below(9)),
      'Responsável (CS)': pick(owners),
      Observações: pick(notes),
    };
  });
  return { rows, mrrCents, answers };
}

const quoted = (cell: string): string => (/[;"\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Rows as the bytes of a sheet in Windows-1252 (all letters used here are in Latin-1). */
export function sheetBytes(rows: readonly SampleRow[]): Uint8Array {
  const lines = [
    headers.join(';'),
    ...rows.map((row) => headers.map((header) => quoted(row[header])).join(';')),
  ];
  return Buffer.from(`${lines.join('\r\n')}\r\n`, 'latin1');
}

/** The same sheet with what such sheets suffer from: a total, a blank row, a row twice, money in words, a wrong CNPJ. */
export function roughRows(rows: readonly SampleRow[]): {
  readonly rows: readonly SampleRow[];
  readonly accepted: number;
} {
  const blank = Object.fromEntries(headers.map((header) => [header, ''])) as SampleRow;
  const [one, two] = [rows[0] ?? blank, rows[1] ?? blank];
  const unread = { ...blank, Cliente: 'Doceria Íris', CNPJ: cnpjOf(77), 'Valor mensal (R$)': 'doze mil' };
  const wrong = { ...two, Cliente: 'Lavanderia Água Boa', CNPJ: '11.111.111/1111-11' };
  const total = { ...blank, Cliente: 'TOTAL', 'Valor mensal (R$)': 'R$ 9.999.999,00' };
  return { rows: [...rows, one, wrong, unread, blank, total], accepted: rows.length + 1 };
}
