// What the import wizard says from the commit on, in Portuguese: under way, done, the one question after it.
import { count } from '#web/words/count.ts';

const rows = (n: number) => count(n, 'linha', 'linhas');
const customers = (n: number) => count(n, 'cliente', 'clientes');

export const importDonePt = {
  committing: {
    headline: (n: number) => `Gravando ${rows(n)}.`,
    why: 'Ou entra tudo, ou nada. Pode fechar esta página: a gravação continua.',
    progress: 'Andamento da gravação',
    done: (done: string, total: string) => `${done} de ${total}`,
    unit: 'linhas gravadas',
    starting: 'preparando',
    cancel: 'Cancelar a gravação',
    cancelling: 'Cancelando',
    cancelText: 'Cancelar não grava nada e mantém suas escolhas.',
  },
  done: {
    headline: (n: number) =>
      `${customers(n)} ${n === 1 ? 'entrou ou foi atualizado' : 'entraram ou foram atualizados'}.`,
    same: 'Nada mudou: o Perene já sabia de tudo.',
    why: (refused: number) =>
      refused > 0
        ? `${rows(refused)} ${refused === 1 ? 'ficou' : 'ficaram'} de fora, com o motivo abaixo.`
        : 'Nenhuma linha ficou de fora.',
    facts: (n: number): string => (n === 1 ? 'fato gravado' : 'fatos gravados'),
    tables: 'O que entrou',
    caption: 'O que entrou de cada tabela',
    table: 'Tabela',
    in: 'Entraram',
    out: 'De fora',
    repeated: 'Repetidas',
    skipped: 'Em branco ou total',
    of: (name: string, sheet: string | undefined) => (sheet === undefined ? name : `${name}, ${sheet}`),
    outRows: 'Ficou de fora ou entrou incompleto',
    row: (n: number | null) => (n === null ? 'arquivo' : `Linha ${n.toLocaleString('pt-BR')}`),
    base: 'Ver a base',
    undo: 'Desfazer',
    undoing: 'Desfazendo',
    undone: (n: number) => `Importação desfeita: ${count(n, 'fato retirado', 'fatos retirados')}.`,
    undoneText: 'A base voltou a ser o que era antes. Importar de novo traz tudo outra vez.',
    undoFailed: 'Não deu para desfazer',
    undoFailedText: 'A importação continua valendo. Tente de novo.',
    undoHint: 'Desfazer tira só o que esta importação trouxe.',
    another: 'Importar outra planilha',
  },
  owner: {
    after: 'Por enquanto esta base só abre nesta máquina, sem senha.',
    create: 'Criar a conta de quem cuida dela',
  },
  firstValue: {
    title: 'O que é Primeiro Valor para o seu cliente?',
    why: 'É a primeira vez que ele percebe que a compra valeu a pena. O Perene usa suas palavras para dizer quem ainda não chegou lá.',
    label: 'Primeiro Valor, nas suas palavras',
    hint: 'Por exemplo: o primeiro relatório mensal aprovado pelo sponsor',
    save: 'Guardar',
    skip: 'Pular',
    short: 'Escreva ao menos três letras, ou pule.',
    saved: (text: string) => `Guardado. Primeiro Valor: ${text}.`,
    skipped: 'Tudo bem. Dá para dizer depois.',
    failed: 'Não deu para guardar. Tente de novo.',
  },
};
export type ImportDoneWords = typeof importDonePt;
