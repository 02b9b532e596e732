// A sheet that comes late revises what a newer sheet had only told again: from that sheet's day on the newer one holds,
// and since it left no fact of its own then, it is given one now.
import { formatDay, parseDay, type Day } from '#base/day.ts';
import { startOfDay } from '#base/zone.ts';
import { specOf, type FactType } from '#domain/facts/catalogue.ts';
import { toldAgainAfter } from '#store/imports.ts';
import type { Tx } from '#store/in-workspace.ts';
import type { FactDraft } from './fact-draft.ts';
import type { Written } from './write-facts.ts';

type AccountDraft = FactDraft & { readonly accountId: string };
type Identity = Pick<AccountDraft, 'accountId' | 'type' | 'source' | 'externalId'>;

const identityOf = ({ accountId, type, source, externalId }: Identity | { [K in keyof Identity]: string }) =>
  JSON.stringify([accountId, type, source, externalId]);

/** The facts by which newer sheets hold again, after a sheet of the day `file` revised what they told. */
export async function saidAgain(
  tx: Tx,
  workspaceId: string,
  written: readonly Written[],
  at: { readonly file: Day; readonly zone: string },
): Promise<AccountDraft[]> {
  // Recorded too: what an undone import had revised is revived without a word about what stood.
  const revised = new Map<string, AccountDraft>();
  for (const { outcome, draft } of written) {
    const { accountId } = draft;
    if ((outcome === 'revised' || outcome === 'recorded') && accountId !== null)
      revised.set(identityOf({ ...draft, accountId }), { ...draft, accountId });
  }
  if (revised.size === 0) return [];
  const ids = [...new Set([...revised.values()].map(({ accountId }) => accountId))];
  const ask = { file: formatDay(at.file), instant: startOfDay(at.file, at.zone), zone: at.zone };
  const told = await toldAgainAfter(tx, workspaceId, ids, ask);
  return told.flatMap((row) => {
    const draft = revised.get(identityOf(row));
    const day = parseDay(row.day);
    if (!draft || day === null) return [];
    const from = startOfDay(day, at.zone);
    const body = specOf(draft.type as FactType).body.parse({ ...row.body, ...row.texts });
    // A day that stands in the sheet is part of what was told; any other is the day of the sheet.
    const occurredAt = draft.dated ? row.occurredAt : from;
    return [{ ...draft, body, occurredAt, knownAt: from, correctedAt: from, hindsight: true }];
  });
}
