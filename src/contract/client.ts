// The typed client: one function per route that screens read. Types come from the schemas, the code from none of them,
// so that no schema library reaches the browser.
import type { AccountsPage, AccountsQuery } from './accounts.ts';
import type { Language } from './common.ts';
import type { CustomerPage } from './customer.ts';
import type { FactGroup, TimelinePage } from './facts.ts';
import type { Problem } from './problem.ts';
import type { Workspaces } from './workspaces.ts';
import { baseClient } from './base-client.ts';
import { draftClient, type Wire } from './draft-client.ts';
import { contactClient } from './contact-client.ts';
import { entryClient } from './entry-client.ts';
import { methodClient } from './method-client.ts';
import { teamClient } from './team-client.ts';
import { ritualClient } from './ritual-client.ts';
import { taskClient } from './task-client.ts';
import { paths } from './paths.ts';

type QueryValue = string | number | boolean | undefined;
type Query = Readonly<Record<string, QueryValue>>;
type Params = Readonly<Record<string, string>>;
export type Fetch = (input: string, init?: RequestInit) => Promise<Response>;
type AsOf = { readonly asOf?: string | undefined; readonly lang: Language };

/** A refusal of the API; `problem` is null when the answer was none (no network, a proxy's page). */
export class Refused extends Error {
  readonly status: number;
  readonly problem: Problem | null;
  constructor(status: number, problem: Problem | null) {
    super(problem?.title ?? `HTTP ${status}`);
    this.status = status;
    this.problem = problem;
  }
}

/** Fills `{name}` of a path and adds the query; absent and empty values are left out. */
export function address(path: string, params: Params, query: Query = {}): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') search.set(key, String(value));
  }
  const text = search.toString();
  return text === '' ? filled : `${filled}?${text}`;
}

/** The body of an answer; rejects with `Refused` what the server refused. */
export async function read<T>(answer: Response): Promise<T> {
  if (answer.ok) return (await answer.json()) as T;
  const isProblem = answer.headers.get('content-type')?.includes('json') ?? false;
  throw new Refused(answer.status, isProblem ? ((await answer.json()) as Problem) : null);
}

/** How requests with a body go out over a `fetch`. */
function wireOver(fetch: Fetch): Wire<Fetch> {
  const accept = { accept: 'application/json' };
  return {
    get: async <T>(path: string, params: Params, query: Query, signal?: AbortSignal) =>
      read<T>(await fetch(address(path, params, query), { headers: accept, ...(signal ? { signal } : {}) })),
    send: async <T>(
      method: string,
      path: string,
      params: Params,
      query: Query,
      body?: unknown,
      once?: string,
    ) =>
      read<T>(
        await fetch(address(path, params, query), {
          method,
          headers: {
            ...accept,
            ...(body === undefined ? {} : { 'content-type': 'application/json' }),
            ...(once === undefined ? {} : { 'idempotency-key': once }),
          },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        }),
      ),
    upload: async <T>(path: string, params: Params, query: Query, file: File, out: Fetch = fetch) =>
      read<T>(
        await out(address(path, params, query), {
          method: 'POST',
          body: file,
          headers: { ...accept, 'content-type': 'application/octet-stream' },
        }),
      ),
  };
}

/**
 * Client of the API over the `fetch` handed in. Every function rejects with `Refused`, or with
 * what `fetch` throws when there is no answer; `signal` cancels a reading.
 */
export function client(fetch: Fetch) {
  const get = async <T>(url: string, signal?: AbortSignal): Promise<T> =>
    read<T>(await fetch(url, { headers: { accept: 'application/json' }, ...(signal ? { signal } : {}) }));
  return {
    workspaces: (signal?: AbortSignal) => get<Workspaces>(paths.workspaces, signal),
    /** Another text once something in the workspace changed. */
    changes: (workspace: string, signal?: AbortSignal) =>
      get<{ readonly mark: string }>(address(paths.changes, { workspace }), signal),
    accounts: (workspace: string, query: AccountsQuery, signal?: AbortSignal) =>
      get<AccountsPage>(address(paths.accounts, { workspace }, query as Query), signal),
    account: (workspace: string, id: string, query: AsOf, signal?: AbortSignal) =>
      get<CustomerPage>(address(paths.account, { workspace, id }, query), signal),
    accountFacts: (
      workspace: string,
      id: string,
      query: AsOf & {
        readonly group?: FactGroup;
        readonly cursor?: string | undefined;
        readonly limit?: number;
      },
      signal?: AbortSignal,
    ) => get<TimelinePage>(address(paths.accountFacts, { workspace, id }, query), signal),
    ...baseClient(wireOver(fetch)),
    ...draftClient(wireOver(fetch)),
    ...contactClient(wireOver(fetch)),
    ...entryClient(wireOver(fetch)),
    ...methodClient(wireOver(fetch)),
    ...ritualClient(wireOver(fetch)),
    ...taskClient(wireOver(fetch)),
    ...teamClient(wireOver(fetch)),
  };
}
export type Client = ReturnType<typeof client>;
