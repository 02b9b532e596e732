// An account by what a person types: its id, its exact name, or words that begin the words of one name only.
import { isUuid } from '#base/id.ts';
import { normalise } from '#base/text.ts';
import { findByWords } from '#store/accounts.ts';
import { inWorkspace } from '#store/in-workspace.ts';
import { searchWords } from './list-query.ts';
import { Refusal } from './refusal.ts';
import { must, type Session } from './session.ts';

/** Id of the account; refuses when none or several fit. */
export async function findAccount(session: Session, typed: string): Promise<string> {
  must(session, 'accounts.read');
  if (isUuid(typed)) return typed;
  const words = searchWords(typed);
  const found =
    words.length === 0
      ? []
      : await inWorkspace(session.store, session.workspaceId, (tx) =>
          findByWords(tx, session.workspaceId, words, 6),
        );
  const exact = found.filter((row) => normalise(row.name) === normalise(typed));
  const fitting = exact.length > 0 ? exact : found;
  if (fitting.length === 1 && fitting[0]) return fitting[0].accountId;
  if (fitting.length === 0) throw new Refusal('account-not-found', { account: typed });
  throw new Refusal('account-ambiguous', {
    account: typed,
    names: fitting.map((row) => row.name).join(', '),
  });
}
