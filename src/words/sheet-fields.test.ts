import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fieldsOf, tableNames } from '#connectors/sheet/fields.ts';
import { sheetFieldsEn } from './sheet-fields-en.ts';
import { sheetFieldsPt } from './sheet-fields-pt.ts';
import { fieldText } from './sheet-fields.ts';

test('every field that a sheet may be read as has a name in both languages', () => {
  const fields = ['ignore', 'remark', ...tableNames.flatMap((table) => Object.keys(fieldsOf(table)))];
  const unnamed = (words: Readonly<Record<string, string>>): string[] =>
    fields.filter((field) => !Object.hasOwn(words, field));
  assert.deepEqual([unnamed(sheetFieldsPt), unnamed(sheetFieldsEn)], [[], []]);
});

test('own fields and measures are named by their key', () => {
  assert.equal(fieldText('custom.gerente_regional', 'pt-BR'), 'campo próprio: gerente regional');
  assert.equal(fieldText('measure.logins', 'en'), 'measure of usage: logins');
});
