// Answers of GET accounts over the fictitious base: filters, order, pages and totals, as the contract says.
import { formatDay, parseDay } from '#base/day.ts';
import { normalise } from '#base/text.ts';
import type { AccountsPage } from '#contract/accounts.ts';
import { mondayIso, sampleLine, sampleToday, slim, type Slim } from './sample-accounts.ts';
import { baseLineOf, ownerKeyOf, owners, quietOf, signalOf, stakeOf } from './sample-base.ts';
import { cases, stageOrder } from './sample-words.ts';

const bases = new Map<number, readonly Slim[]>();
const baseOf = (size: number): readonly Slim[] => {
  const known = bases.get(size);
  if (known) return known;
  const made = Array.from({ length: size }, (_, n) => slim(n, size));
  bases.set(size, made);
  return made;
};
export const accountOf = (size: number, id: string): Slim | undefined =>
  baseOf(size).find((s) => s.id === id);

const inView = (s: Slim, view: string): boolean => {
  if (view === 'risk') return s.band === 'red' || s.late;
  if (view === 'ready') return s.ready;
  if (view === 'renewal') return s.stages.includes(3);
  if (view === 'stalled') return s.stalled;
  if (view === 'unknown') return s.band === 'unknown';
  return true;
};
const views = ['all', 'risk', 'ready', 'renewal', 'stalled', 'unknown'] as const;
const segmentKeys = ['smb', 'mid_market', 'enterprise'];
const value = (s: Slim, sort: string): number | string | null => {
  if (sort === 'name') return s.name;
  if (sort === 'mrr') return s.mrr;
  if (sort === 'atStake') return stakeOf(s);
  if (sort === 'owner') return ownerKeyOf(s);
  if (sort === 'talkedOn') return -(quietOf(s) ?? 0);
  if (sort === 'segment') return s.segment;
  if (sort === 'stages') return s.stages[0] ?? null;
  if (sort === 'renewsOn') return s.renews;
  return s.score;
};

function matches(s: Slim, query: URLSearchParams, asOf: number): boolean {
  const [q, band, segment, stage, renews] = ['q', 'band', 'segment', 'stage', 'renewsWithin'].map((key) =>
    query.get(key),
  );
  if (!inView(s, query.get('view') ?? 'all')) return false;
  if (q && !normalise(s.name).includes(normalise(q))) return false;
  if (band && s.band !== band) return false;
  if (segment && segmentKeys[s.segment] !== segment) return false;
  if (stage && !s.stages.some((at) => stageOrder[at]?.[0] === stage)) return false;
  if (renews && (s.renews === null || s.renews - asOf > Number(renews))) return false;
  return matchesMore(s, query);
}

function matchesMore(s: Slim, query: URLSearchParams): boolean {
  const [owner, signal, stake, quiet, status] = ['owner', 'signal', 'stakeFrom', 'quiet', 'status'].map(
    (key) => query.get(key),
  );
  const wanted = owner === '_me' ? owners[0]?.key : owner;
  if (owner === '_none' ? ownerKeyOf(s) !== null : wanted && ownerKeyOf(s) !== wanted) return false;
  if (signal && signalOf(s)?.key !== signal) return false;
  if (stake && (stakeOf(s) ?? -1) < Number(stake)) return false;
  if (quiet && (quietOf(s) ?? -1) < Number(quiet)) return false;
  return !status || status === 'active';
}

/** Accounts of a filter, in its order. */
export function filtered(size: number, query: URLSearchParams): readonly Slim[] {
  const asOf = parseDay(query.get('asOf') ?? '') ?? sampleToday;
  return baseOf(size)
    .filter((s) => matches(s, query, asOf))
    .toSorted(compare(query));
}

function compare(query: URLSearchParams) {
  const sort = query.get('sort') ?? 'score';
  const sign = query.get('dir') === 'desc' ? -1 : 1;
  return (a: Slim, b: Slim): number => {
    const [x, y] = [value(a, sort), value(b, sort)];
    if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1;
    if (typeof x === 'string' || typeof y === 'string')
      return sign * String(x).localeCompare(String(y), 'pt-BR');
    return sign * (x - y);
  };
}

export function accountsPage(size: number, query: URLSearchParams): AccountsPage {
  const asOf = parseDay(query.get('asOf') ?? '') ?? sampleToday;
  const all = baseOf(size);
  const rows = filtered(size, query);
  const at = Number(query.get('cursor') ?? 0);
  const limit = Number(query.get('limit') ?? 100);
  const sum = (list: readonly Slim[]) => list.reduce((total, s) => total + (s.mrr ?? 0), 0);
  const countBand = (band: string) => rows.filter((s) => s.band === band).length;
  const reds = rows.filter((s) => s.band === 'red');
  const firsts = rows
    .filter((s) => s.band === 'red')
    .toSorted((a, b) => (b.mrr ?? 0) - (a.mrr ?? 0))
    .slice(0, 3);
  const tally = Object.fromEntries(
    views.map((view) => [view, all.filter((s) => inView(s, view)).length]),
  ) as AccountsPage['summary']['views'];
  return {
    asOf: formatDay(asOf),
    isToday: asOf === sampleToday,
    method: { key: 'servicos-b2b', label: 'Serviços B2B', version: 3 },
    total: rows.length,
    items: rows.slice(at, at + limit).map((s) => baseLineOf(s, asOf)),
    nextCursor: at + limit < rows.length ? String(at + limit) : null,
    week: mondayIso(asOf),
    notices: [],
    summary: {
      bands: {
        red: reds.length,
        yellow: countBand('yellow'),
        green: countBand('green'),
        unknown: countBand('unknown'),
      },
      mrrCents: sum(rows),
      currency: 'BRL',
      inWindow: rows.filter((s) => s.stages.includes(3)).length,
      lateWindow: rows.filter((s) => s.late).length,
      redMrrCents: sum(reds),
      atStakeCents: sum(reds) * 3,
      views: tally,
      withoutMrr: rows.filter((s) => s.mrr === null).length,
      shallow: 0.3,
      segments: segmentKeys.map((key, index) => ({
        key,
        label: ['SMB', 'Mid-market', 'Enterprise'][index] ?? key,
        accounts: all.filter((s) => s.segment === index).length,
      })),
      stages: stageOrder.map(([key, , label], index) => ({
        key,
        label,
        accounts: all.filter((s) => s.stages.includes(index)).length,
      })),
      signals: cases.map(({ key, signal: label }) => ({
        key,
        label,
        accounts: all.filter((s) => signalOf(s)?.key === key).length,
      })),
      owners: owners.map((owner) => ({
        ...owner,
        accounts: all.filter((s) => ownerKeyOf(s) === owner.key).length,
      })),
      unowned: all.filter((s) => ownerKeyOf(s) === null).length,
      me: { ...owners[0]!, accounts: all.filter((s) => ownerKeyOf(s) === owners[0]?.key).length },
      first: firsts.map((s) => {
        const line = sampleLine(s, asOf);
        return {
          id: s.id,
          account: s.name,
          evidence: line.action.evidence,
          renewsOn: line.renewsOn,
          mrrCents: s.mrr,
        };
      }),
    },
  };
}
