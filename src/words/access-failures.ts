// Who may not enter and what they may not do, in words.
import { say, type BothTexts } from './failure-text.ts';

/** Refusals about people and their access by code. */
export const accessFailures = {
  'sign-in-needed': say(
    401,
    ['Entre para continuar', 'Esta base tem dono. Entre com seu e-mail e sua senha.'],
    ['Sign in to go on', 'This base has an owner. Sign in with your e-mail and password.'],
  ),
  'sign-in-wrong': say(
    401,
    [
      'E-mail ou senha não conferem',
      'Confira os dois e tente de novo. Quem cuida da base pode gerar um link de senha nova.',
    ],
    [
      'E-mail and password do not match',
      'Check both and try again. Whoever looks after the base can make a link for a new password.',
    ],
  ),
  'too-many-attempts': say(
    429,
    ['Tentativas demais', 'Espere {minutes} min e tente de novo.'],
    ['Too many attempts', 'Wait {minutes} min and try again.'],
  ),
  'not-allowed': say(
    403,
    ['Seu papel não permite isto', 'Nada mudou. Peça a quem cuida da base.'],
    ['Your role does not allow this', 'Nothing changed. Ask whoever looks after the base.'],
  ),
  'owner-exists': say(
    409,
    ['A base já tem dono', 'Entre com a conta dele, ou peça um convite.'],
    ['The base has an owner already', 'Sign in with that account, or ask for an invitation.'],
  ),
  'owner-needed': say(
    409,
    [
      'Falta a conta do dono',
      'Para atender fora desta máquina, crie antes a conta: perene user add EMAIL --role owner --name NOME.',
    ],
    [
      'The account of an owner is missing',
      'To answer beyond this machine, create it first: perene user add EMAIL --role owner --name NAME.',
    ],
  ),
  'member-exists': say(
    409,
    ['Essa pessoa já está aqui', '{email} já tem acesso ou convite nesta base. Nada mudou.'],
    [
      'This person is here already',
      '{email} has access or an invitation in this workspace. Nothing changed.',
    ],
  ),
  'member-not-found': say(
    404,
    ['Pessoa não encontrada', 'Não há pessoa "{member}" nesta base.'],
    ['Person not found', 'There is no person "{member}" in this workspace.'],
  ),
  'member-elsewhere': say(
    409,
    [
      'A senha vale em outra base também',
      'Só a própria pessoa a troca, ou o operador da máquina: perene user reset. Nada mudou.',
    ],
    [
      'The password opens another workspace too',
      'Only the person changes it, or the operator of the machine: perene user reset. Nothing changed.',
    ],
  ),
  'last-owner': say(
    409,
    ['A base ficaria sem dono', 'Dê o papel de dono a outra pessoa antes. Nada mudou.'],
    ['The workspace would have no owner', 'Make somebody else an owner first. Nothing changed.'],
  ),
  'limit-not-possible': say(
    409,
    [
      'Não dá para limitar assim',
      'Só vê os próprios clientes quem é alguém na base e não é dono nem administrador. Nada mudou.',
    ],
    [
      'This cannot be limited',
      'Only who is somebody in the base, and neither owner nor admin, sees their own customers alone. Nothing changed.',
    ],
  ),
  'money-not-hideable': say(
    409,
    ['Este papel sempre vê valores', 'Só CSM e leitura podem ficar sem valores. Nada mudou.'],
    ['This role always sees amounts', 'Only CSMs and viewers may be without them. Nothing changed.'],
  ),
  'money-hidden': say(
    403,
    [
      'Valores ocultos para você',
      'Não dá para ordenar por valor. Escolha outra coluna, ou fale com quem cuida da base.',
    ],
    [
      'Amounts are hidden from you',
      'Sorting by amount is not possible. Choose another column, or ask whoever looks after the base.',
    ],
  ),
  'sample-without-people': say(
    409,
    ['A base de exemplo não tem equipe', 'Convide na base da sua empresa. Nada mudou.'],
    ['The sample base has no team', 'Invite into the workspace of your firm. Nothing changed.'],
  ),
  'link-not-valid': say(
    404,
    [
      'Este link não vale mais',
      'Ele já foi usado, foi trocado por outro ou passou dos 7 dias. Peça um novo a quem convidou.',
    ],
    [
      'This link is no longer valid',
      'It was used, replaced by another or is older than 7 days. Ask for a new one.',
    ],
  ),
  'email-invalid': say(
    422,
    ['E-mail inválido', '"{email}" não é um e-mail. Nada mudou.'],
    ['Not an e-mail', '"{email}" is no e-mail. Nothing changed.'],
  ),
  'password-invalid': say(
    422,
    ['Senha curta ou longa demais', 'Use de {least} a {most} caracteres; uma frase serve. Nada mudou.'],
    [
      'Password too short or too long',
      'Use {least} to {most} characters; a phrase will do. Nothing changed.',
    ],
  ),
  'password-wrong': say(
    403,
    ['A senha não confere', 'Se você já entra em outra base com este e-mail, use a senha de lá. Nada mudou.'],
    [
      'The password is not right',
      'If you enter another workspace with this e-mail, use that password. Nothing changed.',
    ],
  ),
} as const satisfies Record<string, BothTexts>;
