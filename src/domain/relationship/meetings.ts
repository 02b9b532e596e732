// Attendance and business reviews, read from meetings alone.
import { coversLast } from '#domain/profile/reach.ts';
import type { LeafWriter, RowRef, View } from '#domain/profile/shape.ts';
import { backwards, meetingReach } from './conversations.ts';

const attendanceDays = 60;
const qbrDays = 365;

/** Writes attendance of 60 days, QBRs of a year and the outcome of the last one. */
export function writeMeetings(view: View, out: LeafWriter): void {
  writeLastQbr(view, out);
  const reach = meetingReach(view);
  if (coversLast(reach, attendanceDays)) {
    let invited = 0;
    let attended = 0;
    const evidence: RowRef[] = [];
    backwards(view.rows('meeting-held'), reach.to - attendanceDays + 1, (row) => {
      if (!row.invited || row.attended === null) return;
      invited += row.invited;
      attended += Math.min(row.attended, row.invited);
      evidence.push({ type: 'meeting-held', row });
    });
    if (invited > 0) out.set('relationship.attendance60d', attended / invited, reach.to, evidence);
  }
  if (coversLast(reach, qbrDays)) {
    const evidence: RowRef[] = [];
    backwards(view.rows('meeting-held'), reach.to - qbrDays + 1, (row) => {
      if (row.meeting === 'qbr' && row.attended !== 0) evidence.push({ type: 'meeting-held', row });
    });
    out.set('relationship.qbrs12m', evidence.length, reach.to, evidence);
  }
}

function writeLastQbr(view: View, out: LeafWriter): void {
  const row = view.rows('meeting-held').findLast((one) => one.meeting === 'qbr' && one.attended !== 0);
  if (row?.outcome)
    out.set('relationship.lastQbrOutcome', row.outcome, row.day, [{ type: 'meeting-held', row }]);
}
