// What is asked of the list of a day, made into the filter and the page that the store knows. Reads no list.
import { formatDay, type Day } from '#base/day.ts';
import { isUuid } from '#base/id.ts';
import { tokens } from '#base/text.ts';
import type { Band, Status } from '#domain/decision.ts';
import type { ListFilter, ListView } from '#store/list-filter.ts';
import { isTextSort, type ListCursor, type ListSort } from '#store/list-order.ts';
import { Refusal } from './refusal.ts';
import type { Session } from './session.ts';

/** Whose accounts: the reader's own, nobody's, or (any other word) those of the member with that key. */
export const ownAccounts = '_me';
export const nobodys = '_none';

export type AccountFilter = {
  readonly view: ListView;
  readonly q?: string | undefined;
  readonly band?: Band | undefined;
  readonly segment?: string | undefined;
  readonly stage?: string | undefined;
  readonly status?: Status | undefined;
  /** Days. */
  readonly renewsWithin?: number | undefined;
  readonly owner?: string | undefined;
  readonly signal?: string | undefined;
  /** Cents. */
  readonly stakeFrom?: number | undefined;
  /** Days without conversation. */
  readonly quiet?: number | undefined;
  /** These accounts alone; what is no id finds nothing. */
  readonly accounts?: readonly string[] | undefined;
};
export type AccountQuery = AccountFilter & {
  readonly asOf?: string | undefined;
  readonly sort: ListSort;
  readonly desc: boolean;
  readonly limit: number;
  readonly cursor?: string | undefined;
};

type Ordered = Pick<AccountQuery, 'sort' | 'desc' | 'cursor'>;

/** A cursor fits only the order it was cut from. */
export const encodeCursor = (cursor: ListCursor, query: Ordered): string =>
  Buffer.from(
    JSON.stringify([query.sort, query.desc, cursor.missing, cursor.key, cursor.name, cursor.id]),
  ).toString('base64url');

const finite = (text: string): boolean => text.trim() !== '' && Number.isFinite(Number(text));

/** Where the page before ended; null for the first one. Refuses with `cursor-invalid` what is none of ours. */
export function decodeCursor(query: Ordered): ListCursor | null {
  const text = query.cursor;
  if (text === undefined) return null;
  try {
    const value = JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown;
    const [sort, desc, missing, key, name, id] = Array.isArray(value) ? (value as unknown[]) : [];
    const strings = typeof key === 'string' && typeof name === 'string' && typeof id === 'string';
    const fits = sort === query.sort && desc === query.desc && typeof missing === 'boolean';
    const known = isTextSort(query.sort) || (strings && finite(key));
    if (strings && fits && known && isUuid(id) && !`${key}${name}`.includes('\0'))
      return { missing, key, name, id };
  } catch {
    // Falls through: whatever it was, it is no cursor of ours.
  }
  throw new Refusal('cursor-invalid', { cursor: text.slice(0, 80) });
}

/** Words of a search; a tax id in its punctuation is one word. */
export function searchWords(typed: string): string[] {
  const ids: string[] = [];
  const rest = typed.replace(
    /[0-9a-z]{2}\.?[0-9a-z]{3}\.?[0-9a-z]{3}\/[0-9a-z]{1,4}(?:-[0-9]{0,2})?/gi,
    (id) => {
      ids.push(id.toLowerCase().replace(/[^0-9a-z]/g, ''));
      return ' ';
    },
  );
  const dotted = rest.replace(/\b\d{2}(?:\.\d{1,3}){1,2}\b/g, (id) => id.replaceAll('.', ''));
  return [...ids, ...tokens(dotted)];
}

/** A reader who is nobody in the facts owns nothing: no key is this one. */
const nobody = '\u{10FFFF}';

/** The filter as the store knows it, of a day, for a reader whose own key is `me`. Refuses with `money-hidden` one by amounts. */
export function filterOf(
  { sees, seesMoney }: Pick<Session, 'sees' | 'seesMoney'>,
  query: AccountFilter,
  day: Day,
  me: string | null,
): ListFilter {
  if (!seesMoney && query.stakeFrom !== undefined) throw new Refusal('money-hidden');
  const { owner } = query;
  const named = owner === undefined || owner === nobodys ? null : owner;
  return {
    asOf: formatDay(day),
    view: query.view,
    words: searchWords(query.q ?? '').slice(0, 8),
    band: query.band ?? null,
    segment: query.segment ?? null,
    stage: query.stage ?? null,
    status: query.status ?? null,
    renewsUntil: query.renewsWithin === undefined ? null : formatDay(day + query.renewsWithin),
    sees,
    owner: named === ownAccounts ? (me ?? nobody) : named,
    unowned: owner === nobodys,
    signal: query.signal ?? null,
    stakeFrom: query.stakeFrom ?? null,
    talkedUntil: query.quiet === undefined ? null : formatDay(day - query.quiet),
    accounts: query.accounts?.filter(isUuid) ?? null,
  };
}
