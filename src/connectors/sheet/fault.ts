// How a reader deep inside a file says that the whole file is refused. It never leaves the readers: they turn it into
// an item of their table.
import type { FileFault } from './table.ts';

export class Faulted extends Error {
  readonly code: FileFault;
  constructor(code: FileFault) {
    super(code);
    this.code = code;
  }
}

/** The fault an error stands for; what no reader threw is the file's own brokenness. */
export function faultOf(error: unknown, otherwise: FileFault): FileFault {
  return error instanceof Faulted ? error.code : otherwise;
}
