// What an account is from the start: its firm, segment, terms, size, and the traits behind its behaviour. Drawn once.
import { addMonths, type Day } from '#base/day.ts';
import type { Segment } from '#domain/facts/account-facts.ts';
import { addressOf, firmName, industries, ownTeam, type Industry } from './names.ts';
import { Pen, windowStart } from './pen.ts';
import type { SampleShape } from './shape.ts';
import { storyOf, type Story } from './stories.ts';
import { inventedTaxId } from './tax-id.ts';

export const families = ['fundacao', 'escala', 'performance', 'protecao', 'integracoes'] as const;
export type Family = (typeof families)[number];
export type Terms = 'retainer' | 'project' | 'package' | 'licence';
export type Nature = {
  readonly index: number;
  readonly key: string;
  readonly story: Story | null;
  readonly name: string;
  readonly taxId: string;
  readonly domain: string;
  readonly segment: Segment;
  readonly industry: Industry;
  /** Economic group, or null. */
  readonly group: string | null;
  readonly terms: Terms;
  readonly renewal: 'auto' | 'manual' | 'tacit' | 'open_ended';
  readonly start: Day;
  /** Months of a term. */
  readonly term: number;
  readonly mrrCents: number;
  /** Seats of the portal; 0: it has none. */
  readonly seats: number;
  /** Hours a month of the retainer or package; 0: none. */
  readonly hours: number;
  /** Where its latent health tends to. */
  readonly level: number;
  /** 0 pays on the day, 1 pays late as a habit. */
  readonly slack: number;
  readonly csm: string;
  readonly consultant: string;
  readonly works: Family;
};

const segmentShares: readonly (readonly [Segment, number])[] = [
  ['enterprise', 0.12],
  ['mid_market', 0.36],
  ['smb', 0.38],
  ['product_led', 0.14],
];
/** By segment: monthly fee in cents, seats, hours a month. */
const sizes: Readonly<
  Record<Segment, { fee: readonly [number, number]; seats: readonly [number, number]; hours: number }>
> = {
  enterprise: { fee: [1_800_000, 5_200_000], seats: [25, 60], hours: 90 },
  mid_market: { fee: [650_000, 1_700_000], seats: [8, 20], hours: 40 },
  smb: { fee: [220_000, 640_000], seats: [3, 8], hours: 16 },
  product_led: { fee: [49_000, 180_000], seats: [3, 10], hours: 0 },
};
const wantedSegment: Readonly<Partial<Record<Story, Segment>>> = {
  executive_absent: 'enterprise',
  renewal_late: 'enterprise',
  renewal_ready: 'mid_market',
  advocate: 'mid_market',
  advocate_ready: 'mid_market',
  license_90: 'mid_market',
  downgrade: 'mid_market',
  payment_failed: 'smb',
  under_use: 'mid_market',
  over_service: 'mid_market',
  delivered_and_gone: 'smb',
  no_contract: 'smb',
  limit_90: 'mid_market',
};
const wantedTerms: Readonly<Partial<Record<Story, Terms>>> = {
  delivered_and_gone: 'project',
  no_contract: 'project',
  under_use: 'package',
  over_service: 'retainer',
  payment_failed: 'licence',
};
/** Days ago that a story's customer began, where it matters. */
const wantedAge: Readonly<Partial<Record<Story, number>>> = {
  onboarding_new: 16,
  onboarding_late: 55,
  adoption_new: 48,
  delivered_and_gone: 170,
  no_contract: 200,
  renewal_late: 310,
  renewal_ready: 315,
  renewal_objection: 322,
  won_back: 620,
  ended: 420,
  unpaid: 400,
  notice: 330,
  advocate_ready: 500,
  advocate: 470,
};
/** Stories whose customer does well, and those whose customer does badly, by where the latent health tends to. */
const levels: Readonly<Partial<Record<Story, number>>> = {
  license_90: 1.3,
  nps_10: 1.5,
  advocate: 1.7,
  advocate_ready: 1.7,
  new_department: 1.1,
  limit_90: 1.2,
  renewal_ready: 1.2,
  growth: 1.1,
  predictable_need: 1.2,
  capability_asked: 1,
  manual_work: 0.9,
  wants_predictability: 1,
  unclear_more: 0.9,
  competitor_opening: 1,
  won_back: 0.9,
  executive_absent: 0.6,
  stalled: 0.1,
  silent: -2.2,
  low_use: -2.2,
  no_login: -2.2,
  ended: -1.8,
  notice: -2,
  detractor: -2.3,
  downgrade: -2,
  escalation: -2,
  missed_meetings: -2.3,
  usage_drop: -1.7,
  overdue_60: -1.2,
  unpaid: -0.8,
  budget_cut: -0.9,
  competitor: -1.1,
  value_unproven: -0.4,
  delivery_late: -0.4,
  sponsor_left: -0.3,
  reorganisation: 0,
};

function share<T>(shares: readonly (readonly [T, number])[], at: number): T {
  let sum = 0;
  for (const [one, part] of shares) if (at < (sum += part)) return one;
  return (shares.at(-1) as readonly [T, number])[0];
}

function termsOf(pen: Pen, segment: Segment, story: Story | null): Terms {
  if (segment === 'product_led') return 'licence';
  if (story !== null) return 'retainer';
  return share(
    [
      ['retainer', 0.7],
      ['package', 0.22],
      ['project', 0.08],
    ] as const,
    pen.random(),
  );
}

function startOf(pen: Pen, story: Story | null): Day {
  const { today } = pen.shape;
  const wanted = story === null ? undefined : wantedAge[story];
  if (wanted !== undefined) return today - wanted;
  const from = windowStart(pen.shape);
  // Six in ten were there before the history begins, the others came month by month.
  if (pen.chance(0.6)) return from - pen.between(20, 900);
  const latest = story === null ? today - 5 : today - 210;
  return from + Math.floor(pen.random() * Math.max(1, latest - from));
}

/** Account number `index`; the same for any number of accounts. */
export function natureOf(shape: SampleShape, index: number): Nature {
  const pen = new Pen(shape, `${index}/nature`);
  const story = storyOf(index);
  const segment = (story && wantedSegment[story]) ?? share(segmentShares, pen.random());
  const terms = (story && wantedTerms[story]) ?? termsOf(pen, segment, story);
  const size = sizes[segment];
  const industry = pen.pick(Object.keys(industries) as Industry[]);
  // Every fifteenth account is the sister of the one before: one economic group, one tax root, two branches.
  const sister = index % 15 === 14;
  const grouped = sister || index % 15 === 13;
  const firm = sister ? index - 1 : index;
  const name = firmName(index, industry);
  const portal = terms !== 'project' && (segment !== 'smb' || pen.chance(0.75));
  const term =
    terms === 'project' ? 4 : terms === 'package' ? 6 : pen.chance(0.2) && segment === 'enterprise' ? 24 : 12;
  const start = startOf(pen, story);
  const own = 0.42 + 1.1 * pen.normal();
  const level = (story === null ? undefined : levels[story]) ?? (story === null ? own : Math.max(0.2, own));
  return {
    index,
    key: `C${String(index + 1).padStart(4, '0')}`,
    story,
    name,
    taxId: inventedTaxId(firm, sister ? 2 : 1),
    domain: `${addressOf(name).replaceAll('.', '')}.example`,
    segment,
    industry,
    group: grouped ? `grupo_${Math.floor(index / 15) + 1}` : null,
    terms,
    renewal: renewalOf(pen, segment, terms),
    start: terms === 'project' && story === null ? Math.max(start, shape.today - 300) : start,
    term,
    mrrCents: Math.round((size.fee[0] + pen.random() ** 1.6 * (size.fee[1] - size.fee[0])) / 1000) * 1000,
    seats: portal ? pen.between(size.seats[0], size.seats[1]) : 0,
    hours: terms === 'licence' ? 0 : Math.round(size.hours * (0.7 + 0.6 * pen.random())),
    level,
    slack: pen.random() ** 3,
    csm: pen.pick(ownTeam.csm),
    consultant: pen.pick(ownTeam.consultant),
    works: worksFor(segment, industry, level),
  };
}

/** The family that works, by what one could know of the account: how it goes, its segment, its trade. */
function worksFor(segment: Segment, industry: Industry, level: number): Family {
  if (level < -0.2) return 'protecao';
  if (level < 0.3) return 'fundacao';
  if (segment === 'product_led' || industry === 'logistica' || industry === 'varejo') return 'integracoes';
  return level > 0.9 ? 'escala' : 'performance';
}

function renewalOf(pen: Pen, segment: Segment, terms: Terms): Nature['renewal'] {
  if (terms === 'project') return 'manual';
  if (segment === 'product_led') return 'auto';
  return share(
    [
      ['manual', 0.5],
      ['auto', 0.24],
      ['tacit', 0.16],
      ['open_ended', 0.1],
    ] as const,
    pen.random(),
  );
}

/** Last day of the term that covers a day, and how many terms are over before it. */
export function termAt(nature: Nature, day: Day): { readonly end: Day; readonly done: number } {
  let done = 0;
  while (addMonths(nature.start, nature.term * (done + 1)) <= day) done += 1;
  return { end: addMonths(nature.start, nature.term * (done + 1)) - 1, done };
}
