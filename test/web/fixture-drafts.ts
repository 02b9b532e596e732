// The draft routes over sample imports, kept in memory: what is uploaded becomes a sample by the file's name.
import type { IncomingMessage } from 'node:http';
import { formatDay } from '#base/day.ts';
import type { DraftQuestion } from '#contract/draft-questions.ts';
import { draftTableLine, type Draft, type DraftFile, type DraftTable } from '#contract/drafts.ts';
import type { FirstValue } from '#contract/first-value.ts';
import { sampleToday } from './sample-accounts.ts';
import { difference, monthQuestions } from './sample-difference.ts';
import { changed, conversation, customerSheet, hugeSheet, workbook } from './sample-draft-tables.ts';

type Kept = {
  id: string;
  day: string;
  state: Draft['state'];
  files: DraftFile[];
  tables: DraftTable[];
  kind: 'first' | 'month' | 'same';
  questions: DraftQuestion[];
  done: number;
  failure: string | null;
  /** A commit that never gets further, for looking at it. */
  stuck: boolean;
};
type Reply = readonly [status: number, body: unknown];

const today = formatDay(sampleToday);
const kept = new Map<string, Kept>();
const firstValues = new Map<string, FirstValue>();
let lastId = 0;

function read(name: string, bytes: number): { file: DraftFile; tables: DraftTable[] } {
  lastId += 1;
  const id = `f${lastId}`;
  const file = {
    id,
    name,
    bytes,
    about: 'separado por ponto e vírgula, acentos do Excel brasileiro (Windows-1252), já convertidos',
    fault: null,
  };
  if (/\.(xls|pdf)$/.test(name)) {
    const message = 'É uma planilha antiga, em .xls. Abra no Excel, salve como .xlsx e traga de novo.';
    return { file: { ...file, about: '', fault: { code: 'xls_content', message } }, tables: [] };
  }
  if (name.endsWith('.xlsx')) return { file: { ...file, about: '3 abas' }, tables: workbook(id) };
  if (name.endsWith('.txt'))
    return { file: { ...file, about: 'conversa do WhatsApp, Android' }, tables: [conversation(id)] };
  if (/100 mil/.test(name))
    return { file: { ...file, about: 'separado por vírgula' }, tables: [hugeSheet(id)] };
  return { file, tables: [customerSheet(id, !/abril/.test(name))] };
}

function begin(id: string, names: readonly (readonly [string, number])[], more: Partial<Kept> = {}): Kept {
  const parts = names.map(([name, bytes]) => read(name, bytes));
  const draft: Kept = {
    id,
    day: today,
    state: 'open',
    kind: 'first',
    questions: [],
    done: 0,
    failure: null,
    stuck: false,
    files: parts.map((part) => part.file),
    tables: parts.flatMap((part) => part.tables),
    ...more,
  };
  return draft;
}
const keep = (workspace: string, draft: Kept) => kept.set(`${workspace} ${draft.id}`, draft);

const csv = ['clientes 2026 (final) v3.csv', 48_213] as const;
const april = ['clientes abril.csv', 47_900] as const;
const yesterday = formatDay(sampleToday - 1);
keep('exemplo', begin('csv', [csv], { day: yesterday }));
keep('exemplo', begin('xlsx', [['base de clientes.xlsx', 182_440]], { day: yesterday }));
keep('exemplo', begin('conversa', [['Conversa do WhatsApp com Papelaria Mirante.txt', 96_201]]));
keep('exemplo', begin('ilegivel', [april, ['contratos 2019.xls', 812_032]]));
keep('exemplo', begin('so-ilegivel', [['contratos 2019.xls', 812_032]]));
keep('exemplo', begin('mes', [april], { kind: 'month', questions: monthQuestions() }));
keep('exemplo', begin('igual', [april], { kind: 'same' }));
keep('exemplo', begin('gravando', [april], { state: 'committing', done: 74, stuck: true }));
keep('exemplo', begin('gravado', [csv], { state: 'committed', done: 120 }));
keep('exemplo', begin('falhou', [april], { failure: 'O disco do servidor encheu no meio da gravação' }));
keep('grande', begin('cem-mil', [['clientes 100 mil.csv', 18_442_310]]));

const going = (draft: Kept) => draft.tables.filter((table) => table.included);
const total = (draft: Kept) => going(draft).reduce((sum, table) => sum + table.accepted, 0);

function shown(draft: Kept): Draft {
  const blockers = going(draft).flatMap((table) => [
    ...(table.blocked === null
      ? []
      : [{ table: table.id, message: `Falta dizer o que é ${table.sheet ?? 'a tabela'}` }]),
    ...table.asks
      .filter((ask) => ask.answer === null)
      .map((ask) => ({
        table: table.id,
        message: ask.column === null ? 'Falta dizer quem é da sua equipe' : 'Falta decidir o fim do contrato',
      })),
  ]);
  const none = draft.tables.length > 0 && going(draft).length === 0;
  return {
    id: draft.id,
    today: draft.day,
    state: draft.state,
    files: draft.files,
    tables: draft.tables.map((table) => draftTableLine.parse(table)),
    blockers: none ? [{ table: null, message: 'Nenhuma tabela vai entrar' }] : blockers,
    questionsOpen: draft.questions.filter((question) => question.answer === null).length,
    progress: draft.state === 'committing' ? { done: draft.done, total: total(draft) } : null,
    failure: draft.failure,
    result: draft.state === 'committed' ? resultOf(draft) : null,
  };
}

function resultOf(draft: Kept): NonNullable<Draft['result']> {
  const files = going(draft).map((table) => ({
    path: draft.files.find((file) => file.id === table.file)?.name ?? '',
    ...(table.sheet === null ? {} : { sheet: table.sheet }),
    table: table.kind,
    rows: table.rows,
    accepted: table.accepted,
    refused: table.refused,
    duplicates: table.duplicates,
    skipped: table.skipped,
    mapping: {},
    problems: table.problemList
      .filter((item) => item.fixed === null)
      .map(({ row, column, code, value, message }) => ({ row, column, code, value, message })),
  }));
  return {
    imports: going(draft).map((table) => `i-${table.id}`),
    firstValueAsked: false,
    report: {
      id: 'i1',
      dryRun: false,
      files,
      facts: { recorded: total(draft) * 6, duplicate: 0, byKind: {} },
      accounts: going(draft)[0]?.accepted ?? 0,
    },
  };
}

/** A look at a commit moves it on: it is done at the fourth. */
function looked(draft: Kept): Kept {
  if (draft.state !== 'committing' || draft.stuck) return draft;
  draft.done += Math.ceil(total(draft) / 4);
  if (draft.done >= total(draft)) draft.state = 'committed';
  return draft;
}

const none: Reply = [
  404,
  { type: 'about:blank', title: 'Não há esta importação', status: 404, code: 'draft-not-found' },
];

/** Answers about drafts, imports and the first value; null: none of these. */
export async function answerDrafts(request: IncomingMessage, url: URL): Promise<Reply | null> {
  const [, , , , workspace = '', thing, id, part, item] = url.pathname.split('/');
  const method = request.method ?? 'GET';
  if (thing === 'imports' && method === 'DELETE') return [200, { id, withdrawn: 690, accounts: 115 }];
  if (thing === 'first-value') {
    const text = method === 'PUT' ? ((JSON.parse(await bodyOf(request)) as FirstValue).text ?? null) : null;
    if (method === 'PUT') firstValues.set(workspace, { text, skipped: text === null });
    return [200, firstValues.get(workspace) ?? { text: null, skipped: false }];
  }
  if (thing !== 'drafts') return null;
  if (id === undefined) {
    if (method === 'POST') {
      await bodyOf(request);
      lastId += 1;
      const draft = begin(`d${lastId}`, []);
      keep(workspace, draft);
      return [200, shown(draft)];
    }
    const all = [...kept].filter(
      ([key, draft]) => key.startsWith(`${workspace} `) && draft.day === yesterday,
    );
    return [200, { items: all.map(([, draft]) => shown(draft)) }];
  }
  const draft = kept.get(`${workspace} ${id}`);
  if (draft === undefined) return none;
  if (part === undefined && method === 'DELETE') {
    kept.delete(`${workspace} ${id}`);
    return [200, { id }];
  }
  return await ofDraft(request, url, draft, part, item);
}

async function ofDraft(
  request: IncomingMessage,
  url: URL,
  draft: Kept,
  part: string | undefined,
  item: string | undefined,
): Promise<Reply> {
  const method = request.method ?? 'GET';
  if (part === 'files' && method === 'POST') {
    const body = await bodyOf(request);
    const added = read(url.searchParams.get('name') ?? '', body.length);
    draft.files.push(added.file);
    draft.tables.push(...added.tables);
  }
  if (part === 'files' && method === 'DELETE') {
    draft.files = draft.files.filter((file) => file.id !== item);
    draft.tables = draft.tables.filter((table) => table.file !== item);
  }
  if (part === 'tables') {
    const at = draft.tables.findIndex((table) => table.id === item);
    const table = draft.tables[at];
    if (table === undefined) return none;
    if (method === 'PATCH')
      draft.tables[at] = changed(table, JSON.parse(await bodyOf(request)) as Record<string, unknown>);
    return [200, draft.tables[at]];
  }
  if (part === 'difference') return [200, difference(draft.kind, total(draft), url.searchParams)];
  if (part === 'questions') {
    if (method === 'PUT') {
      const { key, day, account } = JSON.parse(await bodyOf(request)) as Record<string, string>;
      const answer = { key: key ?? '', day: day ?? null, account: account ?? null };
      draft.questions = draft.questions.map((one) => (one.id === item ? { ...one, answer } : one));
    }
    return [200, { items: draft.questions, open: shown(draft).questionsOpen }];
  }
  if (part === 'commit') Object.assign(draft, { state: 'committing', done: 0, failure: null });
  if (part === 'cancel') Object.assign(draft, { state: 'open', done: 0 });
  return [200, shown(part === undefined ? looked(draft) : draft)];
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
