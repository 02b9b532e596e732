// Many usage days of an account as one short text: what deciding reads of the days that are over, without parsing each.
// It holds nothing that the days do not tell, so it may be lost. Users stand once, by number in each day.
import type { Day } from '#base/day.ts';
import type { UsageDay } from '#domain/profile/shape.ts';
import { parts } from './rolled.ts';

/** First letter of the text, changed when its shape changes: a text of another version is no window. */
export const windowVersion = '1';
const userDigits = 16;
/** Digits of numbers: five bits each, the sixth says that more follow. No digit needs escaping anywhere. */
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';
const valueOf = new Uint8Array(128);
for (let i = 0; i < digits.length; i++) valueOf[digits.charCodeAt(i)] = i;

class Writer {
  text = '';
  /** A whole number from 0 on. */
  put(n: number): void {
    let rest = n;
    while (rest >= 32) {
      this.text += digits[32 + (rest % 32)] ?? '';
      rest = Math.floor(rest / 32);
    }
    this.text += digits[rest] ?? '';
  }
  /** A whole number of either sign. */
  putSigned(n: number): void {
    this.put(n < 0 ? -2 * n - 1 : 2 * n);
  }
  /** Two amounts in units, exact to the ten-thousandth; most are whole. */
  putAmounts(a: number, b: number): void {
    const all = [a, b].map((amount) => {
      const n = Math.round(amount * parts);
      const whole = n % parts === 0;
      return { size: Math.abs(whole ? n / parts : n), flags: (n < 0 ? 2 : 0) + (whole ? 1 : 0) };
    });
    this.put((all[0]?.flags ?? 0) * 4 + (all[1]?.flags ?? 0));
    for (const { size } of all) this.put(size);
  }
}

class Reader {
  readonly #text: string;
  #at: number;
  constructor(text: string, at: number) {
    this.#text = text;
    this.#at = at;
  }
  get done(): boolean {
    return this.#at >= this.#text.length;
  }
  take(): number {
    let digit = valueOf[this.#text.charCodeAt(this.#at++)] ?? 0;
    if (digit < 32) return digit;
    let n = 0;
    let scale = 1;
    for (; digit >= 32; scale *= 32) {
      n += (digit - 32) * scale;
      digit = valueOf[this.#text.charCodeAt(this.#at++)] ?? 0;
    }
    return n + digit * scale;
  }
  takeSigned(): number {
    const n = this.take();
    return n % 2 === 1 ? -(n + 1) / 2 : n / 2;
  }
  /** One of two amounts, by its flags. */
  takeAmount(flags: number): number {
    const size = this.take();
    const amount = (flags & 1) === 1 ? size : size / parts;
    return (flags & 2) === 2 ? -amount : amount;
  }
}

/** Numbers things in the order in which they come. */
class Numbering {
  readonly names: string[] = [];
  readonly #numbers = new Map<string, number>();
  of(name: string): number {
    let number = this.#numbers.get(name);
    if (number === undefined) {
      number = this.names.length;
      this.#numbers.set(name, number);
      this.names.push(name);
    }
    return number;
  }
}

/** The text of days, ascending by day, then by the day on which they could be known. Without a line break. */
export function encodeWindow(days: readonly UsageDay[]): string {
  const [users, features, departments] = [new Numbering(), new Numbering(), new Numbering()];
  const out = new Writer();
  let before: Day = 0;
  for (const day of days) {
    out.put(day.day - before);
    before = day.day;
    out.putSigned(day.known - day.day);
    out.put(day.events);
    out.putAmounts(day.value, day.minutes);
    out.put(day.sessions);
    putUsers(day, users, out);
    const used = Object.entries(day.features);
    out.put(used.length);
    for (const [feature, events] of used) {
      out.put(features.of(feature));
      out.put(events);
    }
    out.put(day.departments.length);
    for (const department of day.departments) out.put(departments.of(department));
  }
  const names = JSON.stringify([features.names, departments.names]);
  return `${windowVersion}${users.names.length}.${users.names.join('')}${names.length}.${names}${out.text}`;
}

function putUsers(day: UsageDay, users: Numbering, out: Writer): void {
  const first = day.userEvents[0] ?? 0;
  const same = day.userEvents.every((events) => events === first);
  out.put(day.users.length * 2 + (same ? 1 : 0));
  for (const user of day.users) out.put(users.of(user));
  if (same) out.put(first);
  else for (const events of day.userEvents) out.put(events);
}

/** The days that `encodeWindow` was given; null for a text of another version. */
export function decodeWindow(text: string): UsageDay[] | null {
  if (text[0] !== windowVersion) return null;
  const usersAt = text.indexOf('.');
  const namesLength = usersAt + 1 + Number(text.slice(1, usersAt)) * userDigits;
  const users: string[] = [];
  for (let at = usersAt + 1; at < namesLength; at += userDigits) users.push(text.slice(at, at + userDigits));
  const namesAt = text.indexOf('.', namesLength) + 1;
  const rest = namesAt + Number(text.slice(namesLength, namesAt - 1));
  const [features, departments] = JSON.parse(text.slice(namesAt, rest)) as [string[], string[]];
  const from = new Reader(text, rest);
  const days: UsageDay[] = [];
  let day: Day = 0;
  while (!from.done) {
    day += from.take();
    days.push(readDay(day, from, users, features, departments));
  }
  return days;
}

/** An event may be called as it likes, even by the name of an object's prototype. */
function put(counts: Record<string, number>, name: string, count: number): void {
  if (name === '__proto__')
    Object.defineProperty(counts, name, {
      value: count,
      enumerable: true,
      writable: true,
      configurable: true,
    });
  else counts[name] = count;
}

function readDay(
  day: Day,
  from: Reader,
  users: readonly string[],
  features: readonly string[],
  departments: readonly string[],
): UsageDay {
  const known = day + from.takeSigned();
  const events = from.take();
  const flags = from.take();
  const value = from.takeAmount(flags >> 2);
  const minutes = from.takeAmount(flags & 3);
  const sessions = from.take();
  const counted = from.take();
  const present: string[] = [];
  const count = counted >> 1;
  for (let i = 0; i < count; i++) present.push(users[from.take()] ?? '');
  const userEvents: number[] = [];
  const same = counted % 2 === 1 ? from.take() : null;
  for (let i = 0; i < count; i++) userEvents.push(same ?? from.take());
  const used: Record<string, number> = {};
  for (let i = from.take(); i > 0; i--) put(used, features[from.take()] ?? '', from.take());
  const at: string[] = [];
  for (let i = from.take(); i > 0; i--) at.push(departments[from.take()] ?? '');
  return {
    day,
    known,
    events,
    value,
    sessions,
    minutes,
    users: present,
    features: used,
    departments: at,
    userEvents,
  };
}
