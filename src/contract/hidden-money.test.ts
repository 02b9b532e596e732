// Answers without amounts follow their schemas: what a schema calls money is gone, and no schema hides money elsewhere.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { money } from './common.ts';
import { hideMoney } from './hidden-money.ts';
import { routes, type RouteName } from './routes.ts';

const shout = (text: string): string => text.toUpperCase();

test('money is null wherever a schema holds it, and every text is passed through', () => {
  const kinds = z.union([z.object({ a: money }), z.object({ b: money.optional(), rest: z.int() })]);
  const schema = z.object({
    mrrCents: money,
    list: z.array(z.object({ v: money.default(1), name: z.string() })).nullable(),
    byKey: z.record(z.string(), money),
    kinds: z.array(kinds),
    many: z.int(),
  });
  const answer = {
    mrrCents: 5,
    list: [{ v: 6, name: 'um' }],
    byKey: { x: 7 },
    kinds: [{ a: 8 }, { b: 9, rest: 3 }],
    many: 4,
    untold: { deep: 'texto' },
  };
  assert.deepEqual(hideMoney(schema, answer, shout), {
    mrrCents: null,
    list: [{ v: null, name: 'UM' }],
    byKey: { x: null },
    kinds: [{ a: null }, { b: null, rest: 3 }],
    many: 4,
    untold: { deep: 'TEXTO' },
  });
  assert.deepEqual(hideMoney(undefined, { detail: 'não', status: 409 }, shout), {
    detail: 'NÃO',
    status: 409,
  });
});

type Def = {
  readonly innerType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly shape?: Readonly<Record<string, z.ZodType>>;
};

/** Every named part of a schema, with its path. */
function* named(schema: z.ZodType, path: string): Generator<readonly [string, z.ZodType]> {
  const { innerType, element, valueType, options, shape } = schema.def as unknown as Def;
  for (const inner of [innerType, element, valueType, ...(options ?? [])])
    if (inner) yield* named(inner, path);
  for (const [name, part] of Object.entries(shape ?? {})) {
    yield [`${path}.${name}`, part];
    yield* named(part, `${path}.${name}`);
  }
}

const bare = (schema: z.ZodType): z.ZodType => {
  const { innerType } = schema.def as unknown as Def;
  return schema !== money && innerType ? bare(innerType) : schema;
};

test('no answer of the API holds an amount that its schema does not call money', () => {
  let amounts = 0;
  for (const name of Object.keys(routes) as RouteName[]) {
    const { content } = routes[name].responses[200] as { content?: Record<string, { schema: z.ZodType }> };
    const schema = content?.['application/json']?.schema;
    if (!schema) continue;
    for (const [path, part] of named(schema, name)) {
      if (!/(cents|\.v|\.priority|amount|price)$/i.test(path) || bare(part).def.type === 'string') continue;
      if (bare(part).def.type === 'object') continue;
      assert.equal(bare(part), money, path);
      amounts += 1;
    }
  }
  assert.ok(amounts > 30, String(amounts));
});
