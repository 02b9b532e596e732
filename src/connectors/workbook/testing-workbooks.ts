// For tests only: workbooks written part by part, and archives as no program writes them.
import { crc32, deflateRawSync } from 'node:zlib';

export type Part = {
  readonly name: string;
  readonly data: string | Uint8Array;
  /** What the archive says of it instead of what is true. */
  readonly size?: number;
  readonly flags?: number;
};

/** The bytes of an archive of these parts. */
export function zipOf(parts: readonly Part[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data, size, flags = 0 } of parts) {
    const plain = Buffer.from(data);
    const packed = deflateRawSync(plain);
    const known = Buffer.alloc(26);
    known.writeUInt16LE(20, 0);
    known.writeUInt16LE(flags, 2);
    known.writeUInt16LE(8, 4);
    known.writeUInt32LE(crc32(plain), 10);
    known.writeUInt32LE(packed.length, 14);
    known.writeUInt32LE(size ?? plain.length, 18);
    known.writeUInt16LE(Buffer.byteLength(name), 22);
    const file = Buffer.concat([Buffer.from('PK\u0003\u0004'), known, Buffer.from(name), packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\0'), known, rest, Buffer.from(name)]));
    files.push(file);
    offset += file.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(index.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...files, index, Buffer.from('PK\u0005\u0006'), end]);
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006/relationships';

export type RawSheet = {
  readonly name: string;
  /** What stands inside `sheetData`. */
  readonly rows: string;
  readonly state?: 'visible' | 'hidden' | 'veryHidden';
};
export type RawBook = {
  readonly sheets: readonly RawSheet[];
  /** Inside `sst`; left out: there is no such part. */
  readonly texts?: string;
  /** Number formats by style, from 0. */
  readonly formats?: readonly string[];
  readonly epoch?: 1904;
  /** Namespace and prefix of the elements. */
  readonly namespace?: string;
};

/** The parts of a workbook. */
export function partsOf({ sheets, texts, formats = [], epoch, namespace = main }: RawBook): readonly Part[] {
  const relations = [
    ...sheets.map(
      (_, at) =>
        `<Relationship Id="rId${at + 1}" Type="${office}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
    ),
    `<Relationship Id="rIdS" Type="${office}/styles" Target="styles.xml"/>`,
    ...(texts === undefined
      ? []
      : [`<Relationship Id="rIdT" Type="${office}/sharedStrings" Target="sharedStrings.xml"/>`]),
  ];
  const listed = sheets.map(
    ({ name, state = 'visible' }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}" state="${state}" r:id="rId${at + 1}"/>`,
  );
  const codes = formats.map(
    (code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${code.replaceAll('"', '&quot;')}"/>`,
  );
  const styles = formats.map((_, at) => `<xf numFmtId="${164 + at}"/>`);
  const xml = (root: string, inside: string): string =>
    `<?xml version="1.0" encoding="UTF-8"?><${root} xmlns="${namespace}" xmlns:r="${office}">${inside}</${root}>`;
  return [
    { name: '[Content_Types].xml', data: '<Types/>' },
    {
      name: '_rels/.rels',
      data: `<Relationships xmlns="${packages}"><Relationship Id="a" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      data: xml(
        'workbook',
        `<workbookPr${epoch === 1904 ? ' date1904="1"' : ''}/><sheets>${listed.join('')}</sheets>`,
      ),
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `<Relationships xmlns="${packages}">${relations.join('')}</Relationships>`,
    },
    {
      name: 'xl/styles.xml',
      data: xml('styleSheet', `<numFmts>${codes.join('')}</numFmts><cellXfs>${styles.join('')}</cellXfs>`),
    },
    ...(texts === undefined ? [] : [{ name: 'xl/sharedStrings.xml', data: xml('sst', texts) }]),
    ...sheets.map(({ rows }, at) => ({
      name: `xl/worksheets/sheet${at + 1}.xml`,
      data: xml('worksheet', `<sheetData>${rows}</sheetData>`),
    })),
  ];
}

export const bookOf = (book: RawBook): Buffer => zipOf(partsOf(book));

/** A row of cells that hold their text themselves. */
export function textRow(texts: readonly string[]): string {
  return `<row>${texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`;
}
