// Calls of the routes of the Base as a tool that try to reach over the wall between workspaces.
import { routes } from '#contract/routes.ts';
import type { Call, Made } from './two-workspaces.ts';

/** Calls of one of these routes for the workspace `ours`; null: it is none of them. */
export function baseCalls(name: keyof typeof routes, ours: string, made: Made): Call[] | null {
  const { method, path } = routes[name];
  const url = path.replace('{workspace}', ours);
  const asked = (queries: readonly string[]): Call[] =>
    queries.map((query) => ({ method, url: url + query }));
  const sent = (bodies: readonly unknown[]): Call[] =>
    bodies.map((body) => ({ method, url, body: JSON.stringify(body) }));
  const theirs = made.theirs.slice(0, 3);
  const filter = { view: 'all' };
  switch (name) {
    case 'listAccountIds':
    case 'listPoints':
      return asked(['', '?q=canario', '?owner=_none', '?owner=canario%20dono', '?view=risk&asOf=2026-04-01']);
    case 'listViews':
      return asked(['', '?asOf=2026-03-01']);
    case 'postView':
      return sent([
        { name: 'Nossa visão', spec: { filter } },
        { name: 'x', spec: { filter: { owner: 'canario dono' } } },
      ]);
    case 'patchView':
      return [made.theirView, crypto.randomUUID(), 'nenhuma'].flatMap((view) =>
        [{ name: 'Nosso' }, { removed: true }, { place: 0 }].map((body) => ({
          method,
          url: url.replace('{view}', view),
          body: JSON.stringify(body),
        })),
      );
    case 'postNotes':
      return sent([
        { accounts: theirs, text: 'Nosso x' },
        { accounts: [made.ours[1], ...theirs, 'nenhum'], text: 'Nosso x' },
      ]);
    case 'deleteNotes':
      return sent([{ notes: theirs.map((account) => ({ account, fact: made.theirFact })) }]);
    case 'postTable':
      return sent([
        { filter },
        { filter, accounts: theirs, lang: 'en' },
        { filter: { ...filter, q: 'canario' }, style: 'iso' },
      ]);
    default:
      return null;
  }
}
