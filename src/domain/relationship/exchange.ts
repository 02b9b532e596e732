// Who writes and who answers: reply rate of what we sent, share of contacts that the customer began.
import { coversLast, reachOf, widestReach } from '#domain/profile/reach.ts';
import type { LeafWriter, View } from '#domain/profile/shape.ts';
import { backwards } from './conversations.ts';

const exchangeDays = 90;

/** Writes reply rate and inbound share of 90 days. */
export function writeExchange(view: View, out: LeafWriter): void {
  const messages = reachOf(view, 'message');
  if (coversLast(messages, exchangeDays)) {
    let sent = 0;
    let replied = 0;
    backwards(view.rows('message-exchanged'), messages.to - exchangeDays + 1, (row) => {
      if (row.direction !== 'out' || row.replied === null) return;
      sent += 1;
      if (row.replied) replied += 1;
    });
    if (sent > 0) out.set('relationship.replyRate90d', replied / sent, messages.to);
  }
  writeInbound(view, out);
}

function writeInbound(view: View, out: LeafWriter): void {
  const reach = widestReach([reachOf(view, 'message'), reachOf(view, 'call')]);
  if (!coversLast(reach, exchangeDays)) return;
  const from = reach.to - exchangeDays + 1;
  let all = 0;
  let inbound = 0;
  const count = (row: { readonly direction: string | null }) => {
    all += 1;
    if (row.direction === 'in') inbound += 1;
  };
  backwards(view.rows('message-exchanged'), from, (row) => {
    if (row.automated !== true) count(row);
  });
  backwards(view.rows('call-held'), from, count);
  if (all > 0) out.set('relationship.inboundShare90d', inbound / all, reach.to);
}
