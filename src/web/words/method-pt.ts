// What the page of the method says in Portuguese. Stages, signals and what would change come from the API in words.
import { count } from '#web/words/count.ts';

export const methodPt = {
  title: 'Método',
  headline: (label: string) => `A base segue o método ${label}.`,
  why: 'Dele saem as fases, a saúde, os sinais, a próxima ação e a próxima oferta de cada cliente. Antes de trocar, veja o que mudaria hoje: a conta é feita com os fatos da sua base.',
  version: (n: number) => `Versão ${n}`,
  since: (day: string) => `em uso desde ${day}`,
  figure: 'em uso',
  templates: {
    title: 'Modelos prontos',
    note: 'Cada um pode ser mudado depois, como arquivo.',
    inUse: 'em uso',
    look: 'Ver o que mudaria',
    lookOf: (label: string) => `Ver o que mudaria com ${label}`,
  },
  own: {
    title: 'O seu método, em arquivo',
    note: 'Baixe o que está em uso, mude no seu editor e traga de volta. Nada vale antes de você publicar.',
    download: 'Baixar o método em uso',
    bring: 'Conferir um arquivo YAML',
    mistakes: (n: number) =>
      `${count(n, 'ponto precisa', 'pontos precisam')} de correção. O método em uso continua.`,
    line: (where: string) => `Linha ${where}`,
  },
  preview: {
    title: (label: string) => `O que mudaria hoje com ${label}`,
    looking: 'Decidindo cada cliente de novo com o outro método…',
    failed: 'Não deu para fazer a conta agora. Nada mudou.',
    aspects: (one: { stage: number; band: number; action: number; offer: number }) =>
      `Muda a fase de ${one.stage}, a saúde de ${one.band}, a próxima ação de ${one.action} e a próxima oferta de ${one.offer}.`,
    bands: 'Na saúde',
    examples: 'Quem pede mais atenção primeiro',
    customer: 'Cliente',
    changes: 'O que muda',
    publish: 'Publicar este método',
    publishing: 'Publicando…',
    leave: 'Deixar como está',
    sure: 'Vale para a base inteira a partir de agora. A versão de antes fica guardada.',
  },
  told: {
    published: (version: number) => `Publicado: a versão ${version} está em uso.`,
  },
  practice: {
    title: (n: number) =>
      n === 0
        ? 'Verificar: nada a apontar'
        : `Verificar: ${count(n, 'ponto para olhar', 'pontos para olhar')}`,
    note: 'São avisos. Nenhum impede nada, e nenhum muda a decisão de um cliente.',
  },
  stages: {
    title: (n: number) => `${count(n, 'fase', 'fases')} da jornada`,
    note: 'Um cliente pode estar em várias ao mesmo tempo. O calendário sozinho não move ninguém.',
    stage: 'Fase',
    goal: 'Para quê',
    exit: 'Sai quando',
    late: 'Fica atrasada',
    never: 'Nunca termina.',
    confirmed: 'alguém confirma',
  },
  weights: {
    title: 'Do que a saúde é feita',
    note: 'Peso de cada parte, em 100. O que não tem dado fica fora da conta.',
    segment: 'Segmento',
  },
  signals: {
    title: (n: number) => `${count(n, 'sinal', 'sinais')} e a condição de cada um`,
    open: 'Mostrar as condições',
    signal: 'Sinal',
    when: 'Dispara quando',
  },
  versions: {
    title: 'Versões',
    version: 'Versão',
    method: 'Método',
    day: 'Publicada em',
    back: 'Ver o que mudaria',
    backOf: (n: number) => `Ver o que mudaria com a versão ${n}`,
  },
};
export type MethodWords = typeof methodPt;
