// People and access over the fixture. Who asks follows from the page that asks: `fechada` waits for a sign-in, `equipe` is
// seen by an owner, `leitura` by who may only look, `semvalor` by a CSM who sees their own customers and no amounts; everything else is a base without an owner.
import type { IncomingMessage } from 'node:http';
import type { Access } from '#contract/access.ts';
import type { People, Person } from '#contract/people.ts';
import { capabilitiesOf, type Role } from '#domain/access/roles.ts';

let signedIn = false;
const token = 'A'.repeat(75);
const until = '2026-04-22T12:00:00.000Z';

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  const text = Buffer.concat(pieces).toString();
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}

const person = (id: string, name: string | null, role: Role, rest: Partial<Person> = {}): Person => ({
  id,
  email: `${(name ?? id).split(' ')[0]?.toLowerCase() ?? id}@prumo.com.br`,
  name,
  role,
  memberKey: null,
  sees: 'all',
  seesMoney: true,
  state: 'active',
  linkUntil: null,
  self: false,
  ...rest,
});

/** The people of `equipe`. */
export const people: People = {
  people: [
    person('p1', 'Helena Prado', 'owner', { self: true }),
    person('p2', 'Rafael Teles', 'manager'),
    person('p3', 'Bruna Sato', 'csm', { memberKey: 'bruna', sees: 'own' }),
    person('p4', null, 'csm', { email: 'caio@prumo.com.br', state: 'invited', linkUntil: until }),
    person('p5', 'Diretoria', 'viewer', { email: 'diretoria@prumo.com.br', state: 'expired' }),
  ],
  inFacts: [
    { key: 'bruna', name: 'Bruna Sato' },
    { key: 'tiago', name: 'Tiago Nunes' },
  ],
};

/** Who asks from this page. */
export function access(page: string, slugs: readonly string[]): Access {
  const at = (role: Role): Access['workspaces'] =>
    slugs.map((slug) => ({
      id: slug,
      slug,
      role,
      can: capabilitiesOf(role, false),
      limited: false,
      seesMoney: true,
    }));
  const user = { name: 'Helena Prado', email: 'helena@prumo.com.br' };
  if (page.startsWith('/fechada') && !signedIn) return { state: 'needed', user: null, workspaces: [] };
  if (/^\/(fechada|equipe|conta)/.test(page)) return { state: 'signed-in', user, workspaces: at('owner') };
  if (page.startsWith('/semvalor'))
    return {
      state: 'signed-in',
      user: { ...user, name: 'Bruna Sato' },
      workspaces: at('csm').map((place) => ({
        ...place,
        can: capabilitiesOf('csm', true),
        limited: true,
        seesMoney: false,
      })),
    };
  if (page.startsWith('/leitura'))
    return { state: 'signed-in', user: { ...user, name: 'Diretoria' }, workspaces: at('viewer') };
  return { state: 'open', user: null, workspaces: at('owner') };
}

/** Status and body of a request about access or people; null for any other. */
export async function answerPeople(
  request: IncomingMessage,
  url: URL,
  slugs: readonly string[],
): Promise<readonly [number, unknown] | null> {
  const page = new URL(request.headers.referer ?? 'http://x/').pathname;
  if (url.pathname === '/api/v1/access') return [200, access(page, slugs)];
  if (url.pathname === '/api/auth/sign-in/email') {
    const right = (await bodyOf(request))['password'] === 'uma frase comprida';
    signedIn = right;
    const wrong = {
      type: 'about:blank',
      title: 'E-mail ou senha não conferem',
      status: 401,
      code: 'sign-in-wrong',
    };
    return right ? [200, { done: true }] : [401, wrong];
  }
  if (url.pathname === '/api/auth/sign-out') {
    signedIn = false;
    return [200, { done: true }];
  }
  if (url.pathname === '/api/v1/link') {
    const known = (await bodyOf(request))['token'] === token;
    const gone = {
      type: 'about:blank',
      title: 'Este link não vale mais',
      status: 404,
      code: 'link-not-valid',
    };
    const link = {
      workspace: 'Prumo Consultoria',
      email: 'caio@prumo.com.br',
      name: null,
      role: 'csm',
      reset: false,
    };
    return known ? [200, link] : [404, gone];
  }
  if (/^\/api\/v1\/(owner|password|link\/accept)$/.test(url.pathname)) return [200, { done: true }];
  const [, , , , , thing, id, more] = url.pathname.split('/');
  if (thing !== 'people') return null;
  if (more === 'leaving') {
    const next = people.inFacts.filter(
      ({ key }) => key !== people.people.find((one) => one.id === id)?.memberKey,
    );
    return [200, id === 'p3' ? { customers: 12, tasks: 3, next } : { customers: 0, tasks: 0, next }];
  }
  if (request.method === 'GET') return [200, people];
  const known = people.people.find((one) => one.id === id);
  if (request.method === 'PATCH') return [200, { ...known, ...(await bodyOf(request)) }];
  if (request.method === 'DELETE') return [200, { id, customers: 12, tasks: 3 }];
  return [200, { id: more === undefined ? 'p6' : id, token, until }];
}
