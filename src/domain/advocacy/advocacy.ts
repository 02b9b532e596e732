// Acts of advocacy and whether someone is willing. Nobody asked is not known; a young source is no fresh act.
import { entriesReach } from '#domain/profile/entries.ts';
import { coversLast } from '#domain/profile/reach.ts';
import type { LeafWriter, RowRef, View } from '#domain/profile/shape.ts';

/** Conditions ask for an act within these days. */
const actDays = 180;
const yearDays = 365;
const willing: ReadonlySet<string | null> = new Set(['consented', 'done', 'rewarded']);

/** Writes `advocacy.*`. */
export function advocacyCalculator(view: View, out: LeafWriter): void {
  const rows = view.rows('advocacy-acted');
  const answer = rows.findLast((row) => willing.has(row.step) || row.step === 'declined');
  if (answer)
    out.set('advocacy.willing', willing.has(answer.step), view.day, [
      { type: 'advocacy-acted', row: answer },
    ]);
  const done = rows.filter((row) => row.step === 'done');
  const last = done.at(-1);
  const reach = entriesReach(view, 'advocacy-act', rows);
  if (last) {
    const recent = done.filter((row) => view.day - row.day < yearDays);
    const evidence = recent.map((row): RowRef => ({ type: 'advocacy-acted', row }));
    out.set('advocacy.daysSinceAct', view.day - last.day, view.day, [{ type: 'advocacy-acted', row: last }]);
    out.set('advocacy.acts12m', recent.length, view.day, evidence);
    return;
  }
  if (coversLast(reach, actDays)) out.set('advocacy.daysSinceAct', reach.to - reach.from, reach.to);
  if (coversLast(reach, yearDays)) out.set('advocacy.acts12m', 0, reach.to);
}
