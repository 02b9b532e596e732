// Which days are worked: weekends, the national and bank holidays of Brazil, and what a workspace declares.
// Knows no workspace by itself; state and city holidays must be declared.
import { dayOf, weekday, yearMonthDay, type Day } from './day.ts';

export type Calendar = {
  readonly zone: string;
  isWorkingDay(day: Day): boolean;
  /** The n-th working day after (n > 0) or before (n < 0) a day; n = 0: the day itself, or the next one worked. */
  addWorkingDays(day: Day, n: number): Day;
  /** Working days after `from` up to and including `to`; negative when `to` is earlier. */
  workingDaysBetween(from: Day, to: Day): number;
};

export type Holiday = { readonly day: Day; readonly name: string };
/** A day the workspace declares: `off` closes it, `off: false` works it, even on a holiday or a weekend. */
export type DeclaredDay = Holiday & { readonly off: boolean };

/** Fixed dates: month, day, name, first year as a national holiday. */
const fixed: readonly (readonly [month: number, day: number, name: string, since: number])[] = [
  [1, 1, 'Confraternização Universal', 0],
  [4, 21, 'Tiradentes', 0],
  [5, 1, 'Dia do Trabalho', 0],
  [9, 7, 'Independência do Brasil', 0],
  [10, 12, 'Nossa Senhora Aparecida', 1980],
  [11, 2, 'Finados', 0],
  [11, 15, 'Proclamação da República', 0],
  // Lei 14.759/2023 made it national from 2024 on.
  [11, 20, 'Dia Nacional de Zumbi e da Consciência Negra', 2024],
  [12, 25, 'Natal', 0],
];
/** Days from Easter Sunday. Carnival and Corpus Christi are no national holidays, but banks are closed. */
const movable: readonly (readonly [fromEaster: number, name: string])[] = [
  [-48, 'Carnaval (segunda-feira)'],
  [-47, 'Carnaval (terça-feira)'],
  [-2, 'Paixão de Cristo'],
  [60, 'Corpus Christi'],
];

/** National and bank holidays of a year, in order of day. */
export function brazilianHolidays(year: number): readonly Holiday[] {
  const easter = easterSunday(year);
  return [
    ...fixed
      .filter(([, , , since]) => year >= since)
      .map(([month, day, name]) => ({ day: dayOf(year, month, day) ?? 0, name })),
    ...movable.map(([days, name]) => ({ day: easter + days, name })),
  ].sort((a, b) => a.day - b.day);
}

/** Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876). */
export function easterSunday(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * e + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dayOf(year, Math.floor(n / 31), (n % 31) + 1) ?? 0;
}

/** The calendar of a Brazilian workspace: national and bank holidays plus its own declared days. */
export function brazilianCalendar(zone: string, extra: readonly DeclaredDay[]): Calendar {
  const declared = new Map(extra.map((entry) => [entry.day, entry.off]));
  const years = new Map<number, YearTable>();
  const yearTable = (year: number): YearTable => {
    let table = years.get(year);
    if (!table) years.set(year, (table = buildYear(year, declared)));
    return table;
  };
  /** Working days from the start of the day's year up to and including the day. */
  const worked = (day: Day, year: number): number => {
    const table = yearTable(year);
    return table.counts[day - table.first + 1] ?? 0;
  };
  const isWorkingDay = (day: Day): boolean => {
    const { year } = yearMonthDay(day);
    return worked(day, year) > worked(day - 1, year);
  };
  const between = (from: Day, to: Day): number => {
    const start = yearMonthDay(from).year;
    const end = yearMonthDay(to).year;
    let total = worked(to, end) - worked(from, start);
    for (let year = start; year < end; year++) total += yearTable(year).total;
    return total;
  };
  return {
    zone,
    isWorkingDay,
    addWorkingDays: (day, n) => {
      let at = day;
      if (n === 0) while (!isWorkingDay(at)) at += 1;
      const step = n < 0 ? -1 : 1;
      for (let left = Math.abs(n); left > 0;) {
        at += step;
        if (isWorkingDay(at)) left -= 1;
      }
      return at;
    },
    workingDaysBetween: (from, to) => (to < from ? -between(to, from) : between(from, to)),
  };
}

/** `counts[k]`: working days among the first k days of the year. */
type YearTable = { readonly first: Day; readonly counts: Uint16Array; readonly total: number };

function buildYear(year: number, declared: ReadonlyMap<Day, boolean>): YearTable {
  const first = dayOf(year, 1, 1) ?? 0;
  const length = (dayOf(year + 1, 1, 1) ?? first + 365) - first;
  const closed = new Set(brazilianHolidays(year).map((holiday) => holiday.day));
  const counts = new Uint16Array(length + 1);
  let total = 0;
  for (let i = 0; i < length; i++) {
    const day = first + i;
    const inWeek = weekday(day) % 6 !== 0;
    const off = declared.get(day) ?? (!inWeek || closed.has(day));
    if (!off) total += 1;
    counts[i + 1] = total;
  }
  return { first, counts, total };
}
