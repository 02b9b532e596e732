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
  goals: {
    title: 'Metas que vendas, produto e CS dividem',
    caption: 'Meta, período e amostra de cada uma',
    goal: 'Meta',
    value: 'Hoje',
    target: 'Queremos',
    period: 'Período',
    sample: 'De quem',
    none: 'sem dado',
    noTarget: 'sem meta definida',
    met: 'atingida',
    notMet: 'ainda não',
  },
  committee: {
    title: 'Comitê de risco',
    headline: (n: number, open: number) =>
      n === 0
        ? 'Nenhum contrato em risco nesta semana.'
        : open === 0
          ? `${customers(n)} com contrato em risco, todos com decisão.`
          : `${customers(n)} com contrato em risco. ${open === 1 ? 'Falta decidir um' : `Falta decidir ${open}`}.`,
    why: 'Vendas, produto e CS olham cada um: vermelhos, amarelos na janela de renovação, pedidos de redução e escalações. Cada um sai com o quê, quem e quando, e fica aqui até fechar.',
    list: (n: number, money: string | null) =>
      `Contrato em risco: ${customers(n)}${money === null ? '' : `, ${money} de MRR`}`,
    note: (shown: number, all: number) =>
      all > shown ? `os ${shown} primeiros de ${all}, por dinheiro em jogo` : 'por dinheiro em jogo',
    none: 'Nenhum contrato em risco. O comitê pode usar o tempo para outra coisa.',
    text: 'Lista para o comitê',
    open: 'Lista do comitê',
    back: 'Ritual semanal',
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
    past: 'Essa data já passou. Escolha hoje ou um dia depois; o texto continua aqui.',
    gone: (key: string) => `${key} (saiu da base)`,
    nextOffer: (name: string) => `Próxima oferta de ${name}`,
    offerStays: 'Próxima oferta: a sugerida',
    reason: (name: string) => `Motivo do farol de ${name}`,
    reasonHint: 'Motivo do farol',
    pulseAlone: 'Gravar só o farol',
    changedNow: (by: string | null, what: string) =>
      `${by ?? 'Outra pessoa'} mudou isto agora: “${what}”. O que você escreveu continua no campo.`,
    closedNow: 'Outra pessoa fechou esta decisão agora. O que você escreveu continua no campo.',
    left: (name: string) =>
      `${name} saiu da lista agora: encerrou, foi unido a outro cadastro ou não pede mais decisão. O que você escreveu continua aqui; decida assim mesmo ou deixe de lado.`,
    putDown: 'Deixar de lado',
    lost: 'Sem conexão: não foi gravado. O texto fica guardado neste navegador; quando voltar, Enter manda de novo.',
    signedOut: 'Sua sessão acabou. Entre de novo: o texto fica guardado neste navegador.',
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
    done: 'feita',
    drop: 'deixar de lado',
    write: 'escrever',
    pulse: 'farol',
    minutes: 'guardar ata',
    copy: 'copiar',
    leave: 'sair do campo',
  },
};
export type RitualWords = typeof ritualPt;
