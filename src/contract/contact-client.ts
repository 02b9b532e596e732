// The client's functions for the people of a customer. Reads no schema.
import type { Language } from './common.ts';
import type { AccountContacts, ContactChange, NewContact, ToldContact } from './contacts.ts';
import type { Wire } from './draft-client.ts';
import { paths } from './paths.ts';

type AsOf = { readonly asOf?: string | undefined; readonly lang: Language };
/** The workspace, the account in it, and where it takes one the contact. */
type Place = { readonly workspace: string; readonly id: string; readonly contact: string };

/** Functions over the routes of contacts. Each rejects as the client's others do. `once`: sent again it has one effect. */
export function contactClient<Send>({ get, send }: Wire<Send>) {
  const tell = (path: string, place: Place, body: unknown, once: string) =>
    send<ToldContact>('POST', path, place, {}, body, once);
  return {
    contacts: (workspace: string, id: string, query: AsOf, signal?: AbortSignal) =>
      get<AccountContacts>(paths.accountContacts, { workspace, id }, query, signal),
    addContact: (workspace: string, id: string, told: NewContact, once: string) =>
      send<ToldContact>('POST', paths.accountContacts, { workspace, id }, {}, told, once),
    changeContact: (place: Place, change: ContactChange, once: string) =>
      tell(paths.accountContactChange, place, change, once),
    confirmContact: (place: Place, once: string) => tell(paths.accountContactConfirm, place, undefined, once),
    contactLeft: (place: Place, on: string | undefined, once: string) =>
      tell(paths.accountContactLeft, place, on === undefined ? {} : { on }, once),
    contactReturned: (place: Place, once: string) => tell(paths.accountContactReturn, place, undefined, once),
  };
}
