// The sentence on top of the Base, in Portuguese: one per view, from the figures of the list. Knows no layout.
import { count } from '#web/words/count.ts';

/** Figures as text where they are money, as numbers where the grammar needs them. */
export type VerdictFigures = {
  readonly total: number;
  readonly red: number;
  readonly yellow: number;
  readonly unknown: number;
  readonly late: number;
  readonly mrr: string | null;
  readonly redMrr: string | null;
  readonly atStake: string | null;
};

const customers = (n: number) => count(n, 'cliente', 'clientes');

export const verdictPt = {
  all: (f: VerdictFigures) => {
    if (f.red > 0) {
      const worth = f.redMrr === null ? '' : ` e ${f.red === 1 ? 'vale' : 'valem'} ${f.redMrr} por mês`;
      return `${count(f.red, 'cliente está', 'clientes estão')} em vermelho${worth}.`;
    }
    if (f.unknown === f.total) return `Ainda não dá para dizer a saúde de ${customers(f.total)}.`;
    if (f.yellow > 0)
      return `Ninguém em vermelho; ${count(f.yellow, 'cliente em amarelo pede', 'clientes em amarelo pedem')} atenção.`;
    return `Ninguém em vermelho nem em amarelo entre ${customers(f.total)}.`;
  },
  risk: (f: VerdictFigures) =>
    `${count(f.total, 'cliente pede', 'clientes pedem')} ação agora${f.atStake === null ? '' : `, com ${f.atStake} em jogo`}.`,
  ready: (f: VerdictFigures) =>
    `${count(f.total, 'cliente está pronto', 'clientes estão prontos')} para a próxima oferta.`,
  renewal: (f: VerdictFigures) => {
    const parts = [];
    if (f.late > 0) parts.push(`${f.late} com a conversa atrasada`);
    if (f.red > 0) {
      const worth = f.redMrr === null ? '' : ` que ${f.red === 1 ? 'vale' : 'valem'} ${f.redMrr} por mês`;
      parts.push(`${f.red} em vermelho${worth}`);
    }
    const found = parts.length === 0 ? '' : `: ${parts.join(', ')}`;
    return `${customers(f.total)} na janela de renovação${found}.`;
  },
  stalled: (f: VerdictFigures) =>
    `${count(f.total, 'cliente parou', 'clientes pararam')}${f.mrr === null ? '' : ` e ${f.total === 1 ? 'paga' : 'pagam'} ${f.mrr} por mês`}: nada anda com ${f.total === 1 ? 'ele' : 'eles'}.`,
  unknown: (f: VerdictFigures) =>
    `${count(f.total, 'cliente', 'clientes')} sem saúde conhecida: falta dado, não é sinal bom nem ruim.`,
  none: 'Nenhum cliente com estes filtros.',
  noneOf: {
    all: 'Nenhum cliente com estes filtros.',
    risk: 'Ninguém pede ação urgente hoje.',
    ready: 'Ninguém está pronto para uma oferta hoje.',
    renewal: 'Ninguém na janela de renovação.',
    stalled: 'Nenhum cliente parado.',
    unknown: 'Todos têm saúde conhecida.',
  },
  noneWhy: 'Tire um filtro ou troque de visão para ver mais.',
  first: (names: readonly string[]) => `Comece por ${names.join(', depois ')}.`,
  shallow: 'Em mais da metade a evidência é rasa: poucas medidas têm dado, trate a nota como indício.',
  lapsed: (n: number) => `Renovação vencida há ${n} d`,
  figure: {
    red: 'do MRR desta lista em vermelho',
    of: (part: string, whole: string) => `${part} de ${whole}`,
    customers: (n: number): string => (n === 1 ? 'cliente nesta lista' : 'clientes nesta lista'),
    noMrr: 'sem MRR informado',
    hidden: 'valores ocultos para você',
    unknown: (n: number): string =>
      n === 1 ? 'cliente sem saúde conhecida' : 'clientes sem saúde conhecida',
  },
};
export type VerdictWords = typeof verdictPt;
