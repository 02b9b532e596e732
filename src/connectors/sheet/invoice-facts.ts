// Rows of invoices → issued, paid, failed, refunded. What was owed is the net amount where the sheet tells the taxes
// withheld; an invoice that a sheet calls open, late or cancelled is no payment.
import { formatDay } from '#base/day.ts';
import type { AccountKey } from '#domain/facts/envelope.ts';
import { codeOf } from './cell-words.ts';
import type { RowProblem, RowValues } from './read-row.ts';
import {
  type Add,
  collector,
  currencyOf,
  problemAt,
  type RowContext,
  type RowOutcome,
} from './row-context.ts';

const statuses: Readonly<Record<string, 'paid' | 'open' | 'failed' | 'refunded' | 'void'>> = {
  ...words(
    'paid',
    'pago paga paid pagamento_confirmado received recebido recebida quitado quitada liquidado liquidada baixado baixada succeeded sim yes true',
  ),
  ...words(
    'open',
    'open aberto aberta em_aberto pendente pending a_vencer vencido vencida overdue atrasado atrasada em_atraso past_due emitida emitido enviada sent unpaid nao no false',
  ),
  ...words(
    'failed',
    'failed falhou recusado recusada declined uncollectible payment_failed falha negado negada',
  ),
  ...words('refunded', 'refunded reembolsado reembolsada estornado estornada chargeback devolvido devolvida'),
  ...words(
    'void',
    'void voided cancelado cancelada cancelled canceled draft rascunho anulado anulada deleted',
  ),
};

function words<S extends string>(status: S, list: string): Readonly<Record<string, S>> {
  return Object.fromEntries(list.split(' ').map((word) => [word, status]));
}

/** Facts of one invoice, or why its row is refused. */
export function invoiceFacts(
  row: RowValues,
  keys: readonly AccountKey[],
  context: RowContext,
): RowOutcome | { readonly refused: RowProblem } {
  const refuse = (field: string, code: RowProblem['code']) => ({
    refused: problemAt(row, field, code, context, null),
  });
  const net = row.money('net');
  const gross = row.money('amount') ?? net;
  if (!gross) return refuse('amount', 'money_missing');
  const [issued, due, paid] = [row.day('issuedOn'), row.day('dueOn'), row.day('paidOn')];
  const dueOn = due ?? issued ?? paid;
  const known = issued ?? (due !== null && due <= context.today ? due : paid);
  if (dueOn === null) return refuse('dueOn', 'date_missing');
  if (issued !== null && issued > context.today) return refuse('issuedOn', 'date_future');
  const problems: RowProblem[] = [];
  const told = row.text('invoiceStatus');
  const status = told === null ? null : (statuses[codeOf(told)] ?? null);
  if (told !== null && status === null)
    problems.push(problemAt(row, 'invoiceStatus', 'option_unknown', context, told.slice(0, 80)));
  const day = formatDay(issued ?? dueOn);
  const id = (row.text('invoiceId') ?? `${day} ${gross.cents}`).slice(0, 120);
  const currency = currencyOf(gross.currency, 'amount', context);
  const withheld = row.money('withheld')?.cents ?? (net ? gross.cents - net.cents : 0);
  const netCents = net?.cents ?? gross.cents - withheld;
  const gathered = collector(keys, context);
  if (status === 'void')
    return {
      facts: { row: row.row, keys, name: row.text('name'), facts: [], people: [] },
      problems: [...problems, problemAt(row, 'invoiceStatus', 'invoice_void', context, told)],
    };
  gathered.add(
    `invoice:${id}`,
    'invoice-issued',
    {
      invoice: id,
      grossCents: gross.cents,
      withheldCents: withheld,
      netCents,
      currency,
      dueOn: formatDay(dueOn),
    },
    { on: Math.min(known ?? context.today, context.today), dated: known !== null },
  );
  settle(row, context, { id, currency, netCents, status, dueOn }, gathered.add, problems);
  return {
    facts: { row: row.row, keys, name: row.text('name'), facts: gathered.facts, people: [] },
    problems,
  };
}

type Owed = {
  readonly id: string;
  readonly currency: string;
  readonly netCents: number;
  readonly status: 'paid' | 'open' | 'failed' | 'refunded' | null;
  readonly dueOn: number;
};

/** What became of the invoice. Paid without a day: on the day it was due, or the file's when that is still ahead. */
function settle(row: RowValues, context: RowContext, owed: Owed, add: Add, problems: RowProblem[]): void {
  const { id, currency, status, dueOn } = owed;
  const told = row.day('paidOn');
  const { today } = context;
  if (told !== null && told > today) {
    problems.push(problemAt(row, 'paidOn', 'date_future', context, formatDay(told)));
    return;
  }
  if (status === 'failed') {
    add(
      `failed:${id}`,
      'charge-failed',
      { invoice: id },
      { on: Math.min(told ?? dueOn, today), dated: true },
    );
    return;
  }
  if (status === 'open' && told === null) return;
  if (told === null && status !== 'paid' && status !== 'refunded') return;
  const on = told ?? Math.min(dueOn, today);
  if (told === null)
    problems.push(problemAt(row, 'invoiceStatus', 'paid_day_unknown', context, formatDay(on)));
  const cents = row.money('paidAmount')?.cents ?? owed.netCents;
  add(`paid:${id}`, 'invoice-paid', { invoice: id, cents, currency }, { on, dated: true });
  if (status === 'refunded')
    add(`refunded:${id}`, 'invoice-refunded', { invoice: id, cents, currency }, { on, dated: true });
}
