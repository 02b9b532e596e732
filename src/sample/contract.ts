// Contracts over time: signed, amended by offers, adjusted by the index at the anniversary, renewed or ended. Answers what
// is billed a month on a day, which the invoices follow.
import { addMonths, type Day } from '#base/day.ts';
import type { ContractLine } from '#domain/facts/spec.ts';
import type { Life, Span } from './life.ts';
import { indexOver } from './firm-values.ts';
import type { Made } from './offers.ts';
import { iso, type Pen } from './pen.ts';
import { workday } from './season.ts';

/** What is billed in a month that begins on a day (cents). */
export type Billing = (month: Day) => number;
type Change = { readonly day: Day; readonly apply: (lines: readonly ContractLine[]) => ContractLine[] };

const line = (product: string, cents: number, rest: Partial<ContractLine> = {}): ContractLine => ({
  product,
  cents,
  currency: 'BRL',
  seats: null,
  recurring: true,
  months: 1,
  ...rest,
});

function firstLines({ nature }: Life): ContractLine[] {
  const { mrrCents: fee, seats } = nature;
  const portal = seats > 0 ? Math.round((fee * (nature.terms === 'licence' ? 1 : 0.25)) / 100) * 100 : 0;
  const licences = portal > 0 ? [line('portal', portal, { seats })] : [];
  if (nature.terms === 'licence') return licences;
  if (nature.terms === 'project') return [line('projeto', fee * nature.term, { recurring: false })];
  const rest = fee - portal;
  if (nature.terms === 'package') return [line('pacote_trimestral', rest * 3, { months: 3 }), ...licences];
  return [line('rotina_gestao', rest), ...licences];
}

/** A month's worth of the recurring lines. */
const monthlyOf = (lines: readonly ContractLine[]): number =>
  lines.reduce((sum, one) => sum + (one.recurring ? Math.round((one.cents ?? 0) / one.months) : 0), 0);

const scaled = (lines: readonly ContractLine[], factor: number): ContractLine[] =>
  lines.map((one) =>
    one.recurring ? { ...one, cents: Math.round(((one.cents ?? 0) * factor) / 100) * 100 } : one,
  );

function withOffer(lines: readonly ContractLine[], made: Made): ContractLine[] {
  if (made.offer === 'mais_assentos' && lines.some((one) => one.product === 'portal'))
    return lines.map((one) =>
      one.product === 'portal'
        ? { ...one, cents: (one.cents ?? 0) + made.monthlyCents, seats: Math.ceil((one.seats ?? 0) * 1.2) }
        : one,
    );
  const held = lines.find((one) => one.product === made.offer)?.cents ?? 0;
  return [...lines.filter((one) => one.product !== made.offer), line(made.offer, held + made.monthlyCents)];
}

/** Writes the contracts of an account; answers what is billed. */
export function writeContracts(life: Life, offers: readonly Made[]): Billing {
  const pen = life.pen('contract');
  const bills: { readonly from: Day; readonly to: Day; readonly cents: number }[] = [];
  for (const span of life.spans) {
    const lines = firstLines(life);
    sign(life, pen, span, lines);
    const changes = changesOf(life, pen, span, offers);
    let held: readonly ContractLine[] = lines;
    let from = span.from;
    for (const { day, apply } of changes) {
      bills.push({ from, to: day - 1, cents: monthlyOf(held) });
      held = apply(held);
      from = day;
    }
    bills.push({ from, to: span.to ?? Infinity, cents: monthlyOf(held) });
    renewals(life, pen, span);
    end(life, pen, span);
  }
  return (month) => bills.find(({ from, to }) => from <= month + 27 && month <= to)?.cents ?? 0;
}

const openEnded = (life: Life): boolean => life.nature.renewal === 'open_ended' && !endsInView(life);
/** Stories whose customer must have an end to its term. */
const endsInView = (life: Life): boolean =>
  life.is(
    'renewal_late',
    'renewal_ready',
    'renewal_objection',
    'notice',
    'ended',
    'advocate_ready',
    'adjustment',
  );

function sign(life: Life, pen: Pen, span: Span, lines: ContractLine[]): void {
  const { nature } = life;
  const open = openEnded(life) || nature.terms === 'project';
  const term = nature.term;
  pen.tell(
    'contract-signed',
    span.from,
    {
      contract: span.contract,
      lines,
      start: iso(span.from),
      plannedEnd:
        nature.terms === 'project'
          ? iso(span.from + 30 * term - 1)
          : open
            ? null
            : iso(addMonths(span.from, term) - 1),
      ...(open ? {} : { termMonths: term }),
      renewal: endsInView(life) ? 'manual' : nature.renewal,
      noticeDays: nature.segment === 'enterprise' ? 60 : 30,
      ...(nature.terms === 'project' || nature.terms === 'licence'
        ? {}
        : { index: pen.chance(0.8) ? 'ipca' : 'igpm', anniversary: iso(addMonths(span.from, 12)) }),
      ...(nature.term === 24 ? { discount: 0.08 } : {}),
    },
    { hour: 10 },
  );
  const pausedAt = life.is('paused') ? life.shape.today - 36 : null;
  if (pausedAt !== null) pen.tell('contract-paused', pausedAt, { contract: span.contract });
  if (nature.story === null && pen.chance(0.09)) {
    const day = Math.max(life.from, span.from) + pen.between(60, 200);
    if (span.to !== null || day > life.shape.today - 60) return;
    pen.tell('contract-paused', day, { contract: span.contract });
    pen.tell('contract-resumed', day + 32, { contract: span.contract });
  }
}

function changesOf(life: Life, pen: Pen, span: Span, offers: readonly Made[]): Change[] {
  const last = span.to ?? life.shape.today - 1;
  const within = (day: Day): boolean => day > span.from && day <= last;
  const { nature } = life;
  const changes: (Change & { readonly amends: boolean })[] = [];
  for (const made of offers)
    if (made.accepted && made.monthlyCents > 0 && within(made.answeredOn + 3) && nature.terms !== 'project')
      changes.push({ day: made.answeredOn + 3, amends: true, apply: (lines) => withOffer(lines, made) });
  if (nature.terms !== 'project' && nature.terms !== 'licence')
    for (let day = addMonths(span.from, 12); day <= last + 90; day = addMonths(day, 12)) {
      const rate = indexOver(day, life.shape);
      const waived = pen.chance(life.fate.health(Math.min(day, last)) < 0 ? 0.6 : 0.15);
      if (day - 45 > last || day < life.from) continue;
      const at = { contract: span.contract, index: 'ipca' };
      pen.tell('adjustment-changed', day - 45, { ...at, state: 'due' });
      if (!within(day)) continue;
      pen.tell('adjustment-changed', day, { ...at, state: waived ? 'waived' : 'applied', rate });
      if (!waived) changes.push({ day, amends: true, apply: (lines) => scaled(lines, 1 + rate) });
    }
  const cut = life.fate.shocks.find(({ what }) => what === 'budget_cut');
  if (cut && nature.story === null && within(cut.day + 40) && pen.chance(0.55)) {
    pen.tell('downgrade-asked', cut.day + 12, { contract: span.contract });
    pen.tell('downgrade-asked', cut.day + 41, { contract: span.contract, closes: true });
    changes.push({ day: cut.day + 40, amends: true, apply: (lines) => scaled(lines, 0.78) });
  }
  if (life.is('downgrade')) pen.tell('downgrade-asked', life.shape.today - 9, { contract: span.contract });
  changes.sort((a, b) => a.day - b.day);
  let held = firstLines(life);
  for (const { day, apply } of changes) {
    held = apply(held);
    pen.tell('contract-amended', day, { contract: span.contract, lines: held }, { hour: 11 });
  }
  return changes;
}

/** Days before the end at which each step of a renewal is usually done. */
const steps = [
  ['preparation', 90],
  ['conversation', 75],
  ['proposal', 55],
  ['negotiation', 40],
  ['confirmation', 20],
  ['signature', 12],
  ['celebration', 6],
] as const;

function renewals(life: Life, pen: Pen, span: Span): void {
  const { nature, shape } = life;
  if (openEnded(life) || nature.terms === 'project') return;
  const notice = life.fate.left?.notice ?? Infinity;
  const slow = nature.segment === 'enterprise' ? 2 : 1;
  for (let end = addMonths(span.from, nature.term) - 1; ; end = addMonths(end + 1, nature.term) - 1) {
    if (end - 180 > shape.today || (span.to !== null && end > span.to)) return;
    if (end < life.from) {
      pen.tell('contract-renewed', end - 5, {
        contract: span.contract,
        plannedEnd: iso(addMonths(end + 1, nature.term) - 1),
      });
      continue;
    }
    for (const [step, before] of steps) {
      const day = workday(end - before * slow + pen.between(-4, 6), shape);
      if (day >= notice || stepLeftOut(life, step)) continue;
      const h = life.fate.health(day);
      const category = h > 0.4 ? 'commit' : h > -0.4 ? 'probable' : 'at_risk';
      pen.tell('renewal-step-done', day, {
        contract: span.contract,
        step,
        ...(step === 'proposal' || step === 'conversation' ? { category } : {}),
      });
    }
    if (nature.story === null && pen.chance(0.15)) {
      const objection = `renovacao-${end}`;
      pen.tell('objection-raised', end - 50, { objection, about: 'renewal', reason: 'price_objection' });
      pen.tell('objection-solved', end - 30, { objection });
    }
    if (end < shape.today)
      pen.tell('contract-renewed', end - 4, {
        contract: span.contract,
        plannedEnd: iso(addMonths(end + 1, nature.term) - 1),
      });
  }
}

function stepLeftOut(life: Life, step: string): boolean {
  if (life.is('renewal_late')) return true;
  return life.is('renewal_objection') && step !== 'preparation' && step !== 'conversation';
}

function end(life: Life, pen: Pen, span: Span): void {
  const { left } = life.fate;
  const { contract } = span;
  if (life.is('renewal_objection'))
    pen.tell('objection-raised', life.shape.today - 8, {
      objection: 'renovacao',
      about: 'renewal',
      reason: 'price_objection',
    });
  if (life.nature.terms === 'project') {
    // A project is over when it is delivered; nobody cancels it.
    if (span.to !== null && !life.is('delivered_and_gone'))
      pen.tell('contract-ended', span.to, { contract }, { hour: 18 });
    return;
  }
  if (left === null || contract !== 'contrato-1') return;
  if (left.notice !== null)
    pen.tell('notice-given', left.notice, { contract, endsOn: iso(left.day), reason: left.reason });
  pen.tell('contract-ended', left.day, { contract, reason: left.reason }, { hour: 18 });
}
