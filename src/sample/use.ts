// Use of the portal and of the hours. The portal tells single events for the last months and sums before that, as if its
// events had been connected then; hours and packages are reported at the end of each month.
import { addMonths, formatDay, type Day } from '#base/day.ts';
import { calm, type Life } from './life.ts';
import type { Made } from './offers.ts';
import { iso, type Pen } from './pen.ts';
import { activity, monthsBetween } from './season.ts';

/** Days of single events before `today`. */
export const eventDays = 120;
/** Features of the portal; the first three are critical (`workspaceSettings`). */
export const features = [
  'painel',
  'plano_de_acao',
  'relatorio',
  'chamado',
  'exportacao',
  'automacao',
] as const;

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** Share of the seats in use in a usual month. */
export function breadth(life: Life, day: Day): number {
  const ramp = Math.min(1, Math.max(0.15, (day - life.nature.start) / 45));
  if (life.is('license_90')) return 1;
  if (life.is('low_use')) return 0.34;
  const natural = 0.3 + 0.6 * sigmoid(1.3 * life.fate.health(day));
  return Math.min(0.85, Math.max(calm(life) ? 0.62 : 0.05, natural)) * ramp;
}

/** How often a user comes, a working day. */
function rate(life: Life, day: Day): number {
  const { today } = life.shape;
  const usual = 0.05 + 0.37 * sigmoid(1.3 * life.fate.health(day) + 0.4);
  if (life.is('usage_drop') && day > today - 30) return usual * 0.42;
  if (life.is('no_login') && day > today - 22) return 0;
  if (life.is('paused') && day > today - 36) return 0;
  if (life.is('no_routine') && day > today - 29) return day > today - 23 ? 0 : usual;
  return usual;
}

const used = (life: Life, pen: Pen): string => {
  const few = life.is('low_use');
  const at = pen.random();
  if (few) return 'painel';
  if (at < 0.42) return 'painel';
  if (at < 0.66) return life.is('feature_unused') ? 'painel' : 'plano_de_acao';
  if (at < 0.82) return 'relatorio';
  return pen.pick(features.slice(3, life.nature.segment === 'smb' ? 5 : 6));
};

const departments = ['operacoes', 'comercial', 'qualidade', 'diretoria'];

/** Seats of a day: those of the first contract, and a fifth more once more were bought. */
function seatsOn({ nature }: Life, offers: readonly Made[], day: Day): number {
  const more = offers.some(
    ({ offer, accepted, answeredOn }) => offer === 'mais_assentos' && accepted && answeredOn + 3 <= day,
  );
  return more ? Math.ceil(nature.seats * 1.2) : nature.seats;
}

/** People who use the portal in a month around a day; near the limit only where that is the story. */
function usersOn(life: Life, offers: readonly Made[], day: Day): number {
  const seats = seatsOn(life, offers, day);
  const people = Math.round(breadth(life, day) * seats);
  return life.is('license_90') ? people : Math.max(1, Math.min(people, Math.ceil(seats * 0.89) - 1));
}

function events(life: Life, offers: readonly Made[]): void {
  const pen = life.pen('events');
  const { shape, nature } = life;
  const key = life.people
    .filter(({ role, to }) => (role === 'champion' || role === 'user') && to === null)
    .map(({ key: one }) => one);
  const users = Array.from(
    { length: Math.ceil(nature.seats * 1.2) },
    (_, i) => key[i] ?? `u${i + 1}@${nature.domain}`,
  );
  let count = 0;
  for (let day = Math.max(life.from, shape.today - eventDays); day < shape.today; day++) {
    if (!life.isCustomer(day)) continue;
    const level = rate(life, day) * activity(day, shape);
    const wide = usersOn(life, offers, day);
    const someday = (day * 7 + nature.index) % 11 === 0;
    for (let i = 0; i < wide; i++) {
      // Whoever came least often still comes once in a while, so that the breadth of a month is what was meant.
      const p =
        level * (i === 0 ? 1.9 : life.is('key_person') ? 0.1 : 1) +
        (someday && i >= wide - 3 && level > 0.1 ? 0.3 : 0);
      if (!pen.chance(p)) continue;
      const place =
        life.is('new_department') && day > shape.today - 20 && i % 4 === 1
          ? 'logistica'
          : departments[i % (nature.segment === 'enterprise' ? 4 : 2)];
      count += 1;
      pen.tell(
        'usage-tracked',
        day,
        {
          user: users[i] as string,
          event: used(life, pen),
          value: 1,
          department: place as string,
          session: `${nature.key}-${day}-${i}`,
          minutes: 3 + Math.floor(pen.random() * 30),
        },
        { id: `${nature.key}-${count}` },
      );
    }
  }
}

/** Sums of the months before single events came. */
function sums(life: Life, offers: readonly Made[]): void {
  const pen = life.pen('sums');
  const { shape } = life;
  for (const month of monthsBetween(life.from, shape.today - eventDays)) {
    const end = addMonths(month, 1) - 1;
    if (end >= shape.today - eventDays || !life.isCustomer(month) || month < life.from) continue;
    let days = 0;
    for (let day = month; day <= end; day++) days += activity(day, shape);
    const people = usersOn(life, offers, month);
    const period = { from: iso(month), to: iso(end) };
    pen.tell(
      'usage-period-reported',
      end,
      { ...period, metric: 'active_users', value: people, how: 'distinct' },
      { hour: 23, id: `ativos-${iso(month)}` },
    );
    const value = Math.round(people * rate(life, month) * days);
    pen.tell(
      'usage-period-reported',
      end,
      { ...period, metric: 'events', value, how: 'sum' },
      { hour: 23, id: `eventos-${iso(month)}` },
    );
  }
}

/** Hours contracted and used; our own effort and what it cost. */
function hours(life: Life): void {
  const pen = life.pen('hours');
  const { shape, nature } = life;
  const what = nature.terms === 'package' ? 'entregas_do_pacote' : 'horas_de_consultoria';
  for (const month of monthsBetween(life.from, shape.today - 1)) {
    const end = addMonths(month, 1) - 1;
    const noise = 0.94 + 0.12 * pen.random();
    if (month < life.from || !life.isCustomer(end) || !life.isCustomer(month)) continue;
    const season = monthSeason(month);
    const share = useShare(life, month) * (0.75 + 0.25 * season) * noise;
    const usedHours = Math.round(nature.hours * share * 2) / 2;
    pen.tell(
      'consumption-reported',
      end,
      { what, from: iso(month), to: iso(end), contracted: nature.hours, used: usedHours },
      { hour: 19, id: `${what}-${iso(month)}` },
    );
    const cost = Math.round(usedHours * (life.is('over_service') ? 9_500 : 8_200));
    pen.tell(
      'effort-spent',
      end,
      { hours: usedHours, costCents: cost, currency: 'BRL' },
      { hour: 19, id: `esforco-${iso(month)}` },
    );
  }
}

function monthSeason(month: Day): number {
  const name = formatDay(month).slice(5, 7);
  return name === '12' || name === '01' ? 0.6 : 1;
}

function useShare(life: Life, day: Day): number {
  if (life.is('under_use')) return 0.36;
  if (life.is('over_service')) return 1.34;
  if (life.is('limit_90')) return 0.97;
  return Math.min(0.82, Math.max(calm(life) ? 0.62 : 0.22, 0.66 + 0.16 * life.fate.health(day)));
}

export function writeUse(life: Life, offers: readonly Made[]): void {
  if (life.nature.seats > 0) {
    events(life, offers);
    sums(life, offers);
  }
  if (life.nature.hours > 0) hours(life);
}
