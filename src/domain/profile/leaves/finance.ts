// Leaves of payment behaviour. Days are working days after bank clearing; amounts are net of withheld taxes.
import { leaves } from '#domain/profile/leaf.ts';

export const financeLeaves = leaves([
  {
    key: 'finance.overdueDays',
    type: 'days',
    reads: ['invoice', 'observation'],
    missingWhen: 'no source of invoices and no reported delay',
    pt: 'Dias úteis da fatura mais atrasada',
    en: 'Working days of the oldest overdue invoice',
  },
  {
    key: 'finance.overdueAmount',
    type: 'cents',
    reads: ['invoice', 'observation'],
    missingWhen: 'no source of invoices and no reported amount, or no exchange rate',
    pt: 'Valor vencido',
    en: 'Overdue amount',
  },
  {
    key: 'finance.punctuality12m',
    type: 'share',
    reads: ['invoice'],
    window: 365,
    missingWhen: 'no invoice fell due in 12 months',
    pt: 'Faturas pagas em dia em 12 meses',
    en: 'Invoices paid on time in 12 months',
  },
  {
    key: 'finance.failedCharges30d',
    type: 'count',
    reads: ['invoice'],
    window: 30,
    missingWhen: 'no source of invoices covers the 30 days',
    pt: 'Cobranças que falharam em 30 dias',
    en: 'Failed charges in 30 days',
  },
  {
    key: 'finance.downgradeAsked',
    type: 'flag',
    reads: ['contract'],
    window: 90,
    missingWhen: 'no source of contracts',
    pt: 'Pediu redução de plano ou licenças',
    en: 'Asked for a downgrade',
  },
]);
