// The client's functions for writing on an account. Reads no schema.
import type { Language } from './common.ts';
import type { Wire } from './draft-client.ts';
import type { Entry, EntryChoices, WrittenEntry } from './entries.ts';
import { paths } from './paths.ts';

/** Functions over the routes of entries. Each rejects as the client's others do. */
export function entryClient<Send>({ get, send }: Wire<Send>) {
  return {
    entryChoices: (workspace: string, lang: Language, signal?: AbortSignal) =>
      get<EntryChoices>(paths.entryChoices, { workspace }, { lang }, signal),
    writeEntry: (workspace: string, id: string, entry: Entry, on: string | undefined, once?: string) =>
      send<WrittenEntry>(
        'POST',
        paths.accountEntries,
        { workspace, id },
        {},
        { entry, ...(on ? { on } : {}) },
        once,
      ),
    takeBackEntry: (workspace: string, id: string, fact: string) =>
      send<{ readonly id: string }>('DELETE', paths.accountEntry, { workspace, id, fact }, {}),
  };
}
