// What the screens of access and people say in Portuguese.
import type { Capability, Role } from '#domain/access/roles.ts';
import { count } from '#web/words/count.ts';

const roles: Record<Role, string> = {
  owner: 'Dono',
  admin: 'Administrador',
  manager: 'Gestor',
  csm: 'CSM',
  viewer: 'Leitura',
};
const capabilities: Record<Capability, string> = {
  'accounts.read': 'Ver clientes, lista do dia e o porquê de cada número',
  'views.keep': 'Guardar visões da base para si',
  'views.share': 'Compartilhar visões com a equipe',
  'facts.write': 'Registrar o que aconteceu com um cliente',
  'team.assign': 'Dizer quem cuida de qualquer cliente',
  'data.read': 'Ver de onde vêm os dados e o que não deu para ler',
  'data.import': 'Trazer e desfazer planilhas',
  'identity.write': 'Dizer quais registros são o mesmo cliente',
  'base.export': 'Baixar a base: todos os clientes que vê',
  'ritual.hold': 'Fazer o ritual da semana',
  'ritual.minutes': 'Guardar a ata do ritual',
  'method.write': 'Publicar o método, dizer o que é o primeiro valor e que palavras sugerem acontecimentos',
  'people.read': 'Ver quem trabalha aqui',
  'people.manage': 'Convidar, mudar papel e tirar pessoas',
  'people.own': 'Fazer e tirar donos',
};

export const peoplePt = {
  title: 'Pessoas',
  roles,
  capabilities,
  field: {
    name: 'Nome',
    email: 'E-mail',
    password: 'Senha',
    current: 'Senha atual',
    another: 'Senha nova',
    role: 'Papel',
    inFacts: 'Quem é na base',
    nobody: 'Ninguém ainda',
    sees: 'Vê',
    seesAll: 'Todos os clientes',
    seesOwn: 'Só os seus',
    money: 'Valores',
    withMoney: 'Vê valores',
    withoutMoney: 'Sem valores',
    passwordHint: 'Dez caracteres ou mais. Uma frase serve.',
  },
  failed: 'Não deu certo. Tente de novo.',
  signIn: {
    title: 'Entre no Perene',
    why: 'Esta base tem dono: cada pessoa entra com a própria conta.',
    button: 'Entrar',
    forgot: 'Esqueceu a senha? Quem cuida da base gera um link para você escolher outra.',
  },
  link: {
    title: (workspace: string) => `Bem-vindo à base ${workspace}`,
    reset: 'Escolha outra senha',
    why: (email: string, role: string) => `Você entra como ${email}, com o papel ${role}.`,
    resetWhy: (email: string) => `Para ${email}. As sessões abertas terminam.`,
    accept: 'Criar minha conta',
    choose: 'Trocar a senha',
    gone: 'Este link não vale mais',
    toStart: 'Ir para o início',
    loading: 'Conferindo o link',
  },
  own: {
    title: 'Sua conta',
    password: 'Trocar a senha',
    note: 'Suas outras sessões terminam na hora.',
    changed: 'Senha trocada. As outras sessões terminaram.',
    signOut: 'Sair',
    open: 'Sem dono: só nesta máquina',
    openText: 'Enquanto a base não tem dono, ninguém precisa entrar.',
  },
  owner: {
    title: 'Só você, nesta máquina',
    why: 'Sem dono, o Perene não pede senha e só atende neste computador. Crie sua conta quando quiser trazer a equipe.',
    form: 'Criar a conta do dono',
    afterwards:
      'A partir daí todo acesso pede e-mail e senha, o seu também. Não dá para voltar atrás pela tela.',
    button: 'Criar e entrar',
  },
  list: {
    headline: (n: number) =>
      n === 1 ? 'Uma pessoa entra nesta base' : `${count(n, 'pessoa entra', 'pessoas entram')} nesta base`,
    why: (waiting: number) =>
      waiting === 0
        ? 'Ninguém com convite aberto.'
        : `${count(waiting, 'convite aberto', 'convites abertos')}.`,
    figure: (n: number): string => (n === 1 ? 'pessoa' : 'pessoas'),
    table: 'Quem entra',
    person: 'Pessoa',
    state: 'Situação',
    action: 'Ação',
    you: 'você',
    active: 'Entra',
    invited: (day: string) => `Convite até ${day}`,
    expired: 'Convite vencido',
    newLink: 'Novo link',
    newLinkFor: (who: string) => `Novo link para ${who}`,
    password: 'Link de senha',
    passwordFor: (who: string) => `Link de senha nova para ${who}`,
    remove: 'Tirar',
    removeWho: (who: string) => `Tirar ${who}`,
    sure: (who: string) => `Tirar ${who}? As sessões terminam na hora.`,
    inHand: (customers: number, tasks: number) =>
      customers + tasks === 0
        ? 'Não cuida de nenhum cliente.'
        : `Cuida de ${customers === 1 ? '1 cliente' : `${customers} clientes`} e tem ${tasks === 1 ? '1 tarefa aberta' : `${tasks} tarefas abertas`}.`,
    passTo: 'Passar para',
    nobody: 'Ninguém (sem dono)',
    keep: 'Manter',
    roleOf: (who: string) => `Papel de ${who}`,
    keyOf: (who: string) => `Quem ${who} é na base`,
    seesOf: (who: string) => `O que ${who} vê`,
    moneyOf: (who: string) => `Se ${who} vê valores`,
    removed: (who: string) => `${who} não entra mais.`,
    changed: (who: string, role: string) => `${who} agora é ${role}.`,
    known: (who: string) => `Gravado para ${who}.`,
  },
  invite: {
    title: 'Convidar',
    note: 'Você copia um link e manda como quiser. Ele abre uma vez, por 7 dias.',
    button: 'Gerar link',
    ready: (email: string) => `Link para ${email}`,
    copy: 'Copiar link',
    copied: 'Copiado',
    once: (day: string) => `Aparece só agora. Vale até ${day}.`,
  },
  what: {
    title: 'O que cada papel pode',
    limited:
      'Quem vê só os seus clientes não guarda a ata do ritual, não traz planilha e não mexe em pessoas, seja qual for o papel; CSM e gestor baixam os próprios clientes. CSM e leitura podem ficar sem os valores em dinheiro.',
    can: 'pode',
    cannot: 'não pode',
    capability: 'Ação',
  },
};
export type PeopleWords = typeof peoplePt;
