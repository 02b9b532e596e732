// What the import wizard says around the API's sentences, in Portuguese. Loaded with the wizard only.
import type { ImportFigures } from '#web/views/import-flow.ts';
import { importDonePt } from '#web/words/import-done-pt.ts';
import { capital } from '#web/views/capital.ts';
import { count } from '#web/words/count.ts';

const few = ['nenhuma', 'uma', 'duas', 'três', 'quatro', 'cinco', 'seis', 'sete', 'oito', 'nove', 'dez'];
const inWords = (n: number) => few[n] ?? n.toLocaleString('pt-BR');
const rows = (n: number) => count(n, 'linha', 'linhas');
const customers = (n: number) => count(n, 'cliente', 'clientes');
const listed = (parts: readonly string[]) =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} e ${parts.at(-1)}`;

export const importPt = {
  steps: { label: 'Etapas', files: 'Arquivo', columns: 'Colunas', check: 'Conferir', done: 'feito' },
  nothingYet: 'Nada foi gravado ainda.',
  back: 'Voltar',
  files: {
    title: 'Traga suas planilhas do jeito que estão.',
    why: 'CSV, Excel ou conversa do WhatsApp, vários arquivos de uma vez. Você confere tudo antes de gravar.',
    read: (read: number, bad: number) =>
      bad === 0
        ? `${count(read, 'arquivo lido', 'arquivos lidos')}. Agora confira as colunas.`
        : `${count(read, 'arquivo lido', 'arquivos lidos')}, ${bad === 1 ? 'um não deu' : `${inWords(bad)} não deram`} para ler.`,
    noneRead: (bad: number): string =>
      bad === 1 ? 'Este arquivo não deu para ler.' : 'Estes arquivos não deram para ler.',
    sending: (n: number) => `Recebendo ${count(n, 'arquivo', 'arquivos')}.`,
    sendingWhy:
      'Cada um é lido assim que chega. Pode andar pelo Perene enquanto isso; só não feche esta aba.',
    figure: (n: number): string => (n === 1 ? 'arquivo' : 'arquivos'),
    rowsRead: 'linhas lidas',
    yours: 'Seus arquivos',
    add: 'Trazer outro arquivo',
    remove: (name: string) => `Tirar ${name}`,
    removeShort: 'Tirar',
    waiting: 'na fila',
    sent: (share: string) => `${share} enviado`,
    reading: 'lendo as linhas',
    failed: 'não chegou',
    failedText: 'O envio parou. Os outros arquivos estão guardados.',
    retry: 'Enviar de novo',
    stop: 'Parar o envio',
    tables: (n: number) => count(n, 'tabela', 'tabelas'),
    unreadable: 'Não deu para ler.',
    next: 'Ver colunas',
    missing: 'Falta trazer um arquivo que dê para ler',
    choose: 'Escolher arquivo',
    faultsStay: 'O que não deu para ler fica de fora.',
  },
  columns: {
    headline: (f: ImportFigures) => {
      const what = f.tables > 1 ? `Em ${f.tables} tabelas, entendemos` : 'Entendemos';
      const all = f.understood === f.columns;
      const understood = all
        ? `${what} ${f.columns === 1 ? 'a única coluna' : `as ${f.columns} colunas`}.`
        : `${what} ${f.understood} das ${f.columns} colunas.`;
      const parts = [
        ...(f.toDecide > 0
          ? [`decidir ${f.toDecide === 1 ? 'uma coisa' : `${inWords(f.toDecide)} coisas`}`]
          : []),
        ...(f.toConfirm > 0 ? [`confirmar ${inWords(f.toConfirm)}`] : []),
        ...(f.problems > 0 ? [`olhar ${rows(f.problems)}`] : []),
      ];
      if (parts.length === 0) return `${understood} Nada falta decidir.`;
      return `${understood} ${f.toDecide > 0 ? 'Falta' : 'Se quiser, vale'} ${listed(parts)}.`;
    },
    none: 'Nenhuma tabela vai entrar. Inclua ao menos uma.',
    figure: (accepted: string, total: string) => `${accepted} de ${total}`,
    ready: (n: number): string => (n === 1 ? 'linha pronta para entrar' : 'linhas prontas para entrar'),
    withProblem: (n: number) => `${n.toLocaleString('pt-BR')} com problema, abaixo`,
    duplicates: (n: number) => `${rows(n)} ${n === 1 ? 'repetida' : 'repetidas'}`,
    rows,
    tables: 'Tabelas encontradas',
    tablesNote: 'Escolha uma para ver as colunas dela.',
    table: 'Tabela',
    whatItIs: 'O que é',
    rowsIn: 'Entram',
    toDo: 'Falta',
    goesIn: 'Vai entrar',
    included: (name: string) => `${name} vai entrar`,
    nothingToDo: 'nada',
    leftOut: 'fora',
    toDecide: (n: number) => `${inWords(n)} a decidir`,
    toConfirm: (n: number) => `${inWords(n)} a confirmar`,
    toLook: (n: number) => `${rows(n)} a olhar`,
    unknownKind: 'não reconhecida',
    yours: 'Suas colunas',
    yoursOf: (name: string) => `Colunas de ${name}`,
    kind: 'Cada linha é',
    kindChoose: 'Escolha o que é',
    saved: (name: string) => `Lida pelo modelo que você salvou, “${name}”.`,
    caption: 'Coluna da planilha e campo no Perene',
    inSheet: 'Na planilha',
    first: 'Primeira linha',
    becomes: 'vira',
    field: 'No Perene',
    state: 'Situação',
    readsAs: 'Lemos como',
    noHeader: 'sem título',
    fieldFor: (header: string) => `Campo para ${header}`,
    custom: 'Campo próprio',
    ignore: 'Não importar',
    group: 'Campos',
    other: 'Outro destino',
    sure: 'certa',
    confirm: 'confirmar',
    decide: 'decidir',
    left_out: 'fora',
    confirmOne: (header: string) => `Confirmar ${header}`,
    decideOne: (header: string) => `Decidir ${header}`,
    confirmAll: (n: number) => `Confirmar as ${inWords(n)}`,
    decided: 'decidido',
    rereading: 'Relendo a planilha',
    loadFailed: 'Esta tabela não carregou',
    changeFailed: 'Esta escolha não foi guardada',
    changeFailedText: 'O que você escolheu antes continua valendo.',
    next: (n: number, areCustomers: boolean) => `Conferir ${areCustomers ? customers(n) : rows(n)}`,
    nextNone: 'Conferir',
    rest: (f: ImportFigures) => {
      const over = [
        ...(f.duplicates > 0 ? [count(f.duplicates, 'repetida', 'repetidas')] : []),
        ...(f.skipped > 0 ? [`${f.skipped.toLocaleString('pt-BR')} em branco ou de total`] : []),
      ];
      const parts = [
        ...(f.refused > 0 ? [`${rows(f.refused)} ${f.refused === 1 ? 'fica' : 'ficam'} de fora`] : []),
        ...(over.length > 0
          ? [`${listed(over)} não ${f.duplicates + f.skipped === 1 ? 'conta' : 'contam'}`]
          : []),
      ];
      return parts.length === 0 ? '' : `${capital(parts.join('; '))}.`;
    },
    allIn: 'Tudo decidido.',
    moreMissing: (n: number) => (n === 1 ? 'e mais uma coisa' : `e mais ${inWords(n)} coisas`),
  },
  problems: {
    title: (n: number) => `${rows(n)} para olhar`,
    done: 'Nenhuma linha a olhar',
    doneText: 'Todas as linhas desta tabela já podem entrar.',
    allMended: 'As linhas com problema foram resolvidas.',
    note: (n: number) => (n === 1 ? 'uma linha já pode entrar' : `${rows(n)} já podem entrar`),
    first: (shown: number, total: string) => `as primeiras ${shown} de ${total}`,
    more: (n: number) => `Ver mais ${n.toLocaleString('pt-BR')}`,
    row: (n: number) => `Linha ${n.toLocaleString('pt-BR')}`,
    empty: '(vazio)',
    right: (field: string, n: number) => `${field}, valor certo da linha ${n}`,
    use: 'Usar',
    without: (field: string) => `Importar sem ${field}`,
    leaveOut: 'Deixar fora',
    staysOut: 'A linha fica fora.',
    cellEmpty: 'Entra sem este dado.',
    mended: (value: string) => `Fica ${value}.`,
    undo: 'Voltar atrás',
    undoRow: (n: number) => `Voltar atrás na linha ${n}`,
    hint: {
      text: 'Valor certo',
      day: 'dd/mm/aaaa',
      money: 'R$',
      taxId: '00.000.000/0000-00',
      number: 'Número',
    },
    fault: {
      empty: 'Escreva o valor, ou importe sem ele.',
      day: 'Escreva a data como 28/02/2026.',
      money: 'Escreva só o valor, como 1.250,00.',
      taxId: 'O CNPJ tem 14 caracteres; o CPF, 11 dígitos.',
      number: 'Escreva um número.',
    },
  },
  preview: {
    title: 'Como vai ficar',
    note: (shown: number, total: string) => `${shown} de ${total} linhas`,
    caption: 'As primeiras linhas como vão ficar no Perene',
    none: 'Nenhuma linha pode entrar ainda.',
  },
  suggested: {
    title: 'As observações sugerem',
    note: 'Cada uma vira pergunta na página do cliente; nada muda até alguém responder.',
    none: 'As observações não sugerem nada',
    noneNote: 'Nenhuma palavra da lista aparece nesta tabela.',
    rows: (n: number) => `${rows(n)}: `,
    quoted: (word: string) => `“${word}”`,
    list: 'Ver e mudar as palavras',
    after: 'Observações com palavras da lista viram perguntas na página do cliente.',
  },
  check: {
    headline: (added: number, changed: number, gone: number) => {
      const parts = [
        ...(added > 0 ? [count(added, 'cliente novo', 'clientes novos')] : []),
        ...(changed > 0 ? [`${customers(changed)} com mudança`] : []),
      ];
      const missing =
        gone > 0 ? `${gone.toLocaleString('pt-BR')} ${gone === 1 ? 'sumiu' : 'sumiram'} da planilha` : '';
      if (parts.length === 0 && gone === 0) return 'Nada muda: o Perene já sabe tudo o que está na planilha.';
      if (parts.length === 0) return `Nada muda nos clientes da planilha; ${missing}.`;
      return `${listed(parts)}${gone > 0 ? `; ${missing}` : ''}.`;
    },
    unchanged: (n: number) => `${customers(n)} ${n === 1 ? 'continua igual' : 'continuam iguais'}.`,
    changes: 'O que muda',
    caption: 'Clientes que mudam com esta importação',
    what: 'O quê',
    customer: 'Cliente',
    change: 'Mudança',
    mrr: 'MRR, R$',
    added: 'novo',
    changed: 'muda',
    gone: 'sumiu',
    counts: { added: 'novos', changed: 'mudam', unchanged: 'iguais', gone: 'sumiram' },
    addedText: 'entra na base',
    goneText: 'estava na planilha anterior e não está nesta',
    becomes: 'passa a ser',
    more: 'Ver mais clientes',
    shown: (n: string, total: string) => `${n} de ${total}`,
    none: 'Nenhum cliente muda.',
    noneText: 'Gravar só anota que a planilha foi conferida hoje.',
    failed: 'A comparação não carregou',
    commit: (n: number, areCustomers: boolean) => `Gravar ${areCustomers ? customers(n) : rows(n)}`,
    undoLater: 'Dá para desfazer depois.',
    openQuestions: (n: number) =>
      n === 1
        ? 'Uma pergunta sem resposta. Esse cliente fica como está.'
        : `${capital(inWords(n))} perguntas sem resposta. Esses clientes ficam como estão.`,
    allAnswered: 'Tudo conferido.',
    failure: 'A gravação não aconteceu',
    failureText: 'Nada foi gravado; a importação continua aqui, como estava.',
    again: 'Gravar de novo',
  },
  questions: {
    title: (open: number) =>
      open === 0
        ? 'Perguntas respondidas'
        : `${capital(open === 1 ? 'uma pergunta' : `${inWords(open)} perguntas`)} que só você sabe responder`,
    note: 'Sem resposta, o cliente fica como está e a pergunta volta na próxima planilha.',
    keys: { pick: 'escolher', move: 'mover' },
    next: 'Próxima',
    answered: 'respondida',
    change: 'Mudar a resposta',
    day: 'Terminou em, dia/mês/ano',
    dayFault: 'Escreva a data como 28/02/2026.',
    account: 'Qual cliente',
    accountHint: 'Nome do cliente, ao menos duas letras',
    accountNone: 'Nenhum cliente com esse nome.',
    accountFault: 'Escolha um cliente da lista.',
    confirm: 'Confirmar',
    on: (label: string, d: string) => `${label} ${d}`,
    perMonth: (m: string) => `${m} por mês`,
    noMrr: 'sem MRR informado',
    failed: 'As perguntas não carregaram',
    saveFailed: 'A resposta não foi guardada. Tente de novo.',
  },
  ...importDonePt,
};
export type ImportWords = typeof importPt;
