// Questions about a table as a whole: which column names its customers, and whether it is a table of customers at all.
import { readDate } from './cell-date.ts';
import type { ReadColumn } from './columns.ts';
import type { TableName } from './fields.ts';
import { headerWords } from './header.ts';
import type { Ask, Column } from './infer.ts';

const keys: ReadonlySet<string> = new Set(['externalId', 'taxId', 'name']);
/** Things of other files by which a customer may be found there, and not here. */
const elsewhere =
  /\b(?:contact|contato|deal|negocio|subscription|assinatura|ticket|chamado|user|usuario|requester|engagement|charge|invoice|fatura|contract|contrato|lead|pedido|order) id\b/;
/** A table of customers whose key comes back in more of its rows than this is none. */
const repeats = 0.2;

/** No column names the customer: asks which one does, or tells that the code which stands there is another file's. */
export function keyAsks(read: readonly ReadColumn[], columns: readonly Column[]): readonly Ask[] {
  if (read.some((column) => keys.has(column.field))) return [];
  const foreign = columns.find(
    (column, at) =>
      column.named &&
      (read[at]?.kind ?? null) === null &&
      column.profile.filled > 0 &&
      elsewhere.test(headerWords(column.header).join(' ')),
  );
  const options = ['name', 'taxId', 'externalId'];
  return [
    foreign
      ? { code: 'other_file_key', column: foreign.header, options }
      : { code: 'no_key', column: null, options },
  ];
}

/**
 * A file taken for customers for want of any other sign is asked about, when all that is known of them is a code, or
 * when the same customers come back row after row.
 */
export function tableAsks(
  columns: readonly Column[],
  read: readonly ReadColumn[],
  table: TableName,
): readonly Ask[] {
  if (table !== 'accounts') return [];
  const months = monthsAcross(columns, read);
  if (months) return [months];
  const fields = read.flatMap((column) =>
    ['custom', 'ignore', 'remark'].includes(column.field) ? [] : [column.field],
  );
  if (!fields.some((field) => keys.has(field))) return [];
  const described = fields.filter((field) => field !== 'externalId').length;
  const at = read.findIndex((column) => column.field === 'externalId');
  const profile = columns[at]?.profile;
  const again = profile ? 1 - profile.distinct / Math.max(1, profile.filled) : 0;
  const many = profile !== undefined && profile.filled >= 3;
  if (described > 0 && !(many && again > repeats && described < 2)) return [];
  return [{ code: 'which_table', column: null, options: ['accounts', 'contacts', 'subscriptions', 'usage'] }];
}

/** Titles that are months: what stands below them is told nowhere. */
const fewestMonths = 3;

function monthsAcross(columns: readonly Column[], read: readonly ReadColumn[]): Ask | null {
  const months = columns.filter(({ header, named, profile }, at) => {
    const month = named && read[at]?.field === 'custom' ? readDate(header, 'dmy') : null;
    return month?.kind === 'value' && month.value.precision === 'month' && profile.share.numeric >= 0.5;
  });
  const [first] = months;
  return first && months.length >= fewestMonths
    ? { code: 'months_across', column: first.header, options: ['ignore'] }
    : null;
}
