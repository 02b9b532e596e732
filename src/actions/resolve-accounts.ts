// Finds the account behind outside keys, or opens a shell for it. Deterministic keys only: names that merely look
// alike are a person's business.
import { uuidv7 } from '#base/id.ts';
import { accountsByKeys, bindKeys, insertAccounts } from '#store/accounts.ts';
import { setAssigned } from '#store/inbox.ts';
import type { Tx } from '#store/in-workspace.ts';
import { lockShells } from '#store/locks.ts';
import type { Writer } from './write-facts.ts';

/** One account wanted: its keys, strongest first, each with the reason it would match by. */
export type WantedAccount = {
  readonly keys: readonly { readonly source: string; readonly key: string; readonly by: string }[];
  readonly name: string;
  /** True: it is only spoken of, and waits in the inbox if nobody knows it. False: it is told of as a customer. */
  readonly waits?: boolean;
};

type KeyMap = Map<string, string>;
const text = (key: { source: string; key: string }) => `${key.source}\n${key.key}`;

async function knownKeys(tx: Tx, wanted: readonly WantedAccount[]): Promise<KeyMap> {
  const rows = await accountsByKeys(
    tx,
    wanted.flatMap((want) => want.keys.map(({ source, key }) => ({ source, key }))),
  );
  return new Map(rows.map((row) => [text(row), row.accountId]));
}

const match = (want: WantedAccount, known: KeyMap) =>
  want.keys.map((key) => known.get(text(key))).find((id) => id !== undefined);

/**
 * Accounts for each wanted one, in order. Unknown ones are opened; every key is then bound, so that a later
 * source that knows only the tax id, or only the name, still finds the same account.
 */
export async function resolveAccounts(
  tx: Tx,
  writer: Writer,
  wanted: readonly WantedAccount[],
): Promise<{ ids: string[]; opened: string[] }> {
  let known = await knownKeys(tx, wanted);
  const opened: { accountId: string; name: string; assigned: boolean }[] = [];
  if (wanted.some((want) => match(want, known) === undefined)) {
    // Two imports at once must not open the same customer twice: one opens, the other then finds it.
    await lockShells(tx, writer.workspaceId);
    known = await knownKeys(tx, wanted);
  }
  const waiting = new Set<string>();
  const told = new Set<string>();
  const bindings: { source: string; key: string; accountId: string; matchedBy: string }[] = [];
  const ids = wanted.map((want) => {
    let id = match(want, known);
    if (id === undefined) {
      id = uuidv7(writer.now, writer.random);
      opened.push({ accountId: id, name: want.name, assigned: false });
    }
    if (want.waits === true) waiting.add(id);
    else if (want.waits === false) told.add(id);
    for (const key of want.keys) {
      if (known.has(text(key))) continue;
      known.set(text(key), id);
      bindings.push({ source: key.source, key: key.key, accountId: id, matchedBy: key.by });
    }
    return id;
  });
  const rows = opened.map((row) => ({
    ...row,
    assigned: told.has(row.accountId) || !waiting.has(row.accountId),
  }));
  await insertAccounts(tx, writer.workspaceId, rows, writer.now);
  await bindKeys(tx, writer.workspaceId, bindings, writer.now);
  const fresh = new Set(opened.map((row) => row.accountId));
  // Whoever waited and is now told of as a customer waits no longer.
  await setAssigned(tx, writer.workspaceId, [...told].filter((id) => !fresh.has(id)).sort(), true);
  return { ids, opened: opened.map((row) => row.accountId) };
}
