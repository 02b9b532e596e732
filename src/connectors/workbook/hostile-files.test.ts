// Files that are broken, locked, something else, or made to hurt: each is refused by name, quickly, and leaves nothing.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readTables, tablesIn } from '#connectors/sheet/read-file.ts';
import { bookOf, partsOf, textRow, zipOf, type Part } from './testing-workbooks.ts';

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** The fault of a file; `null`: it has tables. */
async function faultOf(bytes: Uint8Array): Promise<string | null> {
  return (await readTables(once(bytes))).fault;
}

const rows = textRow(['Cliente', 'CNPJ']) + textRow(['Acme', '']) + textRow(['Beta', '']);
const book = { sheets: [{ name: 'A', rows }] };
const replaced = (name: string, change: Partial<Part>): Buffer =>
  zipOf(partsOf({ ...book, texts: '' }).map((part) => (part.name === name ? { ...part, ...change } : part)));
const sheet = 'xl/worksheets/sheet1.xml';
const worksheet = (inside: string): string => `<worksheet><sheetData>${inside}</sheetData></worksheet>`;

test('files of other kinds are told by what they are', async () => {
  const archive = (...names: string[]): Buffer => zipOf(names.map((name) => ({ name, data: 'x' })));
  const ole = (name: string): Buffer =>
    Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.alloc(70_000),
      Buffer.from(name, 'utf16le'),
    ]);
  for (const [bytes, fault] of [
    [ole('EncryptedPackage'), 'password_protected'],
    [ole('Workbook'), 'xls_content'],
    [ole('WordDocument'), 'document_content'],
    [archive('[Content_Types].xml', 'xl/workbook.bin'), 'xlsb_content'],
    [archive('[Content_Types].xml', 'word/document.xml'), 'document_content'],
    [archive('mimetype', 'content.xml'), 'ods_content'],
    [archive('Index/Document.iwa'), 'numbers_content'],
    [archive('fotos/1.jpg'), 'zip_content'],
    [Buffer.from('%PDF-1.7 x'), 'pdf_content'],
    [Buffer.from('<html><table></table></html>'), 'html_content'],
    [Buffer.from('[{"nome":"Acme"}]'), 'json_content'],
    [Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10]), 'image_content'],
    [Buffer.alloc(0), 'empty_file'],
    [zipOf(partsOf(book).map((part) => ({ ...part, flags: 1 }))), 'password_protected'],
  ] as const)
    assert.equal(await faultOf(bytes), fault);
});

test('a workbook cut off anywhere is incomplete, never half read', async () => {
  const whole = bookOf({ ...book, texts: '<si><t>x</t></si>' });
  assert.equal(await faultOf(whole), null);
  for (let part = 1; part < 50; part += 1)
    assert.equal(await faultOf(whole.subarray(0, Math.floor((whole.length * part) / 50))), 'zip_broken');
});

test('bytes changed on the way are found out', async () => {
  const whole = bookOf(book);
  const at = whole.indexOf(sheet) + sheet.length + 20;
  const damaged = Buffer.from(whole);
  damaged[at] = (damaged[at] ?? 0) ^ 0xff;
  assert.match((await faultOf(damaged)) ?? '', /^(?:zip|xlsx)_broken$/);
});

test('what unpacks to more than a sheet is, lies about its size, or shares bytes is not opened', async () => {
  const bomb = worksheet(`<!--${' '.repeat(90_000_000)}-->`);
  assert.equal(await faultOf(replaced(sheet, { data: bomb })), 'zip_bomb');
  assert.equal(await faultOf(replaced(sheet, { data: bomb, size: 1000 })), 'zip_broken');
  assert.equal(await faultOf(replaced(sheet, { size: 900_000_000 })), 'zip_bomb');
  assert.equal(await faultOf(replaced(sheet, { name: '../../etc/x' })), 'zip_unsafe');
  assert.equal(await faultOf(zipOf([...partsOf(book), { name: sheet, data: worksheet('') }])), 'zip_unsafe');
  const many = Array.from({ length: 5000 }, (_, at) => ({ name: `xl/${at}`, data: '' }));
  assert.equal(await faultOf(zipOf([...partsOf(book), ...many])), 'zip_bomb');
});

test('XML that no spreadsheet writes is refused: entities, depth, a text without end, a row twice', async () => {
  const laughs = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>${worksheet('<row><c t="str"><v>&b;</v></c></row>')}`;
  const deep = '<a>'.repeat(200) + '</a>'.repeat(200);
  const long = `<row><c t="str"><v>${'x'.repeat(300_000)}</v></c></row>`;
  for (const [data, fault] of [
    [laughs, 'xml_refused'],
    [worksheet(deep), 'xml_refused'],
    [worksheet(long), 'xml_refused'],
    [`<worksheet a="${'x'.repeat(3_000_000)}"/>`, 'xml_refused'],
    [worksheet('<row r="2"/><row r="2"/>'), 'xlsx_broken'],
    [worksheet('<row><c r="ZZZZZ1"><v>1</v></c></row>'), 'xlsx_broken'],
    [worksheet('<row><c r="XFD1"><v>1</v></c></row>'), 'too_many_columns'],
    [worksheet('<row r="99999999"><c><v>1</v></c></row>'), 'xlsx_broken'],
    [worksheet('<row><c t="s"><v>0</v></c></row>'), 'xlsx_broken'],
    ['<worksheet><sheetData><row>', 'xlsx_broken'],
    [worksheet('<row><c><v>&nope;</v></c></row>'), 'xlsx_broken'],
  ] as const)
    assert.equal(await faultOf(replaced(sheet, { data })), fault, data.slice(0, 80));
  assert.equal(await faultOf(replaced('xl/workbook.xml', { data: '<workbook>' })), 'xlsx_broken');
  // Texts are shared, and the part that holds them is gone.
  const shared = '<row><c t="s"><v>0</v></c></row>';
  assert.equal(await faultOf(bookOf({ sheets: [{ name: 'A', rows: shared }] })), 'xlsx_broken');
});

test('thousands of cells and rows that hold only a format are no rows', async () => {
  const blank = Array.from({ length: 10_000 }, () => `<row s="1">${'<c s="1"/>'.repeat(60)}</row>`).join('');
  const [count] = await Array.fromAsync(
    tablesIn(once(bookOf({ sheets: [{ name: 'A', rows: rows + blank }] }))),
    async ({ items }) => (await Array.fromAsync(items)).length,
  );
  assert.equal(count, 3);
});

test('a file that is read, left early, or cut off at its source leaves nothing on disk', async () => {
  const own = mkdtempSync(join(tmpdir(), 'perene-left-'));
  const usual = process.env['TMPDIR'];
  process.env['TMPDIR'] = own;
  try {
    for await (const { items } of tablesIn(once(bookOf(book)))) {
      assert.deepEqual(readdirSync(own), [], 'while it is read');
      for await (const _ of items) break;
      break;
    }
    const broken = async function* (): AsyncGenerator<Uint8Array> {
      yield Buffer.concat([bookOf(book), Buffer.alloc(9000)]);
      assert.equal(readdirSync(own).length, 1);
      throw new Error('cut off');
    };
    await assert.rejects(readTables(broken()), /cut off/);
    assert.deepEqual(readdirSync(own), []);
  } finally {
    if (usual === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = usual;
    rmSync(own, { recursive: true });
  }
});
