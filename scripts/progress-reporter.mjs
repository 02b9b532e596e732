// A reporter for `node --test`: a dot for each test as it passes, every failure in full as it happens, so that a run that is
// cut off has still said what it saw, and which file it was in.
import { relative } from 'node:path';
import { inspect } from 'node:util';

const width = 100;
const place = (data) => (data.file ? relative(process.cwd(), data.file) : '');

function failure(data) {
  const error = data.details?.error;
  const cause = error?.cause ?? error;
  const told = cause?.stack ?? inspect(cause);
  return `\nnot ok: ${data.name} (${place(data)}:${data.line ?? '?'})\n${told}\n`;
}

export default async function* progress(source) {
  let column = 0;
  for await (const { type, data } of source) {
    // A suite only repeats what became of its tests.
    if (data.details?.type === 'suite') continue;
    if (type === 'test:fail') {
      column = 0;
      yield failure(data);
    } else if (type === 'test:pass') {
      column += 1;
      yield column % width === 0 ? '.\n' : '.';
    } else if (type === 'test:diagnostic' && /timed out|leak/i.test(data.message)) {
      yield `\n${place(data)}: ${data.message}\n`;
    }
  }
  yield '\n';
}
