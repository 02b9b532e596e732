import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isCnpj, isCpf, maskedCpf, readTaxId } from './cell-tax-id.ts';

test('CNPJ by its check digits, with letters too; a CPF is personal', () => {
  const ok = [
    '01.815.908/0001-16',
    '36.09Y.6N1/0001-10',
    '12.abc.345/01de-35',
    '00.000.000/0001-91',
    'CNPJ: 01.815.908/0001-16',
  ];
  for (const text of ok) assert.equal(readTaxId(text).kind, 'value', text);
  assert.deepEqual(readTaxId('1815908000116'), { kind: 'value', value: '01815908000116' });
  assert.deepEqual(readTaxId(1815908000116), { kind: 'value', value: '01815908000116' });
  assert.deepEqual(readTaxId('11.111.111/1111-11'), { kind: 'bad', code: 'tax_id_check_digits' });
  assert.deepEqual(readTaxId('12.345.678/0001-00'), { kind: 'bad', code: 'tax_id_check_digits' });
  assert.deepEqual(readTaxId('1,81591E+12'), { kind: 'bad', code: 'tax_id_unreadable' });
  assert.deepEqual(readTaxId('529.982.247-25'), { kind: 'bad', code: 'tax_id_personal' });
  assert.equal(maskedCpf('529.982.247-25'), '***.982.247-**');
  assert.ok(isCpf('52998224725'));
  assert.ok(!isCnpj('00000000000000'));
});

test('a CNPJ of letters and digits, with marks and without, by its check digits', () => {
  const read = (text: string): string => {
    const found = readTaxId(text);
    return found.kind === 'value' ? found.value : found.kind === 'bad' ? found.code : 'empty';
  };
  for (const text of ['12.ABC.345/01DE-35', '12ABC34501DE35', '12abc34501de35'])
    assert.equal(read(text), '12ABC34501DE35');
  assert.equal(read('12.ABC.345/01DE-36'), 'tax_id_check_digits');
  assert.equal(read('1815908000116'), '01815908000116');
  assert.equal(read('529.982.247-25'), 'tax_id_personal');
  assert.equal(read('529.982.247-26'), 'tax_id_unreadable');
});
