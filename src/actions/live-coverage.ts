// Live usage tells by itself what it covers: a source that sends events of a day was listening on that day and since
// its first. Without it every leaf that counts absence would stay missing.
import { formatDay, parseDay, type Day } from '#base/day.ts';
import { dayAt, startOfDay } from '#base/zone.ts';
import type { Tx } from '#store/in-workspace.ts';
import { coversOfSources } from '#store/workspace-facts.ts';
import type { FactDraft } from './fact-draft.ts';
import type { Writer, Written } from './write-facts.ts';
import { writeWorkspaceFacts } from './write-workspace-facts.ts';

const live = 'live:usage:';
const prefix = (source: string) => `${live}${source}:`;

function draft(source: string, from: Day, to: Day, id: string, zone: string): FactDraft {
  return {
    accountId: null,
    type: 'source-covered',
    body: { covers: 'usage', from: formatDay(from), to: formatDay(to), grain: 'day', scope: 'workspace' },
    occurredAt: startOfDay(to, zone),
    knownAt: null,
    correctedAt: null,
    hindsight: false,
    dated: true,
    source,
    externalId: id,
  };
}

/**
 * Covers for days not told yet, each from the source's first day on. Usage older than that first day lengthens the
 * newest cover backwards, so that what is covered in the end does not depend on what arrived first.
 */
function coversOf(
  source: string,
  days: readonly Day[],
  told: readonly { from: Day; to: Day }[],
  zone: string,
): FactDraft[] {
  const known = new Set(told.map((cover) => cover.to));
  const before = Math.min(...told.map((cover) => cover.from));
  const first = Math.min(before, ...days);
  const fresh = days.filter((day) => !known.has(day));
  const drafts = fresh.map((day) => draft(source, first, day, prefix(source) + formatDay(day), zone));
  if (told.length === 0 || first === before) return drafts;
  const last = Math.max(...told.map((cover) => cover.to));
  return [
    ...drafts,
    draft(source, first, last, `${prefix(source)}${formatDay(last)}:${formatDay(first)}`, zone),
  ];
}

/** Records what the usage just written covers: one fact a source and day, known when recorded. */
export async function coverLiveUsage(
  tx: Tx,
  writer: Writer,
  usage: readonly Written[],
  zone: string,
): Promise<void> {
  const days = new Map<string, Set<Day>>();
  for (const { outcome, draft: one } of usage) {
    if (outcome !== 'recorded') continue;
    const of = days.get(one.source) ?? new Set();
    // An event dated tomorrow does not cover tomorrow.
    days.set(one.source, of.add(Math.min(dayAt(one.occurredAt, zone), dayAt(writer.now, zone))));
  }
  if (days.size === 0) return;
  const told = await coversOfSources(tx, writer.workspaceId, [...days.keys()], live);
  // In one order for everybody: two batches that tell the same new days then wait for each other one way only.
  const inOrder = [...days].sort(([a], [b]) => (a < b ? -1 : 1));
  const drafts = inOrder.flatMap(([source, seen]) => {
    const own = told.filter((fact) => fact.source === source && fact.externalId.startsWith(prefix(source)));
    const covers = own.map(({ body }) => ({ from: dayIn(body['from']), to: dayIn(body['to']) }));
    return coversOf(
      source,
      [...seen].sort((a, b) => a - b),
      covers,
      zone,
    );
  });
  await writeWorkspaceFacts(tx, writer, drafts);
}

function dayIn(value: unknown): Day {
  return (typeof value === 'string' ? parseDay(value) : null) ?? 0;
}
