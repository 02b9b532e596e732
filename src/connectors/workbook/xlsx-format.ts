// Number formats of a workbook → what a cell of that format shows. Knows no cell.

export type Shown =
  | { readonly as: 'number' }
  /** Which parts of an instant are shown; `span`: hours that pass 24. */
  | { readonly as: 'time'; readonly parts: 'day' | 'month' | 'year' | 'clock' | 'both' | 'span' }
  | { readonly as: 'percent' }
  /** Of a currency other than the real, as a person writes it before the amount. */
  | { readonly as: 'money'; readonly symbol: string }
  /** Digits in a fixed pattern, as CNPJ and codes: `0` stands for a digit. */
  | { readonly as: 'pattern'; readonly pattern: string };

export const asNumber: Shown = { as: 'number' };
const day: Shown = { as: 'time', parts: 'day' };
const clock: Shown = { as: 'time', parts: 'clock' };
const percent: Shown = { as: 'percent' };

/** Formats that have a number and no text in the file. */
const builtin: ReadonlyMap<number, Shown> = new Map<number, Shown>([
  [9, percent],
  [10, percent],
  [14, day],
  [15, day],
  [16, day],
  [17, { as: 'time', parts: 'month' }],
  [18, clock],
  [19, clock],
  [20, clock],
  [21, clock],
  [22, { as: 'time', parts: 'both' }],
  ...Array.from({ length: 10 }, (_, i): [number, Shown] => [27 + i, day]),
  [45, clock],
  [46, { as: 'time', parts: 'span' }],
  [47, clock],
  ...Array.from({ length: 9 }, (_, i): [number, Shown] => [50 + i, day]),
]);

/** Currencies that a locale's own `$` stands for; other dollars are not told apart. */
const dollars: ReadonlySet<string> = new Set(['409', '1009', 'en-US']);

/** What a format shows. `code`: its text, where the file has one for this number. */
export function shownBy(id: number, code: string | undefined): Shown {
  return code === undefined ? (builtin.get(id) ?? asNumber) : shownByCode(code);
}

function shownByCode(code: string): Shown {
  const [first = ''] = sectionsOf(code);
  const symbol = symbolOf(first);
  if (symbol !== undefined) return symbol === null ? asNumber : { as: 'money', symbol };
  const bare = withoutTexts(first);
  if (/\[(?:h+|m+|s+)\]/i.test(bare)) return { as: 'time', parts: 'span' };
  const marks = bare.replace(/\[[^\]]*\]/g, '');
  if (/general|@/i.test(marks)) return asNumber;
  if (/[ymdhs]/i.test(marks) && !/[0#?]\s*[.,]?\s*[#?]/.test(marks)) return timeOf(marks);
  if (marks.includes('%')) return percent;
  return patternOf(first) ?? asNumber;
}

/** Sections are for positive, negative, zero and text; quoted and escaped `;` do not part them. */
function sectionsOf(code: string): readonly string[] {
  return code.match(/(?:"[^"]*"|\\.|[^;])+/g) ?? [''];
}

/** Symbol of a foreign currency in a section; null: the real, or a `$` of any country; undefined: none. */
function symbolOf(section: string): string | null | undefined {
  const told = /\[\$([^\]-]*)(?:-([^\]]*))?\]/.exec(section);
  const plain = told
    ? (told[1] ?? '')
    : section.replace(/"([^"]*)"|\\(.)/g, '$1$2').replace(/\[[^\]]*\]/g, '');
  const found = /R\$|US\$|U\$S|€|£|\$|\b(?:BRL|USD|EUR|GBP|ARS|CLP|MXN|COP|PEN|UYU|CHF|CAD|AUD)\b/.exec(
    plain,
  )?.[0];
  if (found === undefined || !/[0#?]/.test(section)) return undefined;
  if (found !== '$') return /^(?:R\$|BRL)$/.test(found) ? null : found;
  return told && dollars.has(told[2] ?? '') ? 'US$' : null;
}

function withoutTexts(section: string): string {
  return section.replace(/"[^"]*"|\\.|[_*]./g, ' ');
}

function timeOf(marks: string): Shown {
  const text = marks.toLowerCase().replace(/am\/pm|a\/p/g, 'h');
  const clocked = /[hs]/.test(text);
  const dated = /[yd]/.test(text) || (/m/.test(text) && !clocked);
  if (!dated) return clock;
  if (clocked) return { as: 'time', parts: 'both' };
  if (/d/.test(text)) return day;
  return { as: 'time', parts: /m/.test(text) ? (/y/.test(text) ? 'month' : 'day') : 'year' };
}

/** `00\.000\.000/0000\-00`: only zeros and the marks between them. */
function patternOf(section: string): Shown | null {
  const pattern = section.replace(/\[[^\]]*\]/g, '').replace(/"([^"]*)"|\\(.)/g, '$1$2');
  const bare = withoutTexts(section).replace(/\[[^\]]*\]/g, '');
  if (!/^[0\s()/-]+$/.test(bare) || (bare.match(/0/g) ?? []).length < 2) return null;
  return /[1-9#?%]/.test(pattern) ? null : { as: 'pattern', pattern };
}
