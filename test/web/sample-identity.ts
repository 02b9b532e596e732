// Identities of the fictitious bases, in the shapes of the contract.
import { formatDay } from '#base/day.ts';
import type { Identity } from '#contract/identity.ts';
import { sampleToday } from './sample-accounts.ts';

const at = (ago: number): string => `${formatDay(sampleToday - ago)}T13:20:00.000Z`;

const account = (id: string, name: string, taxId: string | null, assigned = true) => ({
  id,
  name,
  taxId,
  assigned,
});

/** What of the identities is decided while the fixture runs: pairs, shells and roots answered so far. */
export type Answered = ReadonlySet<string>;

export function identity(size: number, answered: Answered, cursor: string | null): Identity {
  const pairs: Identity['suggestions']['items'] = [
    {
      left: account('p1', 'Metalúrgica Itaúna Sul', '41882307000164'),
      right: account('p2', 'METALURGICA ITAUNA SUL LTDA', null),
      code: 'name',
      reason: 'mesmo nome, muda só a forma jurídica',
    },
    {
      left: account('p3', 'Rede Aurora de Ensino', null),
      right: account('p4', 'Colégio Aurora', null, false),
      code: 'domain',
      reason: 'os dois usam redeaurora.com.br',
    },
    {
      left: account('p5', 'Construtora Pedra Alta', null),
      right: account('p6', 'Contrutora Pedra Alta', null),
      code: 'name',
      reason: 'nomes 95% parecidos',
    },
  ];
  const items = size === 0 ? [] : pairs.filter(({ right }) => !answered.has(right.id));
  const shells =
    size === 0
      ? []
      : [
          {
            id: 's1',
            name: 'Oficina Ponto Certo',
            taxId: null,
            facts: 12,
            mrrCents: null,
            source: 'planilha de chamados',
          },
          {
            id: 's2',
            name: 'Gráfica Três Rios',
            taxId: null,
            facts: 7,
            mrrCents: 120_000,
            source: 'planilha de contatos',
          },
          {
            id: 's3',
            name: 'Clínica Vila Serena (filial)',
            taxId: null,
            facts: 2,
            mrrCents: null,
            source: 'planilha de respostas',
          },
        ].filter(({ id }) => !answered.has(id) && (cursor === null || id === 's3'));
  const groups =
    size === 0 || answered.has('11222333')
      ? []
      : [
          {
            root: '11222333',
            total: size > 1000 ? 40 : 3,
            name: 'Grupo Paineira',
            accounts: [
              account('g1', 'Paineira Alimentos', '11222333000181'),
              account('g2', 'Paineira Logística', '11222333000262'),
              account('g3', 'Paineira Varejo', '11222333000343'),
            ],
          },
        ];
  return {
    suggestions: { items, total: size > 1000 ? 214 : items.length, comparing: size > 1000 },
    groups,
    joined:
      size === 0
        ? { items: [], total: 0 }
        : {
            items: [
              {
                id: 'j1',
                name: 'Frigorífico Pampa Bom (CRM)',
                into: { id: 'c2', name: 'Frigorífico Pampa Bom' },
                reason: 'decisão de uma pessoa',
                actor: 'operator',
                at: at(12),
              },
            ],
            total: 1,
          },
    matches:
      size === 0
        ? []
        : [
            {
              source: 'planilha de clientes',
              by: 'name',
              label: 'mesmo nome, letra por letra',
              keys: size,
              accounts: size,
            },
            {
              source: 'planilha de clientes',
              by: 'cnpj',
              label: 'mesmo CNPJ',
              keys: Math.round(size * 0.9),
              accounts: Math.round(size * 0.9),
            },
            {
              source: 'planilha de clientes',
              by: 'domain',
              label: 'mesmo domínio de e-mail ou site',
              keys: Math.round(size * 0.4),
              accounts: Math.round(size * 0.4),
            },
          ],
    inbox: {
      shells: size > 1000 ? 1204 : shells.length,
      facts: 21,
      mrrCents: size === 0 ? 0 : 120_000,
      withoutMrr: 2,
      items: shells,
      nextCursor: size > 1000 && cursor === null ? 's2' : null,
    },
    currency: 'BRL',
  };
}
