// Calls of the routes of people and access that try to reach over the wall between workspaces.
import { routes } from '#contract/routes.ts';
import type { Call, Made } from './two-workspaces.ts';

const goodPassword = 'uma frase comprida';
const bodies: Readonly<Partial<Record<keyof typeof routes, readonly unknown[]>>> = {
  // The owner is made by the test that needs one: these are refused.
  postOwner: [{ name: 'x', email: 'nosso@firma.com.br', password: 'curta' }],
  readLink: [{ token: 'A'.repeat(75) }],
  acceptLink: [{ token: 'A'.repeat(75), name: 'x', password: goodPassword }],
  postPassword: [{ current: goodPassword, password: 'curta' }],
  postPerson: [{ email: 'novo@firma.com.br', role: 'viewer' }, { email: 'x' }],
  patchPerson: [{ memberKey: null }, { workspace_id: 'x' }],
};

/** Calls of one of these routes for the workspace `ours`; null: it is none of them. */
export function peopleCalls(name: keyof typeof routes, ours: string, made: Made): Call[] | null {
  const { method, path } = routes[name];
  if (path.includes('{workspace}') && !path.includes('/people')) return null;
  const persons = path.includes('{person}') ? [made.theirPerson, crypto.randomUUID(), 'nenhuma'] : [''];
  return persons.flatMap((person) => {
    const url = path.replace('{workspace}', ours).replace('{person}', person);
    const sent = bodies[name];
    return sent ? sent.map((body) => ({ method, url, body: JSON.stringify(body) })) : [{ method, url }];
  });
}
