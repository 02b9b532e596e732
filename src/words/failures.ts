// What went wrong, in words: what happened, what was kept, what to do. One entry a code; doors check that none is missing.
import { accessFailures } from './access-failures.ts';
import { contactFailures } from './contact-failures.ts';
import { say, type BothTexts, type FailureLocale, type FailureText } from './failure-text.ts';
import { keywordFailures } from './keyword-failures.ts';
import { methodFailures } from './method-failures.ts';
import { viewFailures } from './view-failures.ts';
import { storeFailures } from './store-failures.ts';
import { taskFailures } from './task-failures.ts';
import { teamFailures } from './team-failures.ts';
import { workFailures } from './work-failures.ts';

export type { FailureLocale } from './failure-text.ts';

/** Refusals of verbs, of the store and of the doors by code. Braces are filled from the details. */
export const failures = {
  'workspace-not-found': say(
    404,
    ['Base não encontrada', 'Não há base com o nome "{workspace}". Confira o nome.'],
    ['Workspace not found', 'There is no workspace named "{workspace}". Check the name.'],
  ),
  'account-not-found': say(
    404,
    ['Cliente não encontrado', 'Não há cliente "{account}" nesta base.'],
    ['Account not found', 'There is no account "{account}" in this workspace.'],
  ),
  'account-not-yet': say(
    404,
    ['Cliente ainda desconhecido nesse dia', 'Nesse dia nada se sabia ainda de {account}.'],
    ['Account not known yet on that day', 'On that day nothing was known of {account} yet.'],
  ),
  'account-ambiguous': say(
    409,
    [
      'Mais de um cliente com esse nome',
      '"{account}" pode ser: {names}. Escreva o nome inteiro ou o identificador.',
    ],
    ['More than one account by that name', '"{account}" may be: {names}. Give the whole name or the id.'],
  ),
  'sample-beside-customers': say(
    409,
    [
      'Esta base já tem clientes seus',
      'A base "{workspace}" tem clientes, e dados de exemplo não ficam ao lado deles. Nada mudou. Para ver o exemplo, use outra pasta: PERENE_HOME=exemplo npm run -s perene -- demo.',
    ],
    [
      'This base already has customers of yours',
      'Workspace "{workspace}" has customers, and sample data does not lie beside them. Nothing changed. To see the sample use another folder: PERENE_HOME=sample npm run -s perene -- demo.',
    ],
  ),
  'sample-busy': say(
    409,
    ['Os dados de exemplo já estão sendo carregados', 'Espere terminar e abra de novo. Nada mudou.'],
    ['The sample data is being loaded already', 'Wait until it is done and open it again. Nothing changed.'],
  ),
  'sample-size': say(
    422,
    [
      'Tamanho fora do que se gera',
      'De 1 a {accounts} clientes, de 1 a {months} meses, números inteiros. Nada mudou.',
    ],
    [
      'Not a size that is made',
      'From 1 to {accounts} customers and 1 to {months} months, whole numbers. Nothing changed.',
    ],
  ),
  'import-not-found': say(
    404,
    ['Importação não encontrada', 'Não há importação "{import}" nesta base.'],
    ['Import not found', 'There is no import "{import}" in this workspace.'],
  ),
  'import-not-committed': say(
    409,
    ['Nada a desfazer', 'A importação "{import}" não está em vigor (estado: {state}). Nada mudou.'],
    ['Nothing to undo', 'Import "{import}" is not in force (state: {state}). Nothing changed.'],
  ),
  'draft-not-found': say(
    404,
    ['Rascunho não encontrado', 'Não há rascunho, arquivo ou tabela "{draft}" nesta base.'],
    ['Draft not found', 'There is no draft, file or table "{draft}" in this workspace.'],
  ),
  'draft-not-open': say(
    409,
    ['Este rascunho não muda mais', 'Ele já foi gravado, ou está sendo gravado agora. Nada mudou.'],
    ['This draft no longer changes', 'It was recorded, or is being recorded now. Nothing changed.'],
  ),
  'draft-busy': say(
    409,
    ['Este rascunho está sendo gravado', 'Espere terminar, ou cancele a gravação. Nada mudou.'],
    ['This draft is being recorded', 'Wait until it is done, or cancel. Nothing changed.'],
  ),
  'draft-changed': say(
    409,
    ['O rascunho mudou enquanto era gravado', 'Nada foi gravado. Confira o que mudou e grave de novo.'],
    ['The draft changed while it was being recorded', 'Nothing was recorded. Check it and record it again.'],
  ),
  'mapping-not-found': say(
    404,
    ['Mapeamento não encontrado', 'Não há mapeamento guardado "{mapping}" nesta base.'],
    ['Mapping not found', 'There is no saved mapping "{mapping}" in this workspace.'],
  ),
  'draft-full': say(
    409,
    ['Arquivos demais', 'Um rascunho leva até {most} arquivos. Grave este e comece outro.'],
    ['Too many files', 'A draft takes up to {most} files. Record this one and begin another.'],
  ),
  'draft-not-ready': say(
    409,
    ['Ainda falta decidir', '{reason} Nada foi gravado.'],
    ['Something is still to decide', '{reason} Nothing was recorded.'],
  ),
  'draft-choice-unknown': say(
    422,
    ['Escolha desconhecida', '"{choice}" não é uma opção aqui. Nada mudou.'],
    ['Unknown choice', '"{choice}" is no option here. Nothing changed.'],
  ),
  'import-cancelled': say(
    409,
    ['Importação cancelada', 'Nada dela foi gravado.'],
    ['Import cancelled', 'Nothing of it was recorded.'],
  ),
  'import-busy': say(
    409,
    ['Outra importação está gravando', 'Espere a outra terminar e tente de novo. Nada desta foi gravado.'],
    ['Another import is writing', 'Wait for it and try again. Nothing of this one was recorded.'],
  ),
  'key-reused': say(
    409,
    [
      'Chave de idempotência já usada',
      'A chave "{key}" veio antes com outro conteúdo. Nada foi gravado; use uma chave nova.',
    ],
    [
      'Idempotency key already used',
      'Key "{key}" came before with another body. Nothing was recorded; use a new key.',
    ],
  ),
  'fact-invalid': say(
    422,
    ['Há campos que não dá para ler', 'Nada foi gravado. A lista diz qual campo e por quê.'],
    ['Some fields cannot be read', 'Nothing was recorded. The list says which field and why.'],
  ),
  'day-in-future': say(
    422,
    ['Data no futuro', '{value} ainda não chegou; hoje é {today}. Escolha um dia até hoje.'],
    ['Day in the future', '{value} has not come yet; today is {today}. Choose a day up to today.'],
  ),
  'day-invalid': say(
    422,
    ['Data inválida', '"{value}" não é um dia. Escreva aaaa-mm-dd, por exemplo 2026-04-15.'],
    ['Not a day', '"{value}" is not a day. Write yyyy-mm-dd, for example 2026-04-15.'],
  ),
  'file-unreadable': say(
    422,
    ['Não deu para abrir o arquivo', '{path}: {reason}. Nada foi gravado.'],
    ['The file cannot be opened', '{path}: {reason}. Nothing was recorded.'],
  ),
  'file-not-a-table': say(
    422,
    ['O arquivo não é uma tabela de clientes', '{path}: {reason} Nada foi gravado.'],
    ['The file is no table of customers', '{path}: {reason} Nothing was recorded.'],
  ),
  'mapping-invalid': say(
    422,
    ['O mapeamento tem um erro', '{path}: {reason} Nada foi gravado.'],
    ['The mapping has a mistake', '{path}: {reason} Nothing was recorded.'],
  ),
  'mapping-ambiguous': say(
    422,
    ['Falta decidir uma coluna', '{path}: {reason} Nada foi gravado; decida com --map.'],
    ['A column is undecided', '{path}: {reason} Nothing was recorded; settle it with --map.'],
  ),
  'merge-with-itself': say(
    409,
    ['Já são o mesmo cliente', 'Os dois registros já são lidos como um só. Nada mudou.'],
    ['Already the same account', 'Both records are read as one already. Nothing changed.'],
  ),
  'not-merged': say(
    409,
    ['Este cliente não está junto de outro', 'Não há junção a desfazer. Nada mudou.'],
    ['This account is not joined', 'There is no join to undo. Nothing changed.'],
  ),
  'cursor-invalid': say(
    422,
    ['Página desconhecida', 'O cursor não serve para esta lista. Comece da primeira página.'],
    ['Unknown page', 'The cursor does not fit this list. Start from the first page.'],
  ),
  'export-interrupted': say(
    503,
    [
      'A exportação parou no meio',
      'O banco de dados reiniciou. O que saiu está incompleto; exporte de novo.',
    ],
    ['The export stopped half way', 'The database restarted. What came out is incomplete; export again.'],
  ),
  'export-too-large': say(
    409,
    [
      'Base grande demais para um XLSX',
      'São {accounts} clientes; em XLSX cabem {most}. Exporte em CSV, que não tem esse limite.',
    ],
    [
      'Base too large for an XLSX',
      '{accounts} customers; an XLSX takes {most}. Export as CSV, which has no such limit.',
    ],
  ),
  'export-exists': say(
    409,
    ['Já há um arquivo com esse nome', '{path} não foi tocado. Escolha outra pasta.'],
    ['There is a file of that name', '{path} was not touched. Choose another folder.'],
  ),
  'host-refused': say(
    403,
    [
      'Endereço recusado',
      'Enquanto a base não tem dono, o Perene só atende nesta máquina (127.0.0.1 ou localhost), não em "{host}".',
    ],
    [
      'Host refused',
      'While the base has no owner, Perene answers on this machine only (127.0.0.1 or localhost), not as "{host}".',
    ],
  ),
  'token-wrong': say(
    401,
    ['Credencial recusada', 'O token não é o de operator.token desta base.'],
    ['Credential refused', 'The token is not that of operator.token of this base.'],
  ),
  'cross-site': say(
    403,
    ['Pedido de outro site', 'Uma página de "{origin}" tentou gravar aqui. Nada foi gravado.'],
    ['Request from another site', 'A page of "{origin}" tried to write here. Nothing was recorded.'],
  ),
  'body-too-large': say(
    413,
    [
      'Arquivo grande demais',
      'O limite por aqui é {limit} MB. Use a linha de comando para arquivos maiores.',
    ],
    ['Body too large', 'The limit here is {limit} MB. Use the command line for larger files.'],
  ),
  'body-type': say(
    415,
    ['Tipo de conteúdo não aceito', 'Este endereço lê {wanted}, não "{type}". Nada foi gravado.'],
    ['Content type not accepted', 'This address reads {wanted}, not "{type}". Nothing was recorded.'],
  ),
  'field-invalid': say(
    422,
    ['Há campos que não dá para ler', 'A lista diz qual campo e por quê. Nada foi gravado.'],
    ['Some fields cannot be read', 'The list says which field and why. Nothing was recorded.'],
  ),
  'route-not-found': say(
    404,
    ['Endereço não encontrado', 'Não há nada em {path}.'],
    ['Not found', 'There is nothing at {path}.'],
  ),
  internal: say(
    500,
    [
      'Algo falhou no Perene',
      'O que estava gravado continua gravado. Tente de novo; se repetir, rode perene doctor.',
    ],
    ['Something failed in Perene', 'What was recorded is kept. Try again; if it repeats, run perene doctor.'],
  ),
  ...accessFailures,
  ...contactFailures,
  ...keywordFailures,
  ...methodFailures,
  ...viewFailures,
  ...storeFailures,
  ...taskFailures,
  ...workFailures,
  ...teamFailures,
} as const satisfies Record<string, BothTexts>;
export type FailureCode = keyof typeof failures;

function fill(text: string, detail: Readonly<Record<string, string | number | null>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(detail[name] ?? '?'));
}

/** Title, sentence and HTTP status of a failure. */
export function failureText(
  code: FailureCode,
  detail: Readonly<Record<string, string | number | null>>,
  locale: FailureLocale,
): FailureText & { readonly status: number } {
  const found = failures[code];
  const text = locale === 'en' ? found.en : found.pt;
  return { status: found.status, title: text.title, detail: fill(text.detail, detail) };
}
