import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pt } from '#web/words/pt.ts';
import {
  filterChips,
  nextOrder,
  orderOf,
  queryOf,
  readBaseSearch,
  withoutEmpty,
  type BaseSearch,
} from './base-search.ts';
import { readFilterWords } from './filter-words.ts';

const facets = {
  segments: [{ key: 'mid_market', label: 'Mid-market' }],
  stages: [{ key: 'adocao', label: 'Adoção' }],
  signals: [{ key: 'usage_drop', label: 'Queda de uso' }],
  owners: [{ key: 'ana', label: 'Ana Prado' }],
};
const money = (units: number): string => `R$ ${units}`;

test('an address keeps what it understands and drops the rest', () => {
  assert.deepEqual(
    readBaseSearch({
      view: 'risk',
      band: 'azul',
      renews: '90',
      q: '  ',
      asOf: '2026-02-30',
      dir: 'up',
      x: 1,
    }),
    {
      view: 'risk',
      renews: 90,
    },
  );
  assert.deepEqual(readBaseSearch({ renews: '0', asOf: '2026-02-28', q: 12 }), {
    asOf: '2026-02-28',
    q: '12',
  });
});

test('each view has its own order until a column is chosen', () => {
  assert.deepEqual(orderOf({ view: 'renewal' }, true), { sort: 'renewsOn', dir: 'asc' });
  assert.deepEqual(orderOf({ view: 'renewal', sort: 'mrr', dir: 'desc' }, true), {
    sort: 'mrr',
    dir: 'desc',
  });
  assert.deepEqual(nextOrder({}, 'score', true), { sort: 'score', dir: 'desc' });
  assert.deepEqual(nextOrder({}, 'mrr', true), { sort: 'mrr', dir: 'desc' });
});

test('nothing is ordered by amounts for who is not told them', () => {
  assert.deepEqual(orderOf({ view: 'ready' }, false), { sort: 'score', dir: 'asc' });
  assert.deepEqual(orderOf({ view: 'risk', sort: 'atStake', dir: 'desc' }, false), {
    sort: 'score',
    dir: 'asc',
  });
  assert.deepEqual(orderOf({ view: 'risk' }, false), { sort: 'rank', dir: 'asc' });
});

test('the query carries the renewal days under the name of the API', () => {
  assert.deepEqual(queryOf({ renews: 60, band: 'red' }, 'en', true), {
    renewsWithin: 60,
    band: 'red',
    sort: 'score',
    dir: 'asc',
    lang: 'en',
  });
});

test('chips speak the labels of the answer, and the key while there is none', () => {
  const chips = filterChips({ band: 'red', segment: 'mid_market', renews: 90 }, null, pt, money);
  assert.deepEqual(
    chips.map((chip) => chip.before + chip.value),
    ['Saúde vermelho', 'Segmento mid_market', 'Renova em até 90 dias'],
  );
});

test('typed words become filters; unknown words are searched', () => {
  assert.deepEqual(readFilterWords('vermelho, renova em 90 dias', facets), { band: 'red', renews: 90 });
  assert.deepEqual(readFilterWords('ADOÇÃO e Mid-Market', facets), {
    stage: 'adocao',
    segment: 'mid_market',
  });
  assert.deepEqual(readFilterWords('health green; renewal within 30d; Aurora', facets), {
    band: 'green',
    renews: 30,
    q: 'Aurora',
  });
  assert.deepEqual(readFilterWords('  ', facets), {});
  assert.deepEqual(
    readFilterWords('sem conversa há 30 dias, com sinal queda de uso, carteira de Ana Prado', facets),
    {
      quiet: 30,
      signal: 'usage_drop',
      owner: 'ana',
    },
  );
  assert.deepEqual(readFilterWords('em jogo acima de R$ 50 mil; sem dono; em aviso', facets), {
    stake: 50_000,
    owner: '_none',
    status: 'notice',
  });
  assert.deepEqual(readFilterWords('em jogo acima de 1.500', facets), { stake: 1500 });
});

test('only what was chosen stays in an address', () => {
  assert.deepEqual(withoutEmpty({ a: 1, b: undefined }), { a: 1 });
});

test('every filter of an address is said, the reader’s own and nobody’s too', () => {
  const said = (search: BaseSearch) =>
    filterChips(search, null, pt, money).map((chip) => chip.before + chip.value);
  assert.deepEqual(said({ owner: '_me' }), ['Minha carteira']);
  assert.deepEqual(said({ owner: '_none', stake: 5000, quiet: 30, status: 'notice' }), [
    'Sem dono',
    'Situação em aviso',
    'Em jogo a partir de R$ 5000',
    'Sem conversa há 30 dias ou mais',
  ]);
  const { stakeFrom, quiet } = queryOf({ stake: 5000, quiet: 30 }, 'pt-BR', true);
  assert.deepEqual([stakeFrom, quiet], [500_000, 30], 'the API counts cents');
});
