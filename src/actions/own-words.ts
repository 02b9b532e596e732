// The firm's own words for suggested events as it told them: one record of the firm, whole in each revision.
import type { OwnWord } from '#domain/events/own-keywords.ts';
import type { Tx } from '#store/in-workspace.ts';
import { lastOfRecord } from '#store/workspace-facts.ts';

export const keywordsRecord = {
  type: 'keywords-told',
  source: 'perene:screen',
  externalId: 'keywords',
} as const;

export type ToldWords = {
  readonly words: readonly OwnWord[];
  /** Of what was told; null: nobody ever told any. */
  readonly hash: string | null;
};

/** As told by an instant (ms). */
export async function ownWordsAsOf(tx: Tx, workspaceId: string, asOf: number): Promise<ToldWords> {
  const told = await lastOfRecord(tx, workspaceId, keywordsRecord, asOf);
  if (!told) return { words: [], hash: null };
  const words = told.body['words'] as readonly { word: string; event?: string; family?: string }[];
  return {
    words: words.map(({ word, event, family }) => ({ word, event: event ?? null, family: family ?? null })),
    hash: told.contentHash,
  };
}
