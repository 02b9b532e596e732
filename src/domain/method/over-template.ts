// A method told as the difference to another one: what the two share is written once. Text in, text out; whether what comes
// out is a method is for `load.ts` to say.
import { parse, stringify } from 'yaml';

type Node = unknown;
type Fields = Readonly<Record<string, Node>>;

const isFields = (node: Node): node is Fields =>
  typeof node === 'object' && node !== null && !Array.isArray(node);
/** What names an entry of a list: its key, or for an action the first signal it answers. */
export function nameOf(node: Node): string | null {
  if (!isFields(node)) return null;
  const { key, signals } = node;
  const name: unknown = key ?? (Array.isArray(signals) ? signals[0] : null);
  return typeof name === 'string' ? name : null;
}

/** A list replaces a list; an entry that bears the key of one there before says only what is different of it. */
function listOver(base: readonly Node[], over: readonly Node[]): readonly Node[] {
  const known = new Map(base.flatMap((one) => (nameOf(one) === null ? [] : [[nameOf(one), one] as const])));
  return over.map((one) => {
    const before = known.get(nameOf(one));
    return before === undefined ? one : nodeOver(before, one);
  });
}

/** Fields by key over a list of entries with keys: those entries changed in their places, all others as they were. */
function keysOver(base: readonly Node[], over: Fields): readonly Node[] {
  const strangers = Object.keys(over).filter((key) => !base.some((one) => nameOf(one) === key));
  // A key that is not there is kept as an entry of its own: reading the method then says what it lacks, and where.
  return [
    ...base.map((one) => {
      const change = over[nameOf(one) ?? ''];
      return change === undefined ? one : nodeOver(one, change);
    }),
    ...strangers.map((key) => ({ key, ...(over[key] as Fields) })),
  ];
}

function nodeOver(base: Node, over: Node): Node {
  if (Array.isArray(base) && Array.isArray(over)) return listOver(base, over);
  if (Array.isArray(base) && isFields(over)) return keysOver(base, over);
  if (!isFields(base) || !isFields(over)) return over;
  const merged: Record<string, Node> = { ...base };
  for (const [name, value] of Object.entries(over))
    merged[name] = Object.hasOwn(base, name) ? nodeOver(base[name], value) : value;
  return merged;
}

/** Key of the method that a text is the difference to; null: it is whole. */
export function baseOf(text: string): string | null {
  const document: unknown = parse(text);
  return isFields(document) && typeof document['over'] === 'string' ? document['over'] : null;
}

/**
 * The whole method that a text tells as the difference to `base`. Lists of entries with keys: a list names every entry in
 * its order (an entry of the base is inherited and changed), fields by key change single entries in place.
 */
export function overTemplate(base: string, text: string): string {
  const { over: _, ...difference } = parse(text) as Fields & { over?: string };
  return stringify(nodeOver(parse(base), difference), { lineWidth: 0 });
}
