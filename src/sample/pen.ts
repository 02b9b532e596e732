// Writes facts of one account: dated, and known when the firm would have come to know them. What has not happened yet,
// or is not known yet, is left out. It knows where a kind of fact comes from, and nothing of what it means.
import { addMonths, formatDay, type Day } from '#base/day.ts';
import { randomFrom } from '#base/random.ts';
import { startOfDay } from '#base/zone.ts';
import { specOf, type FactBodyInput, type FactType } from '#domain/facts/catalogue.ts';
import type { SampleFact, SampleShape } from './shape.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** The system that a kind of fact is kept in; the firm's own records (offers, tasks, stages) are Perene's. */
const sources: Readonly<Record<string, string>> = {
  account: 'crm',
  team: 'crm',
  contact: 'crm',
  contract: 'crm',
  invoice: 'financeiro',
  ticket: 'atendimento',
  usage: 'portal',
  'usage-period': 'portal',
  meeting: 'agenda',
  message: 'mensagens',
  call: 'telefonia',
  survey: 'pesquisas',
  content: 'marketing',
  effort: 'horas',
  consumption: 'horas',
  observation: 'planilha',
};

/** Days until a kind is known, where it is not on the spot: what a bank or a sheet of hours tells comes later. */
const delays: Readonly<Partial<Record<FactType, number>>> = {
  'invoice-paid': 1,
  'effort-spent': 2,
  'consumption-reported': 2,
  'usage-period-reported': 2,
  'contact-left': 5,
  'contact-joined': 1,
  'cost-reported': 5,
};

export type Told = {
  /** Hours from midnight, broken ones for minutes; 0 to 23. Without it some working hour. */
  readonly hour?: number;
  /** Days until it was known, in place of the usual ones of its type. */
  readonly late?: number;
  readonly id?: string;
};

/** First day of the history (Day). */
export const windowStart = (shape: SampleShape): Day => addMonths(shape.today, -shape.months);
/** From this day on the firm keeps its records in Perene; what is older was brought from sheets. */
export const liveFrom = (shape: SampleShape): Day =>
  addMonths(shape.today, -Math.ceil((shape.months * 2) / 3));

export class Pen {
  readonly facts: SampleFact[] = [];
  readonly shape: SampleShape;
  readonly random: () => number;
  readonly #end: number;
  readonly #live: number;
  #count = 0;

  /** `stream` names its own flow of chance, so that one topic never shifts another. */
  constructor(shape: SampleShape, stream: string) {
    this.shape = shape;
    this.random = randomFrom(`${shape.seed}/${stream}`);
    this.#end = startOfDay(shape.today, shape.zone);
    this.#live = startOfDay(liveFrom(shape), shape.zone);
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.random() * (high - low + 1));
  }

  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.random() * list.length)] as T;
  }

  chance(p: number): boolean {
    return this.random() < p;
  }

  /** A standard normal number (Box and Muller). */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.random())) * Math.cos(2 * Math.PI * this.random());
  }

  /** How many events of a rate come: Poisson, for rates below 30 (Knuth). */
  poisson(rate: number): number {
    const limit = Math.exp(-Math.min(30, Math.max(0, rate)));
    let product = this.random();
    let count = 0;
    while (product > limit) {
      product *= this.random();
      count += 1;
    }
    return count;
  }

  /** Tells a fact of a day, unless it is not known before `today`; answers whether it was told. */
  tell<T extends FactType>(type: T, day: Day, body: FactBodyInput<T>, how: Told = {}): boolean {
    const hour = how.hour ?? 9 + this.random() * 8;
    const occurredAt = startOfDay(day, this.shape.zone) + Math.floor(hour * 60) * 60_000;
    const knownAt = occurredAt + (how.late ?? delays[type] ?? 0) * dayMs;
    this.#count += 1;
    if (knownAt >= this.#end) return false;
    this.facts.push({
      type,
      body: body as Record<string, unknown>,
      occurredAt,
      knownAt,
      hindsight: knownAt < this.#live,
      source: sources[specOf(type).kind] ?? 'perene:exemplo',
      externalId: how.id ?? String(this.#count),
    });
    return true;
  }
}

export const iso = formatDay;
