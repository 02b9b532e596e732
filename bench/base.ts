// A synthetic base: accounts with facts and usage days, the same for the same seed on every machine. Each account has a
// planted lot (thriving, steady, fading, leaving, quiet), so that a list made of it is not uniform. Writes nowhere.
import { formatDay, type Day } from '#base/day.ts';
import { uuidv7 } from '#base/id.ts';
import { randomFrom } from '#base/random.ts';
import { startOfDay } from '#base/zone.ts';
import type { FoldFact } from '#domain/account-file/order.ts';
import type { FactType } from '#domain/facts/catalogue.ts';
import { sourcePriority } from '#domain/facts/source-priority.ts';
import { encodeDay } from '#domain/usage-day/encode.ts';
import { hourMs, storyOf, type Lot } from './story.ts';

export type BaseShape = {
  readonly seed: number;
  readonly accounts: number;
  readonly facts: number;
  readonly usageDays: number;
  /** Users a day. */
  readonly users: number;
  /** One account in so many has ten times the facts and users; 0: none. */
  readonly heavyEvery: number;
  /** The last day that is over (Day). */
  readonly today: Day;
  readonly zone: string;
};
export type BaseAccount = {
  readonly id: string;
  readonly name: string;
  readonly taxId: string;
  readonly segment: string;
  readonly lot: Lot;
  readonly heavy: boolean;
  readonly facts: readonly FoldFact[];
};

const lots: readonly (readonly [Lot, number])[] = [
  ['thriving', 0.25],
  ['steady', 0.4],
  ['fading', 0.2],
  ['leaving', 0.05],
  ['quiet', 0.1],
];
const words = [
  'Aurora',
  'Serra',
  'Litoral',
  'Planalto',
  'Ipê',
  'Cerrado',
  'Mirante',
  'Vereda',
  'Jatobá',
  'Norte',
];
const trades = ['Logística', 'Saúde', 'Alimentos', 'Tecnologia', 'Varejo', 'Educação', 'Energia', 'Metais'];
const segments = ['enterprise', 'mid_market', 'smb', 'product_led'] as const;

function lotOf(at: number): Lot {
  let sum = 0;
  for (const [lot, share] of lots) if (at < (sum += share)) return lot;
  return 'steady';
}

const heavy = (shape: BaseShape, index: number): boolean =>
  shape.heavyEvery > 0 && index % shape.heavyEvery === shape.heavyEvery - 1;

/** Account number `index` (from 0) of the base as it is called, and what its facts are made with. */
export function headOf(shape: BaseShape, index: number) {
  const random = randomFrom(`${shape.seed}/${index}`);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const opened = startOfDay(shape.today - 800, shape.zone) + index * 1000;
  const id = uuidv7(opened, random);
  const lot = lotOf(random());
  const segment = pick(segments);
  const name = `${pick(words)} ${pick(trades)} ${index}`;
  const taxId = String(10_000_000_000_000 + index * 97).slice(0, 14);
  return { id, name, taxId, segment, lot, opened, random };
}

/** The same account with its facts. */
export function accountOf(shape: BaseShape, index: number): BaseAccount {
  const { id, name, taxId, segment, lot, opened, random } = headOf(shape, index);
  const many = shape.facts * (heavy(shape, index) ? 10 : 1);
  const told = storyOf({
    lot,
    segment,
    name,
    taxId,
    index,
    today: shape.today,
    zone: shape.zone,
    facts: many,
    random,
  });
  const facts = told.map((one, i): FoldFact => ({
    id: uuidv7(opened + i, random),
    type: one.type as FactType,
    body: one.body,
    occurredAt: one.at,
    knownAt: one.at,
    source: 'bench',
    sourcePriority: sourcePriority('bench'),
    externalId: one.key,
    revision: 1,
  }));
  return { id, name, taxId, segment, lot, heavy: heavy(shape, index), facts };
}

const events = ['login', 'relatorio', 'exportacao', 'painel', 'integracao'] as const;

/** Share of its users that are at work on a day, `ago` days before the last one. */
function liveliness(lot: Lot, ago: number): number {
  if (lot === 'fading') return ago < 45 ? 0.35 : 1;
  if (lot === 'leaving') return ago < 60 ? 0.15 : 0.8;
  if (lot === 'quiet') return 0.25;
  return lot === 'thriving' ? 1 + (365 - Math.min(ago, 365)) / 1500 : 1;
}

/** The texts of an account's usage days, oldest first, as ingest would have written them: day and text. */
export function* usageOf(
  shape: BaseShape,
  index: number,
  lot: Lot,
): Generator<{ day: string; data: string }> {
  const random = randomFrom(`${shape.seed}/${index}/usage`);
  const heads = shape.users * (heavy(shape, index) ? 10 : 1);
  const people = Array.from({ length: Math.ceil(heads * 1.6) }, () => hash(random)).sort();
  const visits = Array.from({ length: heads * 5 }, () => hash(random).slice(0, 8)).sort();
  for (let ago = shape.usageDays - 1; ago >= 0; ago--) {
    const day = shape.today - ago;
    const users = new Map<string, number>();
    const features = new Map<string, number>();
    const sessions = new Set<string>();
    const wanted = Math.max(1, Math.round(heads * liveliness(lot, ago)));
    const from = Math.floor(random() * people.length);
    let sum = 0;
    for (let i = 0; i < wanted; i++) {
      const acts = 1 + Math.floor(random() * 6);
      users.set(people[(from + i) % people.length] ?? '', acts);
      sessions.add(visits[(from * 3 + i * 5) % visits.length] ?? '');
      const event = events[(from + i) % events.length] ?? 'login';
      features.set(event, (features.get(event) ?? 0) + acts);
      sum += acts;
    }
    const lastAt = startOfDay(day, shape.zone) + 17 * hourMs + Math.floor(random() * hourMs);
    const rolled = {
      day,
      known: day,
      events: sum,
      value: sum * 10_000,
      minutes: sum * 40_000,
      lastAt,
      users,
      sessions,
      features,
    };
    yield { day: formatDay(day), data: encodeDay({ ...rolled, departments: new Set(['vendas']) }) };
  }
}

function hash(random: () => number): string {
  const part = (): string =>
    Math.floor(random() * 0x1_0000_0000)
      .toString(16)
      .padStart(8, '0');
  return part() + part();
}
