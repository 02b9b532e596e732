import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileError, StoreError } from './errors.ts';

const failed = (code: string): Error => Object.assign(new Error(code), { code });
const codeAfter = (error: Error): unknown => {
  const turned = fileError(error, '/base');
  return turned instanceof StoreError ? [turned.code, turned.params['path']] : turned;
};

test('a full disk is told alike by the file system and by the database', () => {
  for (const code of ['ENOSPC', 'EDQUOT', '53100'])
    assert.deepEqual(codeAfter(failed(code)), ['disk-full', '/base'], code);
});

test('what may not be written is told; anything else passes unchanged', () => {
  for (const code of ['EACCES', 'EPERM', 'EROFS'])
    assert.deepEqual(codeAfter(failed(code)), ['not-writable', '/base'], code);
  const other = failed('22P02');
  assert.equal(codeAfter(other), other);
});
