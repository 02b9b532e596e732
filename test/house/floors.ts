// What no file of the house may hold: too many lines, unfinished work, and ways round the compiler or lint.
import { withoutComments } from './source.ts';

/** Most lines of a file, blank ones and comments left out (as lint counts). */
export const mostLines = 300;

// Put together here, so that this file does not hold what it looks for.
const marks = ['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX', 'HA' + 'CK'];
const any = 'a' + 'ny';
const forbidden: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['unfinished work', new RegExp(`\\b(${marks.join('|')})\\b`)],
  ['a value of no type', new RegExp(`(:|\\bas|<|,)\\s*${any}\\s*([;,)=>\\]|&]|$)`, 'm')],
  ['a switch for the compiler', /@ts-(ignore|expect-error|nocheck)/],
  ['a switch for lint', /(oxlint|eslint|biome|prettier|oxfmt)-(disable|ignore)/],
];

/** One sentence for each floor that a file breaks. */
export function floorFaults(path: string, text: string): readonly string[] {
  const lines = withoutComments(text)
    .split('\n')
    .filter((line) => line.trim() !== '').length;
  // Comments may use the word for no type; code may not.
  const read = (what: string): string => (what === 'a value of no type' ? withoutComments(text) : text);
  return [
    ...(lines > mostLines ? [`${path}: ${lines} lines`] : []),
    ...forbidden.filter(([what, pattern]) => pattern.test(read(what))).map(([what]) => `${path}: ${what}`),
  ];
}
