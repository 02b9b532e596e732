// Invoices of service: gross, withheld by the payer, net, and when they were paid. Withheld: income tax 1.5% (RIR/2018 art. 714,
// professional services), CSLL, PIS and COFINS 4.65% (Lei 10.833/2003 arts. 30 and 31; amounts up to R$ 10 are let be, Lei
// 13.137/2015), ISS 2 to 5% where the payer's town takes it at the source (LC 116/2003 arts. 6, 8 and 8-A). Payers under
// the Simples (here: the small ones) withhold none; the licence of a product is no such service.
import type { Day } from '#base/day.ts';
import type { Billing } from './contract.ts';
import type { Life } from './life.ts';
import { iso, type Pen } from './pen.ts';
import { monthsBetween, workday } from './season.ts';

const incomeTax = 0.015;
const contributions = 0.0465;
/** Up to this a tax is not withheld (cents). */
const letBe = 1000;

/** What the payer keeps back of a gross amount (cents). `iss`: rate of the town, 0 where it is not withheld. */
export function withheldOf(grossCents: number, iss: number): number {
  const ofRate = (rate: number): number => Math.round(grossCents * rate);
  const federal = [incomeTax, contributions].map(ofRate).filter((tax) => tax > letBe);
  return federal.reduce((sum, tax) => sum + tax, 0) + ofRate(iss);
}

function issRate(pen: Pen): number {
  const rate = pen.pick([0.02, 0.025, 0.03, 0.05]);
  return pen.chance(0.5) ? rate : 0;
}

const installments = (life: Life, month: Day, billing: Billing): number => {
  const { nature } = life;
  if (nature.terms === 'project') return nature.mrrCents;
  if (nature.terms !== 'package') return billing(month);
  // A package is billed by the quarter, beside what runs monthly: here all of it, three months at once.
  const since = Math.round((month - nature.start) / 30.44);
  return since % 3 === 0 ? billing(month) * 3 : 0;
};

/** First day from which nothing more is paid, by story; null: as usual. */
function unpaidFrom(life: Life): Day | null {
  const { today } = life.shape;
  if (life.is('overdue')) return today - 42;
  if (life.is('overdue_60')) return today - 165;
  if (life.is('unpaid')) return today - 125;
  const { left } = life.fate;
  return left !== null && !left.voluntary ? left.day - 85 : null;
}

export function writeInvoices(life: Life, billing: Billing): void {
  const pen = life.pen('invoices');
  const { nature, shape } = life;
  const withholds = nature.segment === 'enterprise' || nature.segment === 'mid_market';
  const iss = issRate(pen);
  const terms = pen.pick([10, 15, 20, 28]);
  const unpaid = unpaidFrom(life);
  for (const month of monthsBetween(life.from, shape.today - 1)) {
    const issued = workday(month + 3, shape);
    const gross = life.isCustomer(issued) ? installments(life, month, billing) : 0;
    const late = pen.chance(lateness(life, issued));
    // Who sees no value lets an invoice lie for long.
    const longest = 22 + Math.round(30 * Math.max(0, -life.fate.health(issued)));
    const [delay, fails, luck] = [pen.between(1, longest), pen.random(), pen.random()];
    if (gross <= 0 || issued < life.from) continue;
    const invoice = `NF-${nature.key}-${iso(month).slice(0, 7)}`;
    const withheldCents = withholds && nature.terms !== 'licence' ? withheldOf(gross, iss) : 0;
    const net = gross - withheldCents;
    const due = issued + terms;
    const money = { invoice, grossCents: gross, withheldCents, netCents: net, currency: 'BRL' };
    pen.tell('invoice-issued', issued, { ...money, dueOn: iso(due) }, { hour: 9 });
    const paid = { invoice, cents: net, currency: 'BRL' };
    if (unpaid !== null && issued >= unpaid) {
      if (nature.terms === 'licence' || life.is('unpaid')) pen.tell('charge-failed', due, { invoice });
      continue;
    }
    if (fails < 0.05 && (nature.terms === 'licence' || nature.segment === 'smb') && due < shape.today - 40)
      pen.tell('charge-failed', due, { invoice });
    if (late && luck < 0.12) pen.tell('invoice-renegotiated', due + 3, { invoice, dueOn: iso(due + 15) });
    const payday = workday(late ? due + delay + 1 : due - pen.between(0, 2), shape);
    pen.tell('invoice-paid', Math.max(payday, issued), paid, { hour: 14 });
    if (luck > 0.992) pen.tell('invoice-refunded', payday + 9, { ...paid, cents: Math.round(net / 10) });
  }
  if (life.is('payment_failed')) pen.tell('charge-failed', shape.today - 4, {});
}

/** Chance that an invoice is paid late: habit, and what one thinks of the service. Stories that are not about money pay well. */
function lateness(life: Life, day: Day): number {
  const { nature } = life;
  const usual = 0.07 + 0.35 * nature.slack - 0.17 * life.fate.health(day);
  return Math.min(
    0.8,
    Math.max(0.01, nature.story === null || nature.level < -0.7 || day < life.shape.today - 70 ? usual : 0),
  );
}
