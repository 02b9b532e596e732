// An account's story as of a day: its facts, newest first, in pages.
import type { Day } from '#base/day.ts';
import { endOfDay } from '#base/zone.ts';
import { countTimeline, timelinePage, type TimelineRow } from '#store/story.ts';
import { inWorkspace } from '#store/in-workspace.ts';
import { openAccount, signalFacts, type OpenedAccount } from './open-account.ts';
import { Refusal } from './refusal.ts';
import { must, type Session } from './session.ts';
import { typesOf, type TimelineGroup } from './timeline-types.ts';

export type Timeline = {
  readonly day: Day;
  readonly items: readonly TimelineRow[];
  readonly nextCursor: string | null;
  readonly total: number;
  /** Fact id → the active signals it is evidence of. */
  readonly signals: ReadonlyMap<string, readonly string[]>;
  readonly method: OpenedAccount['method'];
  readonly people: OpenedAccount['people'];
  readonly contactRoles: OpenedAccount['contactRoles'];
};

function decodeCursor(text: string | undefined): { occurredAt: number; id: string } | null {
  if (text === undefined) return null;
  const match = /^(-?\d{1,16})\.([0-9a-f-]{36})$/.exec(text);
  if (!match?.[1] || !match[2]) throw new Refusal('cursor-invalid', { cursor: text.slice(0, 80) });
  return { occurredAt: Number(match[1]), id: match[2] };
}

/** One page of the story of an account. */
export async function readTimeline(
  session: Session,
  accountId: string,
  ask: {
    asOf?: string | undefined;
    group: TimelineGroup;
    kind?: string | undefined;
    cursor?: string | undefined;
    limit: number;
  },
): Promise<Timeline> {
  must(session, 'accounts.read');
  const before = decodeCursor(ask.cursor);
  const opened = await openAccount(session, accountId, ask.asOf);
  const { day, members, workspace, method, people, contactRoles } = opened;
  const signals = signalFacts(opened);
  const wanted = {
    asOf: endOfDay(day, workspace.zone),
    types: typesOf(ask.group, ask.kind),
    ids: ask.group === 'signals' ? [...signals.keys()] : null,
  };
  return inWorkspace(session.store, session.workspaceId, async (tx) => {
    const limit = ask.limit + 1;
    const rows = await timelinePage(tx, session.workspaceId, members, { ...wanted, before, limit });
    const items = rows.slice(0, ask.limit);
    const last = items.at(-1);
    const { total } = await countTimeline(tx, session.workspaceId, members, wanted);
    const nextCursor = rows.length > ask.limit && last ? `${last.occurredAt}.${last.id}` : null;
    return { day, items, nextCursor, total, signals, method, people, contactRoles };
  });
}
