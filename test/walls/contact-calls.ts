// Calls of the routes of a customer's people that try to reach over the wall.
import { routes } from '#contract/routes.ts';
import type { Call } from './two-workspaces.ts';

const bodies: Readonly<Partial<Record<keyof typeof routes, unknown>>> = {
  postAccountContact: { name: 'Nosso contato', role: 'champion', email: 'nosso@firma.com.br' },
  postContactChange: { role: 'user' },
  postContactConfirm: undefined,
  postContactLeft: {},
  postContactReturn: undefined,
};

/** Calls of one of these routes for the workspace `ours`, for each id to try; null: it is none of them. */
export function contactCalls(name: keyof typeof routes, ours: string, ids: readonly string[]): Call[] | null {
  const { method, path } = routes[name];
  if (!path.includes('/contacts')) return null;
  return ids.flatMap((id): Call[] => {
    const url = path.replace('{workspace}', ours).replace('{id}', id).replace('{contact}', '0'.repeat(16));
    if (method === 'get')
      return ['', '?asOf=2026-04-01&lang=en'].map((query) => ({ method, url: url + query }));
    const body = bodies[name];
    return [{ method, url, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }];
  });
}
