// What the team of a customer says in Portuguese. Names, roles and the ready note come from the API.
import { count } from '#web/words/count.ts';

export const teamPt = {
  title: 'Quem cuida',
  nobody: 'Ninguém cuida deste cliente ainda.',
  since: (day: string) => `desde ${day}`,
  pass: 'Passar',
  passOf: (name: string) => `Passar o que é de ${name}`,
  choose: 'Escolher quem cuida',
  failed: 'Não deu para ver quem cuida.',
  form: {
    title: (name: string) => `Passar de ${name} para outra pessoa`,
    first: 'Escolher quem cuida deste cliente',
    to: 'Para quem',
    someone: 'Escolha',
    note: 'O que quem chega precisa saber',
    hint: 'Fica como observação do cliente. Mude à vontade.',
    tasks: (n: number) => `Levar ${count(n, 'tarefa aberta', 'tarefas abertas')} junto`,
    send: 'Passar o cliente',
    sending: 'Passando…',
    leave: 'Deixar como está',
    missing: 'Escolha para quem passar.',
  },
  done: (customer: string, name: string) => `${customer} agora é de ${name}.`,
  same: (name: string) => `Já era de ${name}. Nada mudou.`,
  meanwhile: (name: string) => `Alguém passou este cliente para ${name} enquanto isso. Nada mudou.`,
  other: 'outra pessoa',
  undone: 'Voltou para quem estava.',
  noAnswer: 'Não deu para passar agora. Nada mudou; o que você escreveu continua aqui.',
};
export type TeamWords = typeof teamPt;
