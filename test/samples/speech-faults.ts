// Reads an answer of the API as a person would: what looks like a hole or a code in a sentence.

/** Fields that hold codes, ids and days: programs read them, people do not. */
const codes = new Set(
  [
    'id key stage stages canonical track leaf segment status band gate family state offerReason kind type',
    'event severity channel pillar signalKeys side tone signalTones raw importId nextCursor currency factId',
  ]
    .join(' ')
    .split(' '),
);
const faults: readonly (readonly [string, RegExp])[] = [
  ['a hole', /\b(undefined|NaN|null|Infinity)\b|\[object|…/],
  ['a brace', /[{}]/],
  ['a code', /\b[a-z]+_[a-z_]+\b|\b[a-z]+[A-Z][a-z]+[A-Za-z]*\b|\b[a-z]+\.[a-z]+\.[a-z]+/],
  ['bare punctuation', /\(\s*\)|\s[,.;:]|[,;:]\s*[.]|\.\.|^[,.;:]| {2}/],
  ['a long number', /\d[.,]\d{4,}/],
];

/** One sentence for each string that a person would not understand, with the place it stands at. */
export function faultsOf(value: unknown, place = ''): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item) => faultsOf(item, `${place}[]`));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, inner]) =>
      codes.has(name) ? [] : faultsOf(inner, place === '' ? name : `${place}.${name}`),
    );
  if (typeof value !== 'string') return [];
  return faults.filter(([, shape]) => shape.test(value)).map(([what]) => `${place}: ${what} in "${value}"`);
}
