// Writes facts of one customer as the public door takes them: dated in days before the sample's day, known when told.
// It knows where a kind of fact comes from, and nothing of what it means.
import { formatDay, weekday, type Day } from '#base/day.ts';
import { randomFrom } from '#base/random.ts';
import { specOf, type FactBodyInput, type FactType } from '#domain/facts/catalogue.ts';

export type RichFact = {
  readonly type: FactType;
  readonly source: string;
  readonly externalId: string;
  readonly account?: string;
  readonly occurredAt: string;
  readonly knownAt: string;
  readonly body: Readonly<Record<string, unknown>>;
};
type Told = {
  /** Hour of the day, 0 to 23. */
  readonly hour?: number;
  /** Days after which it became known. */
  readonly late?: number;
  readonly id?: string;
};

/** The system a kind of fact is usually kept in. */
const sources: Readonly<Record<string, string>> = {
  invoice: 'asaas',
  ticket: 'zendesk',
  usage: 'produto',
  'usage-period': 'produto',
  meeting: 'agenda',
  message: 'gmail',
  call: 'twilio',
  survey: 'pesquisas',
  content: 'rdstation',
  effort: 'horas',
  consumption: 'horas',
};
const two = (n: number): string => String(n).padStart(2, '0');

export class Pen {
  readonly facts: RichFact[] = [];
  readonly today: Day;
  /** Key of the customer; null for facts of the firm. */
  readonly account: string | null;
  readonly random: () => number;
  #count = 0;

  constructor(today: Day, account: string | null, seed: string) {
    this.today = today;
    this.account = account;
    this.random = randomFrom(`${seed} ${account ?? 'firm'}`);
  }

  /** The day so many days before the sample's, as it is written. */
  day(ago: number): string {
    return formatDay(this.today - ago);
  }

  /** The address of a contact: one person in every system. */
  contact(place: string): string {
    return `${place}@${this.account ?? 'firma'}.example`;
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.random() * (high - low + 1));
  }

  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.random() * list.length)]!;
  }

  /** The first working day (Monday to Friday) on or before so many days ago; answers its days ago. */
  workday(ago: number): number {
    const at = weekday(this.today - ago);
    return at === 0 ? ago + 2 : at === 6 ? ago + 1 : ago;
  }

  /** Tells a fact `ago` days before the sample's day; what would lie ahead is left out. */
  tell<T extends FactType>(type: T, ago: number, body: FactBodyInput<T>, how: Told = {}): void {
    const late = how.late ?? 0;
    if (ago < 0 || ago - late < 0) return;
    this.#count += 1;
    const hour = how.hour ?? (ago === 0 ? 8 : this.between(9, 17));
    const time = `T${two(hour)}:${two(this.between(0, 59))}:00-03:00`;
    this.facts.push({
      type,
      source: sources[specOf(type).kind] ?? 'crm',
      externalId: how.id ?? `${this.account ?? 'firm'}-${this.#count}`,
      ...(this.account === null ? {} : { account: this.account }),
      occurredAt: this.day(ago) + time,
      knownAt: this.day(ago - late) + time,
      body: body as Record<string, unknown>,
    });
  }
}
