// The typed client of signing in, of the own account and of people, beside the one of the lists.
import type { Access, LinkRead } from './access.ts';
import { address, read, type Fetch } from './client.ts';
import { paths } from './paths.ts';
import type { Leaving, OpenLink, People, Person } from './people.ts';
import type { Role } from '#domain/access/roles.ts';

const json = { accept: 'application/json' };
type Done = { readonly done: true };
export type Invited = {
  readonly email: string;
  readonly name?: string;
  readonly role: Role;
  readonly memberKey?: string;
  readonly seesMoney?: boolean;
};
export type PersonChange = {
  readonly role?: Role;
  readonly memberKey?: string | null;
  readonly sees?: 'all' | 'own';
  readonly seesMoney?: boolean;
};

/** Client over the `fetch` handed in; every function rejects as those of `client` do. */
export function accessClient(fetch: Fetch) {
  const get = async <T>(url: string, signal?: AbortSignal): Promise<T> =>
    read<T>(await fetch(url, { headers: json, ...(signal ? { signal } : {}) }));
  const send = async <T>(method: string, url: string, body?: unknown): Promise<T> =>
    read<T>(
      await fetch(url, {
        method,
        headers: body === undefined ? json : { ...json, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
  return {
    access: (signal?: AbortSignal) => get<Access>(paths.access, signal),
    signIn: (email: string, password: string) =>
      send<Done>('POST', '/api/auth/sign-in/email', { email, password }),
    signOut: () => send<Done>('POST', '/api/auth/sign-out', {}),
    createOwner: (owner: { name: string; email: string; password: string }) =>
      send<Done>('POST', paths.owner, owner),
    readLink: (token: string) => send<LinkRead>('POST', paths.link, { token }),
    acceptLink: (token: string, given: { name: string; password: string }) =>
      send<Done>('POST', paths.linkAccept, { token, ...given }),
    changePassword: (current: string, password: string) =>
      send<Done>('POST', paths.password, { current, password }),
    people: (workspace: string, signal?: AbortSignal) =>
      get<People>(address(paths.people, { workspace }), signal),
    invite: (workspace: string, invited: Invited) =>
      send<OpenLink>('POST', address(paths.people, { workspace }), invited),
    change: (workspace: string, person: string, change: PersonChange) =>
      send<Person>('PATCH', address(paths.person, { workspace, person }), change),
    leaving: (workspace: string, person: string) =>
      get<Leaving>(address(paths.personLeaving, { workspace, person })),
    remove: (workspace: string, person: string, to: string | null) =>
      send<{ customers: number; tasks: number }>(
        'DELETE',
        address(paths.person, { workspace, person }, to === null ? {} : { to }),
      ),
    freshLink: (workspace: string, person: string) =>
      send<OpenLink>('POST', address(paths.personLink, { workspace, person })),
  };
}
