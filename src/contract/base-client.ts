// The client's functions of the Base beside its list: points, saved views, what is done to many. Reads no schema.
import type { AccountsFilter } from './accounts.ts';
import type { NotesWritten } from './bulk.ts';
import type { Wire } from './draft-client.ts';
import { paths } from './paths.ts';
import type { AccountPoints } from './points.ts';
import type { NewView, SavedView, ViewChange } from './views.ts';

type AsOf = { readonly asOf?: string | undefined };
type Query = Readonly<Record<string, string | number | undefined>>;
type Ids = { readonly ids: readonly string[]; readonly nextCursor: string | null };

/** Functions over the routes of the Base. Each rejects as the client's others do. */
export function baseClient<Send>({ get, send }: Wire<Send>) {
  return {
    views: (workspace: string, query: AsOf, signal?: AbortSignal) =>
      get<{ readonly views: readonly SavedView[] }>(paths.views, { workspace }, query, signal),
    saveView: (workspace: string, view: NewView) =>
      send<{ readonly id: string }>('POST', paths.views, { workspace }, {}, view),
    changeView: (workspace: string, view: string, change: ViewChange) =>
      send<{ readonly id: string }>('PATCH', paths.view, { workspace, view }, {}, change),
    points: (workspace: string, query: AccountsFilter & AsOf, signal?: AbortSignal) =>
      get<AccountPoints>(paths.accountPoints, { workspace }, query as Query, signal),
    accountIds: (workspace: string, query: AccountsFilter & AsOf & { readonly cursor?: string }) =>
      get<Ids>(paths.accountIds, { workspace }, query as Query),
    writeNotes: (workspace: string, accounts: readonly string[], text: string) =>
      send<NotesWritten>('POST', paths.accountNotes, { workspace }, {}, { accounts, text }),
    takeBackNotes: (workspace: string, notes: NotesWritten['written']) =>
      send<{ readonly takenBack: number }>('DELETE', paths.accountNotes, { workspace }, {}, { notes }),
  };
}
