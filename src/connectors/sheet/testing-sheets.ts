// For tests only: seeded sheets of every table, with the habits and the faults of people, and how many rows were written.
import fc from 'fast-check';

export type MadeSheet = { readonly text: string; readonly rows: number };

type Cells = readonly string[];
const day = fc.integer({ min: 0, max: 800 }).map((n) => new Date(Date.UTC(2024, 0, 1 + n)));
const two = (n: number): string => String(n).padStart(2, '0');
const months = ['jan', 'fev', 'mar', 'abr', 'mai', 'jun', 'jul', 'ago', 'set', 'out', 'nov', 'dez'];
/** One firm writes its dates one way. */
const dateHabits: readonly ((date: Date) => string)[] = [
  (date) => `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`,
  (date) => `${date.getUTCDate()}/${two(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`,
  (date) => date.toISOString().slice(0, 10),
  (date) => `${date.toISOString().slice(0, 10)} 10:30:00`,
  (date) => `${two(date.getUTCDate())}/${months[date.getUTCMonth()] ?? ''}/${date.getUTCFullYear()}`,
  (date) => `${months[date.getUTCMonth()] ?? ''}/${two(date.getUTCFullYear() % 100)}`,
  (date) => String(Math.floor(date.getTime() / 86_400_000) + 25_569),
];
const moneyHabits: readonly ((cents: number) => string)[] = [
  (cents) => `R$ ${grouped(cents)}`,
  (cents) => `R$${grouped(cents)}`,
  (cents) => (cents / 100).toFixed(2).replace('.', ','),
  (cents) => (cents / 100).toFixed(2),
  (cents) => String(Math.round(cents / 100)),
];

function grouped(cents: number): string {
  const [whole = '', part = ''] = (cents / 100).toFixed(2).split('.');
  return `${whole.replace(/\B(?=(?:\d{3})+$)/g, '.')},${part}`;
}

/** Headers of a table, each with the ways it is written, and what stands below. */
type Kind = 'key' | 'name' | 'date' | 'money' | 'count' | 'score' | 'word' | 'text' | 'cnpj' | 'flag';
type Column = readonly [headers: readonly string[], kind: Kind, words?: readonly string[]];
const tables: readonly (readonly Column[])[] = [
  [
    [['Cliente', 'Empresa', 'Account Name', 'Razão Social', ''], 'name'],
    [['CNPJ', 'Tax ID'], 'cnpj'],
    [['Mensalidade', 'MRR', 'Valor', 'ARR'], 'money'],
    [['Início', 'Start Date'], 'date'],
    [['Vencimento', 'Fim', 'Renewal Date', ''], 'date'],
    [['Licenças', 'Seats'], 'count'],
    [['NPS', 'Nota'], 'score'],
    [['Status', 'Situação'], 'word', ['Ativo', 'Cancelado', 'Em atraso', 'Pausado', '???']],
    [['Observações', 'Notes'], 'text'],
  ],
  [
    [['account_id', 'Código do cliente', 'Cliente', ''], 'key'],
    [['Mês', 'week_start', 'Dia', 'Data', 'Competência', ''], 'date'],
    [['Logins', 'n_events', 'api_calls', ''], 'count'],
    [['active_users', 'Usuários ativos'], 'count'],
    [['Métrica', 'constructor', 'Relatórios'], 'word', ['logins', 'relatorios', '__proto__']],
  ],
  [
    [['company_id', 'CNPJ', 'Cliente'], 'key'],
    [['Nº da fatura', 'invoice_id', 'id'], 'key'],
    [['Emissão', 'issued'], 'date'],
    [['Vencimento', 'due date'], 'date'],
    [['Valor', 'amount', 'Valor bruto'], 'money'],
    [['Pago em', 'paid'], 'date'],
    [['Status', 'Situação'], 'word', ['Pago', 'Aberto', 'void', 'refunded', 'falhou', 'sei lá']],
  ],
  [
    [['Cliente', 'account_id'], 'key'],
    [['Data da reunião', 'meeting date', 'Data'], 'date'],
    [['Tipo de reunião', 'Pauta', 'type'], 'word', ['QBR', 'Treinamento', 'Alinhamento', 'outra']],
    [['Participantes', 'attendees'], 'count'],
    [['Resultado', 'outcome'], 'word', ['Positivo', 'Cancelada', 'no show', 'ruim']],
    [['Observações'], 'text'],
  ],
  [
    [['Data', 'movement_date', ''], 'date'],
    [['Cliente', 'customer_id', ''], 'key'],
    [['Tipo', 'movement_type', ''], 'word', ['Upgrade', 'Downgrade', 'Novo', 'Cancelamento', 'Troca']],
    [['Valor', 'movement_amount', ''], 'money'],
    [['Produto', ''], 'word', ['CRM', 'ERP']],
  ],
  [
    [['Cliente', 'account_id'], 'key'],
    [['Data de saída', 'churn_date'], 'date'],
    [['Motivo', 'churn_reason'], 'word', ['Preço', 'Concorrente']],
  ],
  [
    [['account_id', 'organization_id', ''], 'key'],
    [['ticket_id', 'Protocolo', 'id', ''], 'key'],
    [['created_at', 'Data de abertura', ''], 'date'],
    [['Prioridade', 'priority', ''], 'word', ['P1', 'P2', 'Baixa', 'Crítica']],
    [['status', 'Situação', ''], 'word', ['Open', 'Fechado', 'Resolved']],
    [['Assunto', 'subject', ''], 'text'],
    [['resolution_time_hours', ''], 'count'],
  ],
  [
    [['account_id', 'Cliente', ''], 'key'],
    [['score', 'Nota', 'CSAT', ''], 'score'],
    [['Data', 'answered on', ''], 'date'],
    [['Comentário', ''], 'text'],
    [['E-mail', 'email'], 'text'],
  ],
  [
    [['account_id', 'Cliente', ''], 'key'],
    [['user_id', 'Usuário', ''], 'key'],
    [['event', 'Evento', ''], 'word', ['login', 'export', 'abrir tela']],
    [['event_time', 'Data e hora', ''], 'date'],
  ],
  [
    [['account_id', 'Cliente', ''], 'key'],
    [['product', 'Plano', ''], 'word', ['basic', 'pro']],
    [['start_date', 'Início', ''], 'date'],
    [['end_date', 'Fim', ''], 'date'],
    [['mrr', 'Valor', ''], 'money'],
    [['quantity', 'Licenças'], 'count'],
    [['bill_period_months'], 'count'],
  ],
];

const names = [
  'Acme',
  'Beta Ltda',
  'Padaria São João',
  'Total Seguros',
  'Oficina, Lua & Cia',
  'TOTAL',
  'Gama "G"',
];
const notes = [
  '',
  'ótimo',
  'sponsor saiu',
  'muito trabalho manual',
  'linha\nnova',
  '=1+1',
  'a@b.co',
  '#REF!',
  '😀',
];
const cnpjs = [
  '01.815.908/0001-16',
  '86091390000178',
  '01.815.908/0001-17',
  '529.982.247-25',
  '12.ABC.345/01DE-35',
  '',
];
const faults = [
  '',
  '-',
  'N/A',
  '#REF!',
  '31/02/2026',
  'x'.repeat(400),
  '\u0000',
  '1.234',
  '03/04/2026',
  '9'.repeat(30),
  'NaN',
];

/** Sheets of all tables: headers in any order and language, cells by habit, faults, blanks, repeats and totals. */
export function sheets(): fc.Arbitrary<MadeSheet> {
  const options = { table: fc.constantFrom(...tables), seed: fc.infiniteStream(fc.nat()), rows: fc.nat(14) };
  const habits = {
    date: fc.constantFrom(...dateHabits),
    money: fc.constantFrom(...moneyHabits),
    mark: fc.constantFrom(',', ';', '\t'),
    faulty: fc.constantFrom(0, 0, 10, 40),
  };
  return fc.record({ ...options, ...habits, first: day }).map((made) => {
    const next = (): number => made.seed.next().value ?? 0;
    const of = <T>(list: readonly T[]): T => list[next() % list.length] as T;
    const columns = made.table.filter(() => next() % 8 > 0).map((column) => [next(), column] as const);
    const sorted = columns.toSorted(([a], [b]) => a - b).map(([, column]) => column);
    const cell = ([, kind, words = []]: Column): string => {
      if (next() % 100 < made.faulty) return of(faults);
      const date = new Date(made.first.getTime() + (next() % 400) * 86_400_000);
      const made1: Readonly<Record<Kind, () => string>> = {
        key: () => of(['1', '2', '3', 'A-1', '77', '']),
        name: () => of(names),
        date: () => made.date(date),
        money: () => made.money((next() % 9_000_000) - 1000),
        count: () => String(next() % 300),
        score: () => String(next() % 12),
        word: () => of(words),
        text: () => of(notes),
        cnpj: () => of(cnpjs),
        flag: () => of(['Sim', 'Não', '1', 'x']),
      };
      return made1[kind]();
    };
    const lines: Cells[] = [sorted.map(([headers]) => of(headers))];
    for (let row = 0; row < made.rows; row++) {
      const fate = next() % 20;
      if (fate === 0) lines.push(sorted.map(() => ''));
      else if (fate === 1) lines.push(lines.at(-1) ?? []);
      else if (fate === 2) lines.push(['TOTAL', ...sorted.slice(1).map(() => '10,00')]);
      else if (fate === 3) lines.push(sorted.slice(0, -1).map(cell));
      else if (fate === 4) lines.push([...sorted.map(cell), 'a mais']);
      else lines.push(sorted.map(cell));
    }
    const quoted = (text: string): string =>
      /["\n\t,;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    return { text: lines.map((line) => line.map(quoted).join(made.mark)).join('\n'), rows: lines.length };
  });
}
