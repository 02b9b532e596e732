// XML in pieces → its tags and texts, in constant memory. Refuses document types and entities of the file's own, deep
// nesting, and one tag or text that does not end.
import { SaxesParser } from 'saxes';
import { Faulted } from '#connectors/sheet/fault.ts';

export type XmlHandler = {
  /** Names come without their prefix. */
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  text(text: string): void;
};

/** Spreadsheets nest a dozen deep. */
const deepest = 64;
/** Characters of one tag or one text. */
const longest = 2_000_000;

/** Feeds the handler; yields after every piece, so that what it gathered can be taken. Throws `Faulted`. */
export async function* xmlEvents(pieces: AsyncIterable<Buffer>, handler: XmlHandler): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  let silent = 0;
  parser.on('error', () => {
    throw new Faulted('xlsx_broken');
  });
  parser.on('doctype', () => {
    throw new Faulted('xml_refused');
  });
  parser.on('opentag', ({ name, attributes }) => {
    silent = 0;
    depth += 1;
    if (depth > deepest) throw new Faulted('xml_refused');
    handler.open(localName(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    silent = 0;
    depth -= 1;
    handler.close(localName(name));
  });
  parser.on('text', (text) => handler.text(text));
  parser.on('cdata', (text) => handler.text(text));
  for await (const text of decoded(pieces)) {
    silent += text.length;
    parser.write(text);
    if (silent > longest) throw new Faulted('xml_refused');
    yield;
  }
  parser.close();
  yield;
}

function localName(name: string): string {
  const at = name.indexOf(':');
  return at < 0 ? name : name.slice(at + 1);
}

async function* decoded(pieces: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  for await (const piece of pieces) {
    decoder ??= new TextDecoder(encodingOf(piece));
    yield decoder.decode(piece, { stream: true });
  }
  yield decoder?.decode() ?? '';
}

/** Parts are UTF-8; the standard allows UTF-16, which always shows. */
function encodingOf(head: Buffer): string {
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0x3c && head[1] === 0)) return 'utf-16le';
  return (head[0] === 0xfe && head[1] === 0xff) || (head[0] === 0 && head[1] === 0x3c) ? 'utf-16be' : 'utf-8';
}
