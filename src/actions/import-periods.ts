// Periods of usage on the stage → facts, by the rule of every record: known content is told again, other content is the next
// revision. What is new and what is told again is settled for all at once; the rest goes the way of a short sheet.
import { formatDay } from '#base/day.ts';
import { startOfDay } from '#base/zone.ts';
import { schemaVersion } from '#domain/facts/envelope.ts';
import { toldAfter } from '#store/imports.ts';
import type { Tx } from '#store/in-workspace.ts';
import {
  insertPeriods,
  offStage,
  otherPeriods,
  tellPeriodsAgain,
  type OtherPeriod,
  type PeriodWriter,
} from '#store/period-bulk.ts';
import { tallyStage } from '#store/usage-stage.ts';
import type { Settled } from '#store/usage-bulk.ts';
import type { Day0 } from './brought.ts';
import type { FactDraft } from './fact-draft.ts';
import { saidAgain } from './said-again.ts';
import { writeFacts, type Writer } from './write-facts.ts';

const atOnce = 2_000;

const draftOf =
  (source: string, correctedAt: number | null) =>
  (row: OtherPeriod): FactDraft & { accountId: string } => ({
    accountId: row.accountId,
    type: 'usage-period-reported',
    body: { metric: row.name, from: row.first, to: row.day, value: row.value, how: row.how },
    occurredAt: row.occurredAt,
    knownAt: row.hindsight ? row.knownAt : null,
    correctedAt,
    hindsight: row.hindsight,
    dated: true,
    source,
    externalId: row.externalId,
  });

/** Settles the stage; what was told again only is no longer on it. */
export async function settlePeriods(
  tx: Tx,
  writer: Writer & { readonly importId: string },
  source: string,
  at: Day0,
): Promise<Settled> {
  const { workspaceId, now } = writer;
  const by: PeriodWriter = { ...writer, source, schemaVersion };
  const correctedAt = at.file === at.today ? null : startOfDay(at.file, at.zone);
  let recorded = await insertPeriods(tx, by);
  const equal = await tellPeriodsAgain(tx, by, Math.min(correctedAt ?? now, now));
  recorded += equal.revived;
  let duplicate = equal.again;
  for (let after = { row: -1, part: 0 }; ;) {
    const rows = await otherPeriods(tx, after, atOnce);
    const last = rows.at(-1);
    if (last === undefined) {
      if (duplicate > 0) await tallyStage(tx);
      return { recorded, duplicate, conflicts: 0 };
    }
    const written = await writeFacts(tx, writer, rows.map(draftOf(source, correctedAt)));
    const told = written.map(({ outcome }, n) => (outcome === 'duplicate' ? (rows[n]?.factId ?? '') : ''));
    await offStage(
      tx,
      told.filter((id) => id !== ''),
    );
    const ids = [...new Set(rows.map(({ accountId }) => accountId))];
    const newer = await toldAfter(tx, workspaceId, ids, formatDay(at.file));
    const again = newer.size > 0 ? await saidAgain(tx, workspaceId, written, at) : [];
    for (const { outcome } of [...written, ...(await writeFacts(tx, writer, again))]) {
      if (outcome === 'duplicate') duplicate += 1;
      else recorded += 1;
    }
    after = last;
  }
}
