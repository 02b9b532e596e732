import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accountFields, otherFields } from '#connectors/sheet/fields.ts';
import { sheetFieldsEn } from '#words/sheet-fields-en.ts';
import { sheetFieldsPt } from '#words/sheet-fields-pt.ts';

test('every field that a sheet can carry has its words on screen', () => {
  const keys = [accountFields, ...Object.values(otherFields)].flatMap((fields) => Object.keys(fields));
  for (const words of [sheetFieldsPt, sheetFieldsEn]) {
    assert.deepEqual(
      [...new Set([...keys, 'remark'])].filter((key) => !(key in words)),
      [],
    );
  }
});
