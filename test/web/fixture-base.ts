// The Base as a tool over the fixture: points, saved views that hold while it runs, notes on many, a sheet.
import type { IncomingMessage } from 'node:http';
import { formatDay } from '#base/day.ts';
import type { AccountPoints } from '#contract/points.ts';
import type { SavedView, ViewChange } from '#contract/views.ts';
import { sampleToday, type Slim } from './sample-accounts.ts';
import { stakeOf } from './sample-base.ts';
import { filtered } from './sample-list.ts';

const most = 400;
const [columns, rows] = [40, 24];

function pointsOf(size: number, query: URLSearchParams): AccountPoints {
  const list = filtered(size, query);
  const drawn = list
    .filter((s): s is Slim & { score: number; mrr: number } => s.score !== null && s.mrr !== null)
    .toSorted((a, b) => (stakeOf(b) ?? 0) - (stakeOf(a) ?? 0));
  const shown = drawn.length > most ? 150 : most;
  const top = Math.max(0, ...drawn.slice(0, 5000).map((s) => s.mrr));
  const cells = new Map<string, AccountPoints['cells'][number]>();
  for (const s of drawn.slice(shown)) {
    const x = Math.min(columns - 1, Math.floor((s.score / 100) * columns));
    const y = Math.min(rows - 1, Math.floor(Math.sqrt(s.mrr / top) * rows));
    const cell = cells.get(`${x} ${y}`) ?? { x, y, accounts: 0 };
    cells.set(`${x} ${y}`, { ...cell, accounts: cell.accounts + 1 });
  }
  const out = list.filter((s) => s.score === null || s.mrr === null);
  return {
    asOf: formatDay(sampleToday),
    isToday: true,
    currency: 'BRL',
    bands: { yellow: 40, green: 75 },
    drawn: drawn.length,
    points: drawn
      .slice(0, shown)
      .toSorted((a, b) => b.mrr - a.mrr)
      .map((s) => ({
        id: s.id,
        name: s.name,
        band: s.band,
        score: s.score,
        mrrCents: s.mrr,
        atStakeCents: stakeOf(s),
      })),
    cells: [...cells.values()],
    columns,
    rows,
    topMrrCents: top,
    withoutHealth: out.filter((s) => s.score === null).length,
    withoutMrr: out.filter((s) => s.score !== null).length,
    out: out.slice(0, 5).map((s) => ({ id: s.id, name: s.name, withoutHealth: s.score === null })),
  };
}

type Kept = Omit<SavedView, 'accounts'> & { removed: boolean };
const first: readonly Kept[] = [
  {
    id: 'v-renovam',
    name: 'Renovam em 180 dias',
    shared: true,
    mine: true,
    removed: false,
    gone: [],
    spec: { filter: { view: 'all', renewsWithin: 180 }, sort: 'score', dir: 'asc', drawn: 'list' },
  },
  {
    id: 'v-antiga',
    name: 'Piloto antigo',
    shared: true,
    mine: true,
    removed: false,
    gone: [{ filter: 'stage', key: 'piloto' }],
    spec: { filter: { view: 'all', stage: 'piloto' }, drawn: 'list' },
  },
];
const kept = new Map<string, Kept[]>();
const viewsOf = (slug: string): Kept[] => {
  const known = kept.get(slug) ?? [...first];
  kept.set(slug, known);
  return known;
};

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = '';
  for await (const part of request) text += String(part);
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}

const queryOf = (filter: object): URLSearchParams =>
  new URLSearchParams(Object.entries(filter).map(([key, value]) => [key, String(value)]));

function changed(slug: string, id: string, change: ViewChange): void {
  const list = viewsOf(slug).map((view) =>
    view.id === id
      ? {
          ...view,
          ...(change.name === undefined ? {} : { name: change.name }),
          ...(change.shared === undefined ? {} : { shared: change.shared }),
          ...(change.spec === undefined ? {} : { spec: change.spec as Kept['spec'], gone: [] }),
          removed: change.removed === true,
        }
      : view,
  );
  const { place } = change;
  const one = list.find((view) => view.id === id);
  const rest = list.filter((view) => view.id !== id);
  kept.set(slug, place === undefined || !one ? list : [...rest.slice(0, place), one, ...rest.slice(place)]);
}

/** Answers a request about the Base as a tool; null: it is about something else. */
export async function answerBase(
  request: IncomingMessage,
  url: URL,
  size: number,
): Promise<[number, unknown] | null> {
  const [, , , , slug = '', thing, id = ''] = url.pathname.split('/');
  if (thing === 'account-points') return [200, pointsOf(size, url.searchParams)];
  if (thing === 'account-ids') {
    const ids = filtered(size, url.searchParams).map((s) => s.id);
    const at = Number(url.searchParams.get('cursor') ?? 0);
    const next = at + 5000 < ids.length ? String(at + 5000) : null;
    return [200, { ids: ids.slice(at, at + 5000), nextCursor: next, asOf: formatDay(sampleToday) }];
  }
  if (thing === 'account-notes') {
    const body = await bodyOf(request);
    if (request.method === 'DELETE') return [200, { takenBack: (body['notes'] as unknown[]).length }];
    const accounts = body['accounts'] as string[];
    return [200, { written: accounts.map((account) => ({ account, fact: `f-${account}` })), missing: [] }];
  }
  if (thing !== 'views') return null;
  if (request.method === 'GET')
    return [
      200,
      {
        views: viewsOf(slug)
          .filter(({ removed }) => !removed)
          .map(({ removed: _removed, ...view }) => ({
            ...view,
            accounts: filtered(size, queryOf(view.spec.filter)).length,
          })),
      },
    ];
  const body = await bodyOf(request);
  if (request.method === 'PATCH') {
    changed(slug, id, body as ViewChange);
    return [200, { id }];
  }
  const list = viewsOf(slug);
  const made = { ...(body as { name: string; shared: boolean; spec: Kept['spec'] }), id: `v-${list.length}` };
  kept.set(slug, [...list, { ...made, mine: true, removed: false, gone: [] }]);
  return [200, { id: made.id }];
}
