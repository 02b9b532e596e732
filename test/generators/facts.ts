// Arbitrary facts of every type that enters an account file, read off their schemas: corrections, late and
// same-instant facts, and two shells that hold the same outside id with other content.
import fc from 'fast-check';
import type { z } from 'zod';
import { entersFile, type FoldFact } from '#domain/account-file/order.ts';
import { factTypes, specOf, type FactType } from '#domain/facts/catalogue.ts';

/** Values that leaves of a schema are drawn from; each leaf takes those it accepts. */
const pool: readonly unknown[] = [
  '10:30',
  'a',
  'b',
  'produto-x',
  'ana@firma.com',
  'Bia@Firma.com',
  'çedilha',
  '__proto__',
  '2024-02-29',
  '2026-01-31',
  '2026-04-15',
  '2018-11-04',
  '2026-03',
  'BRL',
  'USD',
  0,
  1,
  2,
  7,
  10,
  50,
  120_000,
  -3,
  0.5,
  0.25,
  1.75,
  true,
  false,
  null,
];

/** Days round which facts crowd, so that equal instants and gaps in the zone are common. */
const daysAt = [
  '2018-11-04T02:59:59.999Z',
  '2018-11-04T03:00:00Z',
  '2025-12-31T03:00:00Z',
  '2026-04-15T12:00:00Z',
].map((text) => Temporal.Instant.from(text).epochMilliseconds);
const instant = fc.oneof(
  fc.constantFrom(...daysAt),
  fc.integer({ min: 0, max: 3000 }).map((day) => (17_500 + day) * 86_400_000 + 3 * 3_600_000),
  fc.integer({ min: 1_450_000_000_000, max: 1_780_000_000_000 }),
);
const delay = fc.constantFrom(0, 0, 0, 1, 60_000, 86_400_000, 45 * 86_400_000);

/** Bodies that a schema accepts, defaults filled in. */
export function bodyOf(schema: z.ZodType): fc.Arbitrary<unknown> {
  return raw(schema)
    .filter((value) => schema.safeParse(value).success)
    .map((value) => schema.parse(value));
}

type Def = {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly innerType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly entries?: Readonly<Record<string, string>>;
};

function raw(schema: z.ZodType): fc.Arbitrary<unknown> {
  const def = schema._zod.def as unknown as Def;
  if (def.shape) return object(def.shape);
  if (def.type === 'default' && def.innerType) return fc.option(raw(def.innerType), { nil: undefined });
  if (def.type === 'optional' && def.innerType) return fc.option(raw(def.innerType), { nil: undefined });
  if (def.type === 'nullable' && def.innerType) return fc.option(raw(def.innerType), { nil: null });
  if (def.type === 'array' && def.element) return fc.array(raw(def.element), { maxLength: 3 });
  if (def.type === 'record' && def.valueType) {
    return fc.dictionary(fc.constantFrom('campo', 'outro', 'z'), raw(def.valueType), { maxKeys: 3 });
  }
  if (def.entries) return fc.constantFrom(...Object.values(def.entries));
  return fc.constantFrom(...pool.filter((value) => schema.safeParse(value).success));
}

function object(shape: Readonly<Record<string, z.ZodType>>): fc.Arbitrary<unknown> {
  const fields = Object.entries(shape).map(([key, schema]) => [key, raw(schema)] as const);
  return fc
    .record(Object.fromEntries(fields))
    .map((value) => Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)));
}

export const fileTypes: readonly FactType[] = factTypes.filter(entersFile);
const bodies = new Map(fileTypes.map((type) => [type, bodyOf(specOf(type).body)] as const));
const priorities: Readonly<Record<string, number>> = { planilha: 1, hubspot: 2, tela: 3 };

/** One fact of a type (of any, when none is given); its id is to be set by the caller. */
export function factOf(...types: readonly FactType[]): fc.Arbitrary<FoldFact> {
  return fc
    .constantFrom(...(types.length > 0 ? types : fileTypes))
    .chain((type) =>
      fc.record({
        type: fc.constant(type),
        body: bodies.get(type) ?? fc.constant({}),
        occurredAt: instant,
        delay,
        source: fc.constantFrom('planilha', 'hubspot', 'tela'),
        externalId: fc.constantFrom('1', '2', '10', 'linha-7', 'x'),
        revision: fc.constantFrom(1, 1, 1, 2, 3),
      }),
    )
    .map(({ delay, body, ...head }) => ({
      ...head,
      id: '',
      body: body as object,
      knownAt: head.occurredAt + delay,
      sourcePriority: priorities[head.source] ?? 0,
    }));
}

/** Facts of one account, each with its own id. */
export function facts(max = 40, ...types: readonly FactType[]): fc.Arbitrary<readonly FoldFact[]> {
  return fc
    .array(factOf(...types), { maxLength: max })
    .map((list) => list.map((fact, i) => ({ ...fact, id: `fato-${String(i).padStart(4, '0')}` })));
}

/** The same facts in another order, some of them twice. */
export function rearranged(list: readonly FoldFact[]): fc.Arbitrary<readonly FoldFact[]> {
  return fc
    .subarray([...list])
    .chain((repeated) =>
      fc.shuffledSubarray([...list, ...repeated], { minLength: list.length + repeated.length }),
    );
}
