// An answer for a reader who is not told amounts of money: whatever its schema calls `money` is null, and every text goes
// through the one that knows what an amount looks like. It follows the schema, so that no route has to think of it.
import type { z } from 'zod';
import { money } from './common.ts';
import { routes, type RouteName } from './routes.ts';

type Def = {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly valueType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
};
const defOf = (schema: z.ZodType): Def => schema.def as unknown as Def;

/** Schemas of the parts of an object's or a list's value; a value that may be of several kinds is hidden by each of them. */
function kindsOf(schema: z.ZodType | undefined): readonly z.ZodType[] {
  if (schema === undefined) return [];
  const { innerType, options } = defOf(schema);
  if (schema === money) return [schema];
  if (innerType) return kindsOf(innerType);
  return options ? options.flatMap(kindsOf) : [schema];
}

const partOf = (kinds: readonly z.ZodType[], name: string): readonly z.ZodType[] =>
  kinds.flatMap((kind) => {
    const { shape, valueType } = defOf(kind);
    return kindsOf(shape?.[name] ?? valueType);
  });

function hidden(kinds: readonly z.ZodType[], value: unknown, text: (text: string) => string): unknown {
  if (kinds.includes(money)) return null;
  if (typeof value === 'string') return text(value);
  if (Array.isArray(value)) {
    const elements = kinds.flatMap((kind) => kindsOf(defOf(kind).element));
    return value.map((one) => hidden(elements, one, text));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, hidden(partOf(kinds, name), part, text)]),
  );
}

/** The answer without amounts. `schema`: of the answer; undefined where only texts can hold some (refusals). */
export const hideMoney = (
  schema: z.ZodType | undefined,
  answer: unknown,
  text: (text: string) => string,
): unknown => hidden(kindsOf(schema), answer, text);

/** The same of what a route answers; null: of a refusal. */
export function hideMoneyOf(
  name: RouteName | null,
  answer: unknown,
  text: (text: string) => string,
): unknown {
  const { content } = (name === null ? {} : routes[name].responses[200]) as {
    content?: Record<string, { schema: z.ZodType }>;
  };
  return hideMoney(content?.['application/json']?.schema, answer, text);
}
