// Words of the day and of tasks, in Portuguese.
import { count } from '#web/words/count.ts';

const tasks = (n: number): string => count(n, 'tarefa', 'tarefas');
const list = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} e ${parts.at(-1)}`;

export const dayPt = {
  title: 'Hoje',
  verdict: {
    late: (n: number) => (n === 1 ? '1 tarefa passou do prazo' : `${n} tarefas passaram do prazo`),
    morning: (n: number) => `${n} de manhã`,
    afternoon: (n: number) => `${n} à tarde`,
    none: (n: number) => `${tasks(n)} sem data`,
    some: (late: string | null, rest: readonly string[]) =>
      late === null
        ? `Hoje: ${list(rest)}.`
        : rest.length === 0
          ? `${late}.`
          : `${late}; ainda hoje, ${list(rest)}.`,
    nothing: 'Nada pendente para hoje.',
    nothingYet: 'Ainda não há clientes nesta base.',
    off: 'Hoje não é dia útil.',
    start: (account: string, why: string) => `Comece por ${account}${why === '' ? '' : `: ${why}`}.`,
    rest: (tomorrow: number) =>
      tomorrow === 0 ? 'Nada marcado para o próximo dia útil.' : `${tasks(tomorrow)} no próximo dia útil.`,
    figure: tasks,
    parts: (late: number, morning: number, afternoon: number, none: number) =>
      [
        count(late, 'atrasada', 'atrasadas'),
        `${morning} de manhã`,
        `${afternoon} à tarde`,
        ...(none > 0 ? [`${none} sem data`] : []),
      ].join(', '),
    money: (text: string) => `${text} de MRR envolvido`,
  },
  mine: (who: string | null): string => (who === null ? 'Tarefas de todos' : 'Minhas tarefas'),
  of: (who: string) => `Tarefas de ${who}`,
  everyone: 'Todos',
  whose: 'Dia de quem',
  now: (weekday: string, day: string, time: string) => `${weekday}, ${day} · agora são ${time}`,
  weekdays: [
    'domingo',
    'segunda-feira',
    'terça-feira',
    'quarta-feira',
    'quinta-feira',
    'sexta-feira',
    'sábado',
  ],
  parts: {
    late: 'Passou do prazo',
    morning: 'De manhã',
    afternoon: 'À tarde',
    later: 'Depois',
    none: 'Sem data',
  },
  today: 'hoje',
  yesterday: 'ontem',
  noDay: 'sem data',
  past: (span: string) => `passou ${span}`,
  pastNow: 'acabou de passar',
  dueIn: (span: string) => `vence em ${span}`,
  dueToday: 'vence hoje',
  dueOn: (day: string, time: string | null) => (time === null ? `vence ${day}` : `vence ${day}, ${time}`),
  span: (days: number, hours: number, minutes: number) =>
    days > 0
      ? count(days, 'dia útil', 'dias úteis')
      : hours > 0
        ? `${hours} h${minutes > 0 ? ` ${String(minutes).padStart(2, '0')}` : ''}`
        : `${minutes} min`,
  time: (text: string) => text.replace(':', 'h').replace(/^0/, ''),
  clock: (day: string, time: string) => `24 h no relógio: ${day}, ${time}`,
  nobody: 'sem responsável',
  say: 'Comece dizendo:',
  more: (shown: number, total: number) =>
    `Estão aqui as ${shown} primeiras de ${tasks(total)}. As outras aparecem quando estas saírem.`,
  foot: (done: number, tomorrow: number) =>
    `${count(done, 'concluída', 'concluídas')} hoje · ${tomorrow} no próximo dia útil`,
  empty: 'Tudo feito por hoje. Bom momento para ver quem está pronto para expandir.',
  emptyNever: 'As tarefas aparecem aqui quando os clientes chegarem à base.',
  act: {
    talked: 'Falei hoje',
    finish: 'Concluir',
    snooze: 'Adiar',
    delegate: 'Delegar',
    open: 'Abrir cliente',
    create: 'Nova tarefa',
    cancel: 'Cancelar',
  },
  outcomes: {
    talked: 'Falei',
    no_answer: 'Não consegui falar',
    done: 'Feito, sem falar',
    not_needed: 'Não precisa mais',
  },
  talks: { phone: 'Telefone', whatsapp: 'WhatsApp', email: 'E-mail', meeting: 'Reunião' },
  form: {
    finish: (what: string) => `Concluir: ${what}`,
    snooze: (what: string) => `Adiar: ${what}`,
    delegate: (what: string) => `Delegar: ${what}`,
    outcome: 'Como terminou',
    channel: 'Por onde',
    note: 'Anotação, se quiser',
    save: 'Concluir',
    until: 'Adiar para',
    afternoon: 'Hoje à tarde, 14h',
    next: (day: string) => `${day}, 9h`,
    week: 'Segunda que vem, 9h',
    other: 'Outro dia',
    day: 'Dia',
    dayHint: 'dd/mm/aaaa',
    hour: 'Hora, se tiver',
    hourHint: '10h30',
    put: 'Adiar',
    owner: 'Quem faz',
    choose: 'Escolha',
    give: 'Delegar',
    account: 'Cliente',
    accountHint: 'Parte do nome',
    nobodyFound: 'Nenhum cliente com esse nome.',
    what: 'O que fazer',
    whatHint: 'Mandar o resumo da reunião',
    within: 'Em 24 h',
    withinNote: 'Fora do expediente, vale a mesma hora do próximo dia útil.',
    create: 'Criar tarefa',
    missingAccount: 'Escolha o cliente.',
    missingWhat: 'Escreva o que fazer, com 3 letras ou mais.',
    missingOwner: 'Escolha quem faz.',
    badDay: 'Escreva o dia como 28/02/2026.',
    badHour: 'Escreva a hora como 10h30.',
  },
  done: {
    finish: (account: string) => `${account}: tarefa concluída.`,
    snooze: (account: string) => `${account}: tarefa adiada.`,
    delegate: (account: string) => `${account}: tarefa delegada.`,
    create: (account: string) => `${account}: tarefa criada.`,
    joined: (account: string) => `Este cliente foi juntado a ${account}; a tarefa ficou lá.`,
    undo: 'Desfazer',
    undone: 'Desfeito. A tarefa voltou a ser o que era.',
    undoFailed: 'Não deu para desfazer. O que foi gravado continua valendo.',
    noAnswer: 'O Perene não respondeu. Nada se perdeu; tente de novo.',
  },
  news: 'O que mudou',
  risks: (n: number) => count(n, 'risco novo', 'riscos novos'),
  since: (day: string) => `desde ${day}`,
  ready: (n: number) => count(n, 'pronto para expandir', 'prontos para expandir'),
  renewals: (n: number) => `${n} entrando na renovação`,
  promises: (n: number) => count(n, 'combinado nosso atrasado', 'combinados nossos atrasados'),
  replies: (n: number) => count(n, 'resposta esperando', 'respostas esperando'),
  mrr: (money: string) => `${money} de MRR`,
  perYear: 'em 12 meses',
  seeAll: (n: number) => `Ver os ${n} na Base`,
  score: (n: number) => `nota ${n}`,
  noText: 'sem texto',
  quiet: 'Nada de novo desde o último dia útil.',
  daysShort: (n: number) => `${n} d`,
  notices: 'Aviso da base',
  missing: {
    customers: 'Traga a planilha de clientes em Base para o dia começar.',
    owners:
      'Nenhum cliente tem responsável: as tarefas não se dividem por pessoa. Traga a coluna do responsável.',
    money: 'Nenhum cliente tem valor mensal: a ordem não leva o dinheiro em conta. Traga a coluna de MRR.',
    dates: 'Nenhum contrato tem fim: as renovações não aparecem. Traga a data de fim do contrato.',
  },
  keys: {
    move: 'mover',
    open: 'abrir',
    finish: 'concluir',
    snooze: 'adiar',
    delegate: 'delegar',
    create: 'nova',
    all: 'todos os atalhos',
  },
  ofCustomer: 'Tarefas abertas',
  ofCustomerNone: 'Nenhuma tarefa aberta.',
  kind: 'Tarefa',
};
export type DayWords = typeof dayPt;
