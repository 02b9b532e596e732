// What the page of words for suggested events says in Portuguese. Names of events and offer families come from the API.
import { count } from '#web/words/count.ts';

const number = (n: number): string => n.toLocaleString('pt-BR');

export const keywordPt = {
  title: 'Palavras das observações',
  headline: (words: number, events: number) =>
    `${count(words, 'palavra vira', 'palavras viram')} pergunta sobre ${count(events, 'acontecimento', 'acontecimentos')}.`,
  why: 'Quando uma observação, um comentário ou uma ata traz uma delas, o Perene pergunta na página do cliente se aconteceu. Enquanto ninguém responde, nada muda: nenhum sinal dispara.',
  figure: 'palavras e expressões',
  own: (n: number) => count(n, 'da sua empresa', 'da sua empresa'),
  off: (n: number) => count(n, 'desligada', 'desligadas'),
  reading: 'Relendo as observações com a lista nova. As perguntas mudam em instantes.',
  read: (notes: number, suggested: number, withdrawn: number) =>
    `Última releitura: ${count(notes, 'observação', 'observações')}, ${count(suggested, 'pergunta nova', 'perguntas novas')}, ${count(withdrawn, 'saiu', 'saíram')}. O que já foi respondido ficou como estava.`,
  form: {
    add: 'Incluir uma palavra',
    change: (word: string) => `Mudar “${word}”`,
    word: 'Palavra ou expressão',
    hint: 'ex.: novo centro de distribuição',
    event: 'O que ela sugere',
    choose: 'Escolha',
    family: 'Oferta de que fala',
    anyFamily: 'nenhuma em especial',
    note: 'Sem diferença de acento ou maiúscula, só a palavra inteira.',
    save: 'Salvar',
    cancel: 'Cancelar',
    noEvent: 'Escolha o que a palavra sugere.',
    short: 'Escreva pelo menos duas letras.',
    known: (word: string, label: string) =>
      `“${word}” já está na lista: ${label}. Salvar muda o que ela sugere.`,
    knownOff: (word: string) => `“${word}” está desligada. Salvar liga de novo.`,
  },
  look: {
    looking: 'Procurando nas observações…',
    found: (notes: number, customers: number) =>
      `Hoje isto aparece em ${count(notes, 'observação', 'observações')} de ${count(customers, 'cliente', 'clientes')}.`,
    none: 'Hoje isto não aparece em nenhuma observação. Vale para as próximas.',
    part: (n: number) => `Procurado nas ${number(n)} observações mais recentes.`,
    examples: 'Exemplos',
    failed: 'Não deu para procurar agora.',
  },
  list: {
    title: 'A lista',
    filter: 'Filtrar palavras',
    which: 'Quais palavras',
    all: 'Todas',
    mine: 'Da sua empresa',
    off: 'Desligadas',
    none: 'Nenhuma palavra com esse filtro.',
    words: (n: number) => count(n, 'palavra', 'palavras'),
    own: 'sua',
    changed: 'mudada',
    isOff: 'desligada',
    change: 'Mudar',
    changeOf: (word: string) => `Mudar ${word}`,
    turnOff: 'Desligar',
    turnOffOf: (word: string) => `Desligar ${word}`,
    remove: 'Excluir',
    removeOf: (word: string) => `Excluir ${word}`,
    back: 'Voltar ao modelo',
    backOf: (word: string) => `Voltar ao modelo: ${word}`,
    offGroup: 'Desligadas',
  },
  reset: {
    ask: 'Voltar tudo ao modelo',
    sure: (n: number) => `Esquecer ${count(n, 'mudança', 'mudanças')} da sua empresa?`,
    yes: 'Voltar ao modelo',
    no: 'Manter',
  },
  told: {
    saved: (word: string, label: string) => `“${word}” agora sugere: ${label}.`,
    off: (word: string) => `“${word}” não pergunta mais nada.`,
    removed: (word: string) => `“${word}” saiu da lista.`,
    back: (word: string) => `“${word}” voltou a ser como no modelo.`,
    reset: 'A lista voltou a ser a do modelo.',
    undo: 'Desfazer',
    undone: 'A lista voltou a ser como antes.',
    failed: 'Não foi salvo. A lista ficou como estava.',
  },
};
export type KeywordWords = typeof keywordPt;
