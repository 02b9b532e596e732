// What a sheet of the next month changes: five values, three that are gone, one name that looks like another.
import type { DifferencePage, DraftQuestion } from '#contract/draft-questions.ts';

type Item = DifferencePage['items'][number];
const changes: readonly (readonly [id: number, name: string, before: number, after: number])[] = [
  [4, 'Transportes Rio Pardo', 18_400, 19_200],
  [14, 'Grupo Paineira Alimentos', 31_800, 28_000],
  [21, 'Papelaria Mirante', 2_400, 2_640],
  [33, 'Laboratório Sabiá', 9_900, 10_900],
  [47, 'Clínica Boa Vida', 5_100, 5_350],
];
const gone = [
  ['Metalúrgica Itaúna Sul', 12_300],
  ['Colégio Ipê Amarelo', 4_800],
  ['Vértice Engenharia e Consultoria Ambiental do Nordeste', null],
] as const;
const reais = (n: number) => `R$ ${n.toLocaleString('pt-BR')}`;
const idOf = (n: number) => `c${String(n).padStart(6, '0')}`;

const monthly: Item[] = [
  ...changes.map(([id, name, before, after], at): Item => ({
    kind: 'changed',
    account: { id: idOf(id), name },
    mrrCents: after * 100,
    changes: [
      { field: 'monthly', before: reais(before), after: reais(after) },
      ...(at === 1 ? [{ field: 'stage', before: 'Expansão', after: 'Renovação' }] : []),
      ...(at === 2 ? [{ field: 'owner', before: null, after: 'Camila Rezende' }] : []),
    ],
  })),
  ...gone.map(([name, mrr], at): Item => ({
    kind: 'gone',
    account: { id: idOf(60 + at), name },
    mrrCents: mrr === null ? null : mrr * 100,
    changes: [],
  })),
];

/** A page of the difference by the case of the draft. */
export function difference(
  kind: 'first' | 'month' | 'same',
  total: number,
  query: URLSearchParams,
): DifferencePage {
  if (kind === 'same')
    return { counts: { added: 0, changed: 0, unchanged: total, gone: 0 }, items: [], nextCursor: null };
  if (kind === 'month')
    return {
      counts: { added: 0, changed: 5, unchanged: total - 5, gone: 3 },
      items: monthly,
      nextCursor: null,
    };
  const from = Number(query.get('cursor') ?? 0);
  const limit = Number(query.get('limit') ?? 100);
  const items = Array.from({ length: Math.max(0, Math.min(limit, total - from)) }, (_, at): Item => {
    const n = from + at;
    const mrr = 1_200 + ((n * 7_919) % 30_000);
    return {
      kind: 'added',
      account: {
        id: null,
        name: n < 5 ? (changes[n]?.[1] ?? '') : `Cliente ${String(n + 1).padStart(6, '0')}`,
      },
      mrrCents: n % 11 === 10 ? null : mrr * 100,
      changes: [],
    };
  });
  return {
    counts: { added: total, changed: 0, unchanged: 0, gone: 0 },
    items,
    nextCursor: from + items.length < total ? String(from + items.length) : null,
  };
}

/** Three customers that are gone, one name that looks like another. */
export const monthQuestions = (): DraftQuestion[] => [
  ...gone.map(([name, mrr], at): DraftQuestion => ({
    id: `gone-${at}`,
    kind: 'gone',
    account: { id: idOf(60 + at), name },
    mrrCents: mrr === null ? null : mrr * 100,
    other: null,
    text: `${name} sumiu da planilha. O que houve?`,
    why: 'Estava na planilha de março, com contrato em vigor.',
    options: [
      { key: 'ended', label: 'Terminou em', note: 'Conta como saída nesse dia.', needs: 'day' },
      { key: 'kept', label: 'Continua cliente', note: 'Nada muda; não perguntamos de novo.', needs: null },
      { key: 'merged', label: 'É outro nome de', note: 'Junta as duas histórias.', needs: 'account' },
    ],
    answer: null,
  })),
  {
    id: 'like-0',
    kind: 'look_alike',
    account: { id: idOf(88), name: 'Usina Santa Eulália' },
    mrrCents: 2_210_000,
    other: 'Usina Sta. Eulália Ltda.',
    text: '“Usina Sta. Eulália Ltda.” é a Usina Santa Eulália?',
    why: 'Nomes parecidos e a mesma cidade; a planilha não traz o CNPJ.',
    options: [
      {
        key: 'same',
        label: 'É a mesma empresa',
        note: 'A linha vai para o cliente que já existe.',
        needs: null,
      },
      { key: 'other', label: 'É outra empresa', note: 'Entra como cliente novo.', needs: null },
    ],
    answer: null,
  },
];
