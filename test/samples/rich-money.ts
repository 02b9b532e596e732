// Contracts and what is paid: signed, amended, renewed, ended; invoices month by month, on time, late, failed.
import { addMonths } from '#base/day.ts';
import type { Customer } from './rich-customers.ts';
import type { Pen } from './rich-pen.ts';

const currencyOf = (c: Customer): string => (c.usd ? 'USD' : 'BRL');

function linesOf(c: Customer, monthly: number, seats: number) {
  const product = c.product ? 'plataforma' : 'consultoria_continua';
  return [{ product, cents: monthly * 100, currency: currencyOf(c), seats: c.product ? seats : null }];
}

/** Whether the present term is not the first. */
export const renewedOnce = (c: Customer): boolean =>
  c.since + Math.max(0, c.endsIn) > 400 && c.since > 365 - c.endsIn;

function contract(pen: Pen, c: Customer): void {
  const key = `${c.key}-2025`;
  const firstEnd = renewedOnce(c) && c.endsIn > 0 ? 365 - c.endsIn : -c.endsIn;
  const before = c.plot === 'growing' ? Math.round(c.monthly * 0.8) : c.monthly;
  pen.tell('contract-signed', c.since, {
    contract: key,
    lines: [
      ...linesOf(c, before, c.seats),
      { product: 'implantacao', cents: before * 50, currency: currencyOf(c), recurring: false },
    ],
    start: pen.day(c.since),
    plannedEnd: pen.day(firstEnd),
    termMonths: 12,
    renewal: c.segment === 'product_led' ? 'auto' : 'manual',
    noticeDays: 30,
    index: 'IPCA',
    anniversary: pen.day(c.since),
    ...(c.segment === 'enterprise' ? { discount: 0.05 } : {}),
  });
  if (renewedOnce(c) && c.endsIn > 0)
    pen.tell('contract-renewed', firstEnd + 18, { contract: key, plannedEnd: pen.day(-c.endsIn) });
  if (c.plot === 'growing')
    pen.tell('contract-amended', Math.min(110, c.since - 5), {
      contract: key,
      lines: linesOf(c, c.monthly, c.seats),
    });
  ending(pen, c, key);
  steps(pen, c, key);
}

function ending(pen: Pen, c: Customer, key: string): void {
  if (c.plot === 'regressed') {
    pen.tell('contract-paused', 150, { contract: key });
    pen.tell('contract-resumed', 128, { contract: key });
  }
  if (c.plot === 'notice') {
    pen.tell('downgrade-asked', 60, { contract: key });
    pen.tell('notice-given', 9, { contract: key, endsOn: pen.day(-c.endsIn), reason: 'price_objection' });
  }
  if (c.plot !== 'ended') return;
  pen.tell('notice-given', -c.endsIn + 35, {
    contract: key,
    endsOn: pen.day(-c.endsIn),
    reason: 'under_used',
  });
  pen.tell('contract-ended', -c.endsIn, {
    contract: key,
    reason: pen.pick(['under_used', 'competitor_won', 'roi_not_shown']),
  });
}

function steps(pen: Pen, c: Customer, key: string): void {
  if (c.plot === 'renewing') {
    pen.tell('renewal-step-done', 40, { contract: key, step: 'preparation' });
    if (c.key !== 'c08') {
      pen.tell('renewal-step-done', 25, { contract: key, step: 'conversation', category: 'probable' });
      pen.tell('renewal-step-done', 12, { contract: key, step: 'proposal', category: 'commit' });
    }
    pen.tell('objection-raised', 21, {
      objection: `${c.key}-preco`,
      about: 'renewal',
      reason: 'price_objection',
    });
    if (c.key !== 'c08') pen.tell('objection-solved', 6, { objection: `${c.key}-preco` });
  }
  if (c.segment === 'enterprise' && c.since > 370) {
    pen.tell('adjustment-changed', c.since - 335, { contract: key, state: 'due', index: 'IPCA' });
    pen.tell('adjustment-changed', c.since - 367, {
      contract: key,
      state: pen.pick(['applied', 'waived']),
      index: 'IPCA',
      rate: 0.0462,
    });
  }
  if (c.plot === 'sponsor_gone') pen.tell('downgrade-asked', 5, { contract: key });
}

/** Days of delay of an invoice `month` months back (0 is the last); null: not paid yet. */
function delay(c: Customer, month: number, pen: Pen): number | null {
  if (c.plot === 'late_payer') return month < (c.key === 'c02' ? 5 : 3) ? null : month < 7 ? 22 : 6;
  if (c.plot === 'notice' && month === 0) return null;
  return pen.random() < 0.85 ? pen.between(-3, 0) : pen.between(2, 6);
}

function invoices(pen: Pen, c: Customer): void {
  const last = c.plot === 'ended' ? -c.endsIn : 0;
  for (let month = 0; month < 14; month += 1) {
    const due = pen.today - addMonths(pen.today, -month) + 10;
    const issued = due + 12;
    if (issued >= c.since || due < last) continue;
    const invoice = `${c.key.toUpperCase()}-${1000 + (14 - month)}`;
    const gross = c.monthly * 100;
    const withheld = c.usd ? 0 : Math.round(gross * 0.0465);
    const currency = currencyOf(c);
    const net = gross - withheld;
    const dueOn = pen.day(due);
    pen.tell('invoice-issued', issued, {
      invoice,
      grossCents: gross,
      withheldCents: withheld,
      netCents: net,
      currency,
      dueOn,
    });
    const late = delay(c, month, pen);
    if (late !== null) pen.tell('invoice-paid', due - late, { invoice, cents: net, currency });
    if (c.plot === 'late_payer' && month < 3) pen.tell('charge-failed', Math.max(0, due - 1), { invoice });
    if (c.plot === 'late_payer' && c.key !== 'c02' && month === 2)
      pen.tell('invoice-renegotiated', Math.max(0, due - 20), { invoice, dueOn: pen.day(due - 35) });
    if (c.plot === 'detractor' && month === 4)
      pen.tell('invoice-refunded', due - 9, { invoice, cents: Math.round(net * 0.2), currency });
  }
}

/** The customer's money. */
export function money(pen: Pen, c: Customer): void {
  contract(pen, c);
  if (c.plot !== 'quiet' && c.plot !== 'brand_new') invoices(pen, c);
}
