// Words of the weekly ritual, in Portuguese. Loaded with it only.
import { count } from '#web/words/count.ts';

const customers = (n: number) => count(n, 'cliente', 'clientes');

export const ritualPt = {
  title: 'Ritual semanal',
  headline: (decided: number, all: number, next: string | null) => {
    if (all === 0) return 'Nenhum cliente pede decisão nesta semana.';
    if (next === null) return 'Tudo decidido. Falta ler a ata em voz alta e guardar.';
    if (decided === 0) return `${count(all, 'decisão', 'decisões')} para tomar. Comece por ${next}.`;
    return `${decided} de ${all} decididos. Falta dizer o que fazer com ${next}.`;
  },
  why: (day: string, risk: string | null, ready: string | null) =>
    [
      `Ritual de ${day}.`,
      risk === null ? null : `Os que estão em risco somam ${risk} de MRR`,
      ready === null ? null : `os prontos para expandir, ${ready}`,
    ]
      .filter((part) => part !== null)
      .join(' ')
      .replace(/ (os prontos)/, '; $1')
      .replace(/\.?$/, '.'),
  left: (minutes: number) => `restam de ${minutes} minutos`,
  over: (minutes: number) => `além de ${minutes} minutos`,
  notStarted: (minutes: number) => `${minutes} minutos, ainda não começou`,
  paused: 'relógio parado',
  start: 'Começar',
  pause: 'Parar relógio',
  resume: 'Seguir relógio',
  agenda: 'Agenda',
  steps: {
    phases: 'Fases',
    risk: 'Em risco',
    ready: 'Prontos',
    rest: 'Decidir o resto',
    minutes: 'Ler a ata',
  },
  minutesOf: (n: number) => `${n} min`,
  next: (step: string) => `Próxima etapa: ${step.toLowerCase()}`,
  phases: {
    title: 'Como as fases andaram',
    note: 'entraram e voltaram desde a segunda-feira passada',
    caption: 'Clientes por fase',
    stage: 'Fase',
    accounts: 'Clientes',
    entered: 'Entraram',
    back: 'Voltaram',
    late: 'Atrasados',
  },
  risk: {
    title: (n: number, money: string | null) =>
      `Em risco: ${customers(n)}${money === null ? '' : `, ${money} de MRR`}`,
    note: (shown: number, all: number) =>
      all > shown ? `os ${shown} primeiros de ${all}, por dinheiro em jogo` : 'por dinheiro em jogo',
    none: 'Ninguém em risco nesta semana.',
  },
  ready: {
    title: (n: number) => `Prontos para expandir: ${customers(n)}`,
    note: (shown: number, all: number) =>
      all > shown
        ? `os ${shown} primeiros de ${all}, por valor × chance de aceite`
        : 'por valor × chance de aceite',
    none: 'Ninguém pronto para uma oferta nesta semana.',
  },
  rest: {
    title: (n: number) =>
      n === 0
        ? 'Nada ficou da semana passada'
        : `Ficou da semana passada: ${count(n, 'decisão', 'decisões')}`,
    contract: (n: number) => `Contrato em risco, fora das listas: ${customers(n)}`,
    contractNote: 'vermelhos, amarelos na janela de renovação, pedidos de redução e escalações',
    done: 'Feita',
    dropped: 'Deixar de lado',
    goesOn: 'Segue até',
    overdue: (d: string) => `venceu em ${d}`,
    due: (d: string) => `até ${d}`,
    noDue: 'sem prazo',
    settled: 'segue',
  },
  table: {
    caption: 'Uma decisão por linha',
    rank: 'Nº',
    customer: 'Cliente',
    health: 'Saúde',
    mrr: 'MRR, R$',
    why: 'Por quê',
    what: 'O que decidimos',
    suggested: 'sugestão',
    who: 'Quem',
    due: 'Até',
    nobody: 'Ninguém ainda',
  },
  form: {
    what: (name: string) => `O que decidimos sobre ${name}`,
    who: (name: string) => `Quem cuida de ${name}`,
    due: (name: string) => `Até quando, ${name}, dia/mês/ano`,
    offer: (text: string) => `Próxima oferta: ${text}`,
    noOffer: (text: string) => `Sem oferta: ${text}`,
    pulse: (name: string) => `Farol de ${name}`,
    decide: 'Decidir',
    save: 'Gravar',
    short: 'Escreva o que foi decidido.',
    day: 'Escreva a data como 28/02/2026.',
    failed: 'Não foi gravado. O que você escreveu continua aqui; tente de novo.',
  },
  minutes: {
    title: 'Texto para colar no grupo',
    copy: 'Copiar',
    copied: 'Copiado',
    keep: 'Guardar ata',
    kept: (d: string) => `Ata guardada em ${d}.`,
    failed: 'A ata não foi guardada. Tente de novo.',
  },
  pulseSaved: 'Farol gravado.',
  allDecided: 'Tudo decidido.',
  missing: (n: number) => `${n === 1 ? 'Falta uma decisão' : `Faltam ${n} decisões`}.`,
  keys: {
    move: 'mover',
    field: 'próximo campo',
    decide: 'decidir e descer',
    step: 'próxima etapa',
    pause: 'parar relógio',
  },
};
export type RitualWords = typeof ritualPt;
