// Tables of imports as a firm would bring them: a customer sheet with its usual troubles, a workbook, a conversation.
import type { DraftAsk, DraftColumn, DraftProblem, DraftTable } from '#contract/drafts.ts';

type Column = readonly [
  header: string,
  field: string,
  first: string,
  state?: DraftColumn['state'],
  readsAs?: string | undefined,
];
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const columns = (rows: readonly Column[]): DraftColumn[] =>
  rows.map(([header, field, first, state = 'sure', readsAs], at) => ({
    letter: letters[at] ?? '?',
    header,
    named: header !== '',
    field,
    state,
    confidence: state === 'sure' ? 0.98 : state === 'left_out' ? 0.2 : 0.6,
    samples: [first],
    readsAs: readsAs ?? null,
  }));

const kinds = [
  { key: 'accounts', label: 'cliente' },
  { key: 'contacts', label: 'contato' },
  { key: 'subscriptions', label: 'contrato' },
  { key: 'tickets', label: 'chamado' },
  { key: 'answers', label: 'resposta de pesquisa' },
  { key: 'messages', label: 'mensagem' },
];
const accountFields =
  'name taxId externalId segment status stage start end plannedEnd monthly annual amount seats activeUsers nps npsDate lastMeeting openTickets owner notes email contactName phone'.split(
    ' ',
  );

/** Counts that follow from the parts, so that no sample contradicts itself. */
function counted(table: DraftTable): DraftTable {
  const open = table.asks.filter((ask) => ask.answer === null);
  const inState = (state: DraftColumn['state']) =>
    table.columnList.filter((column) => column.state === state);
  const untouched = table.problemList.filter((problem) => problem.fixed === null);
  const hidden = table.rows > 1_000 ? Math.max(0, table.problems - untouched.length) : 0;
  const asked = new Set(open.map((ask) => ask.column));
  const loose = inState('decide').filter((column) => !asked.has(column.header)).length;
  const refused = hidden + untouched.filter((problem) => problem.refused).length;
  return {
    ...table,
    columns: table.columnList.length,
    columnsUnderstood: table.columnList.length - inState('left_out').length - loose,
    toDecide: open.length + loose + (table.kind === null ? 1 : 0),
    toConfirm: inState('confirm').length,
    problems: hidden + untouched.length,
    refused,
    accepted: table.kind === null ? 0 : table.rows - refused - table.duplicates - table.skipped,
  };
}

const blank = (id: string, file: string, rows: number): DraftTable => ({
  id,
  file,
  sheet: null,
  kind: 'accounts',
  kindLabel: 'clientes',
  included: true,
  rows,
  accepted: rows,
  refused: 0,
  duplicates: 0,
  skipped: 0,
  columns: 0,
  columnsUnderstood: 0,
  toDecide: 0,
  toConfirm: 0,
  problems: 0,
  blocked: null,
  kinds,
  fields: accountFields,
  columnList: [],
  asks: [],
  problemList: [],
  preview: { fields: [], rows: [] },
  suggested: null,
  savedMapping: null,
});

const whichEnd: DraftAsk = {
  id: 'which_end:Dt Renov.',
  code: 'which_end',
  column: 'Dt Renov.',
  title: 'O contrato que termina em 12/06/2026 ainda vale no dia 12?',
  why: 'Muda em um dia a renovação de 118 clientes. A coluna “Dt Renov.” aceita as duas leituras.',
  options: [
    {
      key: 'inclusive',
      label: 'Vale até o fim do dia 12',
      note: 'Renova em 13/06. O mais comum em contratos anuais.',
      needs: null,
    },
    {
      key: 'exclusive',
      label: 'Termina na virada para o dia 12',
      note: 'Renova em 12/06. Comum em sistemas de cobrança.',
      needs: null,
    },
  ],
  answer: null,
};

const problem = (
  row: number,
  column: string,
  value: string | null,
  message: string,
  fix: DraftProblem['fix'],
): DraftProblem => ({ row, column, code: `p${row}`, value, message, refused: true, fix, fixed: null });

const problems = [
  problem(38, 'Dt Renov.', '31/02/2026', 'Esta data não existe.', 'day'),
  problem(52, 'Mensalidade', 'a combinar', 'Não é um valor em reais.', 'money'),
  problem(71, 'CNPJ', '12.345.678/0001-00', 'O dígito não confere.', 'taxId'),
  problem(90, 'razao_social', null, 'Linha sem nome de cliente.', 'text'),
  problem(104, 'razao_social', 'Usina Sta Eulália', 'Repete a linha 17, com o mesmo CNPJ.', null),
];

const sheetColumns: readonly Column[] = [
  ['razao_social', 'name', 'Transportes Rio Pardo'],
  ['CNPJ', 'taxId', '41.882.307/0001-64', 'sure', '1 com dígito errado'],
  ['Dt Início', 'start', '12/06/2025', 'sure', 'dia primeiro'],
  ['Dt Renov.', 'end', '12/06/2026', 'decide', 'vale até o fim do dia?'],
  ['Mensalidade', 'monthly', 'R$ 18.400,00', 'sure', 'vírgula decimal'],
  ['Fase', 'stage', 'Adoção/Expansão', 'confirm', 'separa por “/”'],
  ['ult. reunião', 'lastMeeting', '06/04/26', 'sure', 'ano com 2 dígitos'],
  ['NPS', 'nps', '7', 'confirm', 'sponsor ou equipe?'],
  ['resp.', 'owner', 'camila', 'sure', '3 pessoas'],
  ['Obs', 'notes', 'sponsor saiu, ver c/ Renato'],
  ['cor', 'ignore', 'amarelo', 'left_out', 'a saúde é calculada'],
];
const preview = {
  fields: ['name', 'end', 'monthly', 'stage', 'nps'],
  rows: [
    ['Transportes Rio Pardo', '12/06/2026', 'R$ 18.400', 'Adoção · Expansão', '7'],
    ['Grupo Paineira Alimentos', '31/08/2026', 'R$ 31.800', 'Expansão', '10'],
    ['Papelaria Mirante', '22/05/2026', 'R$ 2.400', 'Ativação', null],
    ['Laboratório Sabiá', '14/07/2026', 'R$ 9.900', 'Expansão', '9'],
  ],
};

const settled = ([header, field, first, state, readsAs]: Column): Column => [
  header,
  field,
  first,
  state === 'left_out' ? state : 'sure',
  readsAs?.replace(/\?$/, ''),
];

/** A customer sheet of 120 rows: one question, two columns to confirm, five rows to look at. */
export const customerSheet = (file: string, asks = true): DraftTable =>
  counted({
    ...blank(`${file}.t1`, file, 120),
    columnList: columns(asks ? sheetColumns : sheetColumns.map((column) => settled(column))),
    asks: asks ? [whichEnd] : [],
    problemList: asks ? problems : [],
    preview,
    suggested: [
      { event: 'sponsor_left', label: 'Sponsor saiu', words: ['sponsor saiu', 'novo diretor'], rows: 3 },
      { event: 'budget_cut', label: 'Corte de orçamento', words: ['corte de orcamento'], rows: 1 },
    ],
    savedMapping: asks ? null : { id: 'm1', name: 'clientes, 11 colunas' },
  });

/** Three sheets: customers, contacts, and one that nobody can tell. */
export const workbook = (file: string): DraftTable[] => [
  { ...customerSheet(file, false), sheet: 'Clientes', savedMapping: null },
  counted({
    ...blank(`${file}.t2`, file, 214),
    sheet: 'Contatos',
    kind: 'contacts',
    kindLabel: 'contatos',
    duplicates: 3,
    fields: ['externalId', 'name', 'taxId', 'contactName', 'email', 'phone', 'role', 'department', 'keyUser'],
    columnList: columns([
      ['Empresa', 'name', 'Transportes Rio Pardo'],
      ['Nome', 'contactName', 'Renato Lins'],
      ['E-mail', 'email', 'renato@riopardo.com.br'],
      ['Cargo', 'role', 'Diretor de operações', 'confirm', 'sponsor é quem decide?'],
      ['Celular', 'phone', '(11) 98888-1234'],
    ]),
    preview: {
      fields: ['name', 'contactName', 'role', 'email'],
      rows: [
        ['Transportes Rio Pardo', 'Renato Lins', 'Diretor de operações', 'renato@riopardo.com.br'],
        ['Papelaria Mirante', 'Ana Prado', null, 'ana@mirante.com.br'],
      ],
    },
  }),
  counted({
    ...blank(`${file}.t3`, file, 18),
    sheet: 'Plan3',
    kind: null,
    kindLabel: 'não reconhecida',
    blocked: 'Não dá para saber o que são estas linhas. Diga o que são, ou deixe a tabela de fora.',
    columnList: columns([
      ['', 'ignore', '1', 'left_out'],
      ['Descrição', 'custom', 'Reunião de alinhamento', 'confirm'],
      ['Data', 'custom', '03/04/2026', 'confirm', 'dia primeiro'],
    ]),
  }),
];

/** A conversation: who of it is ours has to be said. */
export const conversation = (file: string): DraftTable =>
  counted({
    ...blank(`${file}.t1`, file, 1_482),
    kind: 'messages',
    kindLabel: 'mensagens',
    skipped: 12,
    fields: ['name', 'contactName', 'period', 'quantity'],
    columnList: columns([
      ['Conversa', 'name', 'Papelaria Mirante'],
      ['Quem', 'contactName', 'Ana Prado'],
      ['Dia', 'period', '02/04/2026', 'sure', 'dia primeiro, 24 horas'],
    ]),
    asks: [
      {
        id: 'ours',
        code: 'ours',
        column: null,
        title: 'Quem desta conversa é da sua equipe?',
        why: 'Decide quem escreveu primeiro em 1.482 mensagens. O texto delas não é guardado.',
        options: ['Camila Rezende', 'Ana Prado'].map((name) => ({
          key: name,
          label: name,
          note: name === 'Camila Rezende' ? '803 mensagens' : '679 mensagens',
          needs: null,
        })),
        answer: null,
      },
    ],
    preview: {
      fields: ['name', 'contactName', 'period', 'quantity'],
      rows: [
        ['Papelaria Mirante', 'Ana Prado', '02/04/2026', '14'],
        ['Papelaria Mirante', 'Camila Rezende', '02/04/2026', '9'],
      ],
    },
  });

/** A hundred thousand rows, with more problems than are listed. */
export const hugeSheet = (file: string): DraftTable =>
  counted({
    ...customerSheet(file, false),
    rows: 100_000,
    problems: 312,
    problemList: Array.from({ length: 50 }, (_, at) =>
      problem(211 + at * 307, 'CNPJ', `12.345.${String(600 + at)}/0001-00`, 'O dígito não confere.', 'taxId'),
    ),
  });

/** What a change makes of a table. */
export function changed(table: DraftTable, change: Partial<Record<string, unknown>>): DraftTable {
  const given = <T>(key: string) => change[key] as T | undefined;
  const fields = given<Record<string, string>>('columns') ?? {};
  const answers = given<Record<string, string>>('asks') ?? {};
  const fixes = given<{ row: number; column: string; value: string | null }[]>('fixes') ?? [];
  const kind = given<string>('kind');
  const asks = table.asks.map((ask) => ({ ...ask, answer: answers[ask.id] ?? ask.answer }));
  const settled = new Set(asks.filter((ask) => ask.answer !== null).map((ask) => ask.column));
  return counted({
    ...table,
    included: given<boolean>('included') ?? table.included,
    ...(kind === undefined ? {} : { kind, kindLabel: labelOf(kind), blocked: null }),
    asks,
    columnList: table.columnList.map((column) => {
      const field = fields[column.header];
      if (field === undefined) return settled.has(column.header) ? { ...column, state: 'sure' } : column;
      return { ...column, field, state: field === 'ignore' ? 'left_out' : 'sure' };
    }),
    problemList: table.problemList.map((item) => {
      const fix = fixes.find((one) => one.row === item.row && one.column === item.column);
      return fix === undefined ? item : { ...item, fixed: fix.value };
    }),
  });
}
const labelOf = (kind: string) => kinds.find((item) => item.key === kind)?.label ?? kind;
