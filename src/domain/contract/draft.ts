// Folds the facts of one contract into its terms: signed, amended, renewed, paused, notice, ended, adjusted.
// Judges nothing about today; that is `state.ts`.
import type { Day } from '#base/day.ts';
import type { SlimRow } from '#domain/facts/catalogue.ts';
import type { ContractLine } from '#domain/facts/spec.ts';
import type { View } from '#domain/profile/shape.ts';

export type ContractDraft = {
  readonly key: string;
  signed: SlimRow<'contract-signed'> | null;
  start: Day | null;
  plannedEnd: Day | null;
  termMonths: number | null;
  renewal: string | null;
  noticeDays: number | null;
  index: string | null;
  anniversary: Day | null;
  discount: number | null;
  lines: readonly ContractLine[];
  /** Day of the last word on the lines. */
  linesOn: Day | null;
  /** Lines agreed at an early renewal, which hold from a later day. */
  nextLines: { readonly from: Day; readonly lines: readonly ContractLine[] } | null;
  /** Renewed without an end. */
  endless: boolean;
  renewals: number;
  renewedAt: number | null;
  /** First day of the present term, when a renewal began it. */
  termFrom: Day | null;
  paused: SlimRow<'contract-paused'> | null;
  notice: SlimRow<'notice-given'> | null;
  ended: SlimRow<'contract-ended'> | null;
  adjustment: SlimRow<'adjustment-changed'> | null;
};

type Change =
  | { readonly type: 'amended'; readonly row: SlimRow<'contract-amended'> }
  | { readonly type: 'renewed'; readonly row: SlimRow<'contract-renewed'> };

/** Every contract of the account with its terms as known, in order of first appearance. */
export function contractDrafts(view: View): ReadonlyMap<string, ContractDraft> {
  const drafts = new Map<string, ContractDraft>();
  for (const row of view.rows('contract-signed')) sign(draftOf(drafts, row.contract), row);
  for (const change of changes(view)) {
    const draft = draftOf(drafts, change.row.contract);
    if (change.type === 'amended') amend(draft, change.row);
    else renew(draft, change.row, view.day);
  }
  for (const row of view.rows('contract-paused')) draftOf(drafts, row.contract).paused = row;
  for (const row of view.rows('contract-resumed')) {
    const draft = draftOf(drafts, row.contract);
    if (draft.paused && draft.paused.occurred <= row.occurred) draft.paused = null;
  }
  for (const row of view.rows('notice-given')) {
    const draft = draftOf(drafts, row.contract);
    if (standsAgainst(draft, row)) draft.notice = row;
  }
  for (const row of view.rows('contract-ended')) {
    const draft = draftOf(drafts, row.contract);
    if (standsAgainst(draft, row)) draft.ended = row;
  }
  for (const row of view.rows('adjustment-changed')) draftOf(drafts, row.contract).adjustment = row;
  return drafts;
}

/** A notice or an end holds until the contract is renewed, or signed anew with a later start. */
function standsAgainst(
  draft: ContractDraft,
  row: SlimRow<'notice-given'> | SlimRow<'contract-ended'>,
): boolean {
  if (draft.renewedAt !== null && draft.renewedAt > row.occurred) return false;
  const signedLater = draft.signed !== null && draft.signed.occurred > row.occurred;
  return !(signedLater && draft.start !== null && draft.start > row.day);
}

function draftOf(drafts: Map<string, ContractDraft>, contract: string | null): ContractDraft {
  const key = contract ?? '';
  let draft = drafts.get(key);
  if (!draft) drafts.set(key, (draft = emptyDraft(key)));
  return draft;
}

function emptyDraft(key: string): ContractDraft {
  return {
    key,
    signed: null,
    start: null,
    plannedEnd: null,
    termMonths: null,
    renewal: null,
    noticeDays: null,
    index: null,
    anniversary: null,
    discount: null,
    lines: [],
    linesOn: null,
    nextLines: null,
    endless: false,
    renewals: 0,
    renewedAt: null,
    termFrom: null,
    paused: null,
    notice: null,
    ended: null,
    adjustment: null,
  };
}

/** Two sources may describe one contract: field by field the later word holds. */
function sign(draft: ContractDraft, row: SlimRow<'contract-signed'>): void {
  draft.signed = row;
  draft.start = row.start ?? draft.start;
  draft.plannedEnd = row.plannedEnd ?? draft.plannedEnd;
  draft.termMonths = row.termMonths ?? draft.termMonths;
  draft.renewal = row.renewal ?? draft.renewal;
  draft.noticeDays = row.noticeDays ?? draft.noticeDays;
  draft.index = row.index ?? draft.index;
  draft.anniversary = row.anniversary ?? draft.anniversary;
  draft.discount = row.discount ?? draft.discount;
  if (row.lines === null || (row.lines.length === 0 && draft.lines.length > 0)) return;
  draft.lines = row.lines;
  draft.linesOn = row.day;
}

function changes(view: View): readonly Change[] {
  const amended = view.rows('contract-amended');
  const renewed = view.rows('contract-renewed');
  if (amended.length + renewed.length === 0) return [];
  const all: Change[] = [];
  for (const row of amended) all.push({ type: 'amended', row });
  for (const row of renewed) all.push({ type: 'renewed', row });
  return amended.length > 0 && renewed.length > 0 ? all.sort((a, b) => a.row.occurred - b.row.occurred) : all;
}

function amend(draft: ContractDraft, row: SlimRow<'contract-amended'>): void {
  draft.plannedEnd = row.plannedEnd ?? draft.plannedEnd;
  if (row.lines === null) return;
  draft.lines = row.lines;
  draft.linesOn = row.day;
  draft.nextLines = null;
}

/** A renewal signed early prolongs at once; its prices hold from the first day of the new term. */
function renew(draft: ContractDraft, row: SlimRow<'contract-renewed'>, today: Day): void {
  const from = draft.plannedEnd !== null && draft.plannedEnd >= row.day ? draft.plannedEnd + 1 : row.day;
  draft.renewals += 1;
  draft.renewedAt = row.occurred;
  draft.termFrom = from;
  draft.plannedEnd = row.plannedEnd;
  draft.endless = row.plannedEnd === null;
  draft.termMonths = null;
  if (row.lines === null) return;
  if (from > today) draft.nextLines = { from, lines: row.lines };
  else {
    draft.lines = row.lines;
    draft.linesOn = row.day;
    draft.nextLines = null;
  }
}
