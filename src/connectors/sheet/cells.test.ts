import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dayOf, formatDay, yearMonthDay } from '#base/day.ts';
import { dateOrderOf, type DateOrder, lastOfMonth, readDate } from './cell-date.ts';
import { readCurrency, readMoney } from './cell-money.ts';
import { numberStyleOf, openStyle, readCount, readNumber, readPercent, readScore } from './cell-number.ts';
import { readTaxId } from './cell-tax-id.ts';
import { nameKey, readDomain, readEmail, readFlag, readSegment, readStatus } from './cell-words.ts';
import { plain, textOf } from './cell.ts';

function date(text: string | number, order: DateOrder | null = 'dmy'): string {
  const read = readDate(text, order);
  if (read.kind !== 'value') return read.kind === 'bad' ? read.code : 'empty';
  return formatDay(read.value.day) + (read.value.precision === 'month' ? ' month' : '');
}

test('dates as Brazilians, exports and spreadsheets write them', () => {
  const cases: readonly (readonly [string | number, string])[] = [
    ['25/05/2025', '2025-05-25'],
    ['3/01/2023', '2023-01-03'],
    ['03-01-2023', '2023-01-03'],
    ['25.05.25', '2025-05-25'],
    ['01/02/71', '1971-02-01'],
    ['05/jan/2024', '2024-01-05'],
    ['5-fev-24', '2024-02-05'],
    ['5 de março de 2024', '2024-03-05'],
    ['1º de abril de 2024', '2024-04-01'],
    ['Jan 5, 2024', '2024-01-05'],
    ['September 30th, 2024', '2024-09-30'],
    ['jan/24', '2024-01-01 month'],
    ['dezembro de 2025', '2025-12-01 month'],
    ['01/2024', '2024-01-01 month'],
    ['2024-02', '2024-02-01 month'],
    ['05/2024', '2024-05-01 month'],
    ['2026-W01', '2025-12-29'],
    ['2026-S05', '2026-01-26'],
    ['2026-W53', '2026-12-28'],
    ['2025-W53', 'date_impossible'],
    ['2026-04-15', '2026-04-15'],
    ['2026/4/5', '2026-04-05'],
    ['2026-04-15T23:30:00-03:00', '2026-04-15'],
    ['2026-04-15 10:33:12.123', '2026-04-15'],
    ['25/05/2025 08:00', '2025-05-25'],
    ['seg, 25/05/2025', '2025-05-25'],
    ['20260415', '2026-04-15'],
    ['45000', '2023-03-15'],
    [45000.5, '2023-03-15'],
    ['31/02/2026', 'date_impossible'],
    ['29/02/2025', 'date_impossible'],
    ['00/01/2025', 'date_impossible'],
    ['05/13/2025', 'date_impossible'],
    ['01/02/0205', 'date_impossible'],
    ['ontem', 'date_unreadable'],
    ['12', 'date_unreadable'],
    ['2024', 'date_unreadable'],
    ['#REF!', 'formula_error'],
    ['-', 'empty'],
    ['', 'empty'],
    ['N/A', 'empty'],
  ];
  for (const [text, expected] of cases) assert.equal(date(text), expected, String(text));
});

test('the order of day and month is decided by the column', () => {
  assert.equal(date('03/04/2026', null), 'date_ambiguous');
  assert.equal(date('03/04/2026', 'dmy'), '2026-04-03');
  assert.equal(date('03/04/2026', 'mdy'), '2026-03-04');
  assert.equal(date('04/04/2026', null), '2026-04-04');
  assert.equal(date('25/12/2026', null), '2026-12-25');
  assert.equal(date('12/25/2026', null), '2026-12-25');
  assert.equal(dateOrderOf(['03/04/2026', '13/04/2026']).order, 'dmy');
  assert.equal(dateOrderOf(['03/04/2026', '04/13/2026']).order, 'mdy');
  assert.deepEqual(dateOrderOf(['03/04/2026', '2026-01-30', '']), { order: null, open: 1, mixed: false });
  assert.deepEqual(dateOrderOf(['13/04/2026', '04/13/2026', '01/02/2026']), {
    order: null,
    open: 1,
    mixed: true,
  });
  const slip = [...Array.from({ length: 20 }, () => '13/04/2026'), '04/13/2026'];
  assert.equal(dateOrderOf(slip).order, 'dmy');
});

test('every day reads back from its Brazilian, American and ISO form', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60_000 }), (day) => {
      const { year, month, day: dom } = yearMonthDay(day);
      assert.equal(date(`${dom}/${month}/${year}`, 'dmy'), formatDay(day));
      assert.equal(date(`${month}/${dom}/${year}`, 'mdy'), formatDay(day));
      assert.equal(date(formatDay(day), null), formatDay(day));
    }),
  );
  assert.equal(lastOfMonth(dayOf(2024, 2, 10) ?? 0), dayOf(2024, 2, 29));
});

function money(text: string | number, style = openStyle): string {
  const read = readMoney(text, style);
  if (read.kind !== 'value') return read.kind === 'bad' ? read.code : 'empty';
  const { cents, currency, months } = read.value;
  return [cents, currency, months].filter((part) => part !== null).join(' ');
}

test('money in integer cents, whatever the marks', () => {
  const cases: readonly (readonly [string | number, string])[] = [
    ['R$ 1.416,67', '141667 BRL'],
    ['R$1.416,67', '141667 BRL'],
    ['R$\u00a01.416,67', '141667 BRL'],
    ['12603,00', '1260300'],
    ['1.250,5', '125050'],
    ['1,234.56', '123456'],
    ['1234.5', '123450'],
    ['1.250', '125000'],
    ['1,250', '125000'],
    ['1.234.567', '123456700'],
    ['1 234,56', '123456'],
    ['-1.000,00', '-100000'],
    ['(1.000,00)', '-100000'],
    ['-R$ 5', '-500 BRL'],
    ['R$ -5,00', '-500 BRL'],
    ['US$ 1,200', '120000 USD'],
    ['USD 99.90', '9990 USD'],
    ['€ 10', '1000 EUR'],
    ['R$ 12 mil', '1200000 BRL'],
    ['1,5 mi', '150000000'],
    ['R$ 500/mês', '50000 BRL 1'],
    ['R$ 18.000 por ano', '1800000 BRL 12'],
    ['1416.6666666', '141667'],
    ['0,005', '0'],
    ['0,015', '2'],
    ['0', '0'],
    [1416.67, '141667'],
    [0.1, '10'],
    ['doze mil', 'money_unreadable'],
    ['a combinar', 'money_unreadable'],
    ['1.5.2', 'money_unreadable'],
    ['12,34,567', 'money_unreadable'],
    ['99999999999999999', 'money_unreadable'],
    ['#VALOR!', 'formula_error'],
    ['—', 'empty'],
  ];
  for (const [text, expected] of cases) assert.equal(money(text), expected, String(text));
});

test('a column decides what a lone mark means', () => {
  const comma = numberStyleOf(['R$ 1.416,67', '8']);
  assert.equal(comma.mark, ',');
  assert.equal(money('1.250', comma), '125000');
  const point = numberStyleOf(['12.50', '3']);
  // Money has no three decimals: under a decimal point it may be thousands all the same.
  assert.equal(money('1.250', point), 'money_ambiguous');
  assert.equal(money('833.333', numberStyleOf(['1416.667', '833.333'])), '83333');
  assert.equal(money('$1,200', point), '120000 USD');
  const mixed = numberStyleOf(['12.50', '12,50']);
  assert.equal(money('1.250', mixed), 'money_ambiguous');
  assert.equal(money('12,50', mixed), '1250');
  const told = { mark: ',', strict: true, mixed: false } as const;
  assert.equal(money('12.50', told), 'money_unreadable');
  assert.equal(money('12.500', told), '1250000');
});

test('cents written in either style read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }), (cents) => {
      const size = Math.abs(cents);
      const whole = String(Math.floor(size / 100)).replace(/\B(?=(\d{3})+$)/g, '.');
      const brazilian = `${cents < 0 ? '-' : ''}R$ ${whole},${String(size % 100).padStart(2, '0')}`;
      assert.equal(money(brazilian), `${cents} BRL`);
      const american = brazilian
        .replace('R$ ', '')
        .replaceAll('.', '#')
        .replace(',', '.')
        .replaceAll('#', ',');
      assert.equal(money(american), String(cents));
    }),
  );
});

test('numbers, counts, shares and scores', () => {
  assert.deepEqual(readNumber('1.234,5', openStyle), { kind: 'value', value: 1234.5 });
  assert.deepEqual(readNumber('-3', openStyle), { kind: 'value', value: -3 });
  assert.deepEqual(readCount('12 licenças', openStyle), { kind: 'value', value: 12 });
  assert.deepEqual(readCount('1.200', openStyle), { kind: 'value', value: 1200 });
  assert.deepEqual(readCount('1,5', openStyle), { kind: 'bad', code: 'count_unreadable' });
  assert.deepEqual(readCount('-1', openStyle), { kind: 'bad', code: 'count_unreadable' });
  assert.deepEqual(readPercent('85%', openStyle), { kind: 'value', value: 0.85 });
  assert.deepEqual(readPercent('0,85', openStyle), { kind: 'value', value: 0.85 });
  assert.deepEqual(readScore('9,0', openStyle), { kind: 'value', value: 9 });
  assert.deepEqual(readScore('9/10', openStyle), { kind: 'value', value: 9 });
  assert.deepEqual(readScore('11', openStyle), { kind: 'bad', code: 'score_out_of_range' });
});

test('words of closed lists', () => {
  const of = (read: { kind: string; value?: unknown }): unknown => read.value ?? read.kind;
  assert.deepEqual(
    ['PME', 'Mid-Market', 'Médio', 'Grande', 'Enterprise', 'PLG', 'Ouro'].map((text) =>
      of(readSegment(text)),
    ),
    ['smb', 'mid_market', 'mid_market', 'enterprise', 'enterprise', 'product_led', 'bad'],
  );
  assert.deepEqual(
    ['Ativo', 'CANCELADO', 'Churned', 'Em aviso prévio', 'Em aviso'].map((text) => of(readStatus(text))),
    ['active', 'cancelled', 'cancelled', 'bad', 'notice'],
  );
  assert.deepEqual(
    ['Sim', 'NÃO', 'x', 'talvez'].map((text) => of(readFlag(text))),
    [true, false, true, 'bad'],
  );
  assert.equal(of(readEmail(' Ana@Empresa.com.br ')), 'ana@empresa.com.br');
  assert.equal(of(readEmail('ana')), 'bad');
  assert.equal(of(readDomain('https://www.empresa.com.br/contato?x=1')), 'empresa.com.br');
  assert.equal(of(readDomain('ana@gmail.com')), 'empty');
  assert.equal(nameKey('  PADARIA São  João, Ltda. '), 'padaria sao joao ltda');
});

test('a line end of any kind is one line end, without the spaces around it', () => {
  for (const end of ['\n', '\r', '\r\n', ' \r\t', ' \n ']) assert.equal(textOf(`a${end}b`), 'a\nb');
});

test('no cell throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      for (const style of [openStyle, { mark: ',', strict: true, mixed: false } as const]) {
        readMoney(text, style);
        readCount(text, style);
        readScore(text, style);
        readPercent(text, style);
      }
      readDate(text, null);
      readTaxId(text);
      readSegment(text);
      readStatus(text);
      readEmail(text);
      readDomain(text);
      plain(text);
      assert.equal(textOf(textOf(text)), textOf(text));
    }),
  );
});

test('currencies by code or by sign', () => {
  const code = (text: string): string => {
    const read = readCurrency(text);
    return read.kind === 'value' ? read.value : read.kind;
  };
  assert.deepEqual(['usd', 'BRL', 'R$', 'US$', '€', 'reais', 'dinheiro', ''].map(code), [
    'USD',
    'BRL',
    'BRL',
    'USD',
    'EUR',
    'BRL',
    'bad',
    'empty',
  ]);
});

test('yes and no, share and percent, as people write them', () => {
  const flag = (text: string): unknown => {
    const read = readFlag(text);
    return read.kind === 'value' ? read.value : read.kind;
  };
  assert.deepEqual(['Sim', 'Não', 'ATIVO', 'Cancelado', 'x', 'TRUE', 'talvez'].map(flag), [
    true,
    false,
    true,
    false,
    true,
    true,
    'bad',
  ]);
  const share = (text: string): unknown => {
    const read = readPercent(text, openStyle);
    return read.kind === 'value' ? read.value : read.kind;
  };
  assert.deepEqual(['85%', '0,85', '12,5 %', '0.45', 'muito'].map(share), [0.85, 0.85, 0.125, 0.45, 'bad']);
});
