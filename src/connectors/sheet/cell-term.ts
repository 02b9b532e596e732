// Terms of a contract as cells write them: "24 meses", "2 anos", the index of the adjustment. A number of days is no term.
import { tokens } from '#base/text.ts';
import { bad, type Read, readShort, value } from './cell.ts';
import type { Cell } from './table.ts';

const term = /^(\d{1,3})(?: ?(m|mes|meses|month|months|a|ano|anos|year|years))?$/;
/** Longest term taken for months when no unit stands beside it. */
const longest = 120;

/** Whole months: `24`, `24 meses`, `2 anos`. */
export function readMonths(cell: Cell): Read<number> {
  return readShort(cell, 'count_unreadable', (text) => {
    const found = term.exec(tokens(text).join(' '));
    const count = Number(found?.[1]);
    if (!found || count === 0) return bad('count_unreadable');
    const months = /^(?:a|ano|anos|year|years)$/.test(found[2] ?? '') ? count * 12 : count;
    return months <= longest ? value(months) : bad('count_unreadable');
  });
}

const indexes: Readonly<Record<string, string>> = {
  ipca: 'IPCA',
  igpm: 'IGP-M',
  igpdi: 'IGP-DI',
  inpc: 'INPC',
  incc: 'INCC',
  ipc: 'IPC',
  cdi: 'CDI',
  selic: 'SELIC',
};

/** The price index that a contract follows; what is no index is said. */
export function readIndex(cell: Cell): Read<string> {
  return readShort(cell, 'option_unknown', (text) => {
    const found = indexes[tokens(text).join('')];
    return found === undefined ? bad('option_unknown') : value(found);
  });
}
