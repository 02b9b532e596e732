// Leaves of the account itself. Each described field holds the latest word; custom fields stay under their own keys.
import { addMonths, type Day } from '#base/day.ts';
import type { CustomValue } from '#domain/facts/spec.ts';
import type { LeafWriter, RowRef, TeamState, View } from '#domain/profile/shape.ts';
import { startOf } from './start.ts';
import { statusAt } from './status.ts';

const touches: ReadonlySet<unknown> = new Set(['high', 'low', 'tech']);
/** What the segment says while nobody set the touch by hand (custom field `touch`). */
const touchOfSegment: Readonly<Record<string, string>> = {
  enterprise: 'high',
  mid_market: 'low',
  smb: 'low',
  product_led: 'tech',
};

type Described = {
  segment: string | null;
  industry: string | null;
  tags: readonly string[] | null;
  profileToFollow: boolean | null;
  custom: Record<string, CustomValue> | null;
};

/** Writes `account.*` save custom fields (`customFields`). */
export function accountCalculator(view: View, out: LeafWriter): void {
  const { day } = view;
  const rows = view.rows('account-described');
  const evidence = rows.map((row): RowRef => ({ type: 'account-described', row }));
  const described = describedAt(view);
  if (described.segment !== null) out.set('account.segment', described.segment, day, evidence);
  const told = described.custom?.['touch'];
  const touch = touches.has(told) ? String(told) : touchOfSegment[described.segment ?? ''];
  if (touch !== undefined) out.set('account.touch', touch, day, evidence);
  if (described.industry !== null) out.set('account.industry', described.industry, day, evidence);
  if (described.tags !== null) out.set('account.tags', described.tags, day, evidence);
  if (described.profileToFollow !== null)
    out.set('account.profileToFollow', described.profileToFollow, day, evidence);
  const integrations = described.custom?.['integrations'];
  if (typeof integrations === 'number') out.set('account.integrations', integrations, day, evidence);
  const status = statusAt(view);
  out.set('account.status', status.status, day, status.evidence);
  writeStart(view, out);
  writeTeam(view, out);
}

/** Custom fields by key, the latest word on each; an emptied field is absent. */
export function customFields(view: View): Readonly<Record<string, CustomValue>> {
  const custom = describedAt(view).custom ?? {};
  return Object.fromEntries(Object.entries(custom).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Who of ours serves the account now, by member and role. */
export const teamAt = (view: View): readonly TeamState[] =>
  teamOf(view.rows('team-assigned'), view.rows('team-released'));

type TeamRow = { readonly member: string | null; readonly role: string | null; readonly occurred: number };

/** Who serves after these facts, each list in winner order. */
export function teamOf(assigned: readonly TeamRow[], released: readonly TeamRow[]): readonly TeamState[] {
  const serving = new Map<string, TeamState & { readonly at: number }>();
  for (const row of assigned) {
    const { member, role } = row;
    if (member !== null && role !== null)
      serving.set(`${role} ${member}`, { member, role, at: row.occurred });
  }
  for (const row of released) {
    const key = `${row.role} ${row.member}`;
    if ((serving.get(key)?.at ?? Infinity) <= row.occurred) serving.delete(key);
  }
  return [...serving.values()].map(({ member, role }) => ({ member, role }));
}

function describedAt(view: View): Described {
  const found: Described = { segment: null, industry: null, tags: null, profileToFollow: null, custom: null };
  for (const row of view.rows('account-described')) {
    found.segment = row.segment ?? found.segment;
    found.industry = row.industry ?? found.industry;
    found.tags = row.tags ?? found.tags;
    found.profileToFollow = row.profileToFollow ?? found.profileToFollow;
    if (row.custom === null) continue;
    found.custom ??= {};
    for (const key of Object.keys(row.custom)) {
      const value = row.custom[key] ?? null;
      if (value === null) delete found.custom[key];
      else found.custom[key] = value;
    }
  }
  return found;
}

function writeStart(view: View, out: LeafWriter): void {
  const start = startOf(view);
  if (start === null || start > view.day) return;
  out.set('account.daysSinceStart', view.day - start, view.day);
  out.set('account.monthsActive', wholeMonths(start, view.day), view.day);
}

function wholeMonths(from: Day, to: Day): number {
  let months = Math.floor((to - from) / 31);
  while (addMonths(from, months + 1) <= to) months += 1;
  return months;
}

function writeTeam(view: View, out: LeafWriter): void {
  const assigned = view.rows('team-assigned');
  if (assigned.length === 0 && !view.covered('team')) return;
  const roles = [...new Set(teamAt(view).map((one) => one.role))].sort();
  out.set('account.team', roles, view.day);
}
