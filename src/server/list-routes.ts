// The base over HTTP: its list in pages, the ids of what a filter holds.
import { createRoute } from '@hono/zod-openapi';
import {
  listAccountIds,
  listAccounts,
  type AccountList,
  type ListedAccount,
} from '#actions/list-accounts.ts';
import { formatDay, mondayOf, parseDay } from '#base/day.ts';
import type { AccountsPage, BaseLine } from '#contract/accounts.ts';
import { maxBytes, type Language } from '#contract/common.ts';
import { routes } from '#contract/routes.ts';
import type { Decision } from '#domain/decision.ts';
import { said } from '#words/fill.ts';
import { segmentLabel } from '#words/labels.ts';
import { lineOf } from '#words/line.ts';
import { noticesWords } from '#words/notice.ts';
import type { App, Door } from './door.ts';
import { sessionOf } from './session-of.ts';
import { writable } from './writable.ts';

type ListHead = Pick<AccountList, 'workspace' | 'method' | 'members' | 'day'>;

/** The line of a listed account. The list keeps no assessment; lines need none. */
export function lineOfListed(listed: ListedAccount, list: ListHead, lang: Language): BaseLine {
  const head = {
    id: listed.id,
    name: listed.name,
    currency: list.workspace.currency,
    rank: null,
    spark: listed.decision.spark,
    people: list.members,
  };
  const talked = listed.talkedOn === null ? null : parseDay(listed.talkedOn);
  const line = lineOf(listed.decision as unknown as Decision, head, list.method.compiled.method, lang);
  return {
    ...writable(line),
    owner: listed.owner,
    ownerLabel: listed.owner === null ? null : (list.members[listed.owner] ?? listed.owner),
    quietDays: talked === null ? null : list.day - talked,
  };
}

/** Facets under their labels; stages and signals in the method's order, those it no longer has left out. */
function facetsOf(list: AccountList, lang: Language) {
  const { method } = list.method.compiled;
  const { facets, members, me } = list;
  const inOrder = (all: typeof method.stages | typeof method.signals, counted: typeof facets.stages) => {
    const counts = new Map(counted.map(({ key, accounts }) => [key, accounts]));
    return all
      .filter(({ key }) => counts.has(key))
      .map(({ key, label }) => ({ key, label: said(label, lang), accounts: counts.get(key) ?? 0 }));
  };
  const named = (key: string, accounts: number) => ({ key, label: members[key] ?? key, accounts });
  const owned = (key: string | null) => facets.owners.find((one) => one.key === key)?.accounts ?? 0;
  return {
    segments: facets.segments.map(({ key, accounts }) => ({
      key,
      accounts,
      label: segmentLabel(key, lang),
    })),
    stages: inOrder(method.stages, facets.stages),
    signals: inOrder(method.signals, facets.signals),
    owners: facets.owners
      .filter(({ key }) => key !== null)
      .slice(0, mostOwners)
      .map(({ key, accounts }) => named(key ?? '', accounts)),
    unowned: owned(null),
    me: me === null ? null : named(me, owned(me)),
  };
}

/** Owners that an answer names; a firm has fewer. */
const mostOwners = 200;

function summaryOf(list: AccountList, lang: Language): AccountsPage['summary'] {
  const { summary } = list;
  return {
    bands: { red: summary.red, yellow: summary.yellow, green: summary.green, unknown: summary.unknown },
    mrrCents: summary.mrrCents,
    currency: list.workspace.currency,
    inWindow: summary.inWindow,
    lateWindow: summary.lateWindow,
    redMrrCents: summary.redMrrCents,
    atStakeCents: summary.atStakeCents,
    views: { ...list.views },
    withoutMrr: summary.withoutMrr,
    shallow: summary.total === 0 ? 0 : summary.shallow / summary.total,
    ...facetsOf(list, lang),
    first: list.first
      .filter((listed) => listed.decision.atRisk)
      .map((listed) => {
        const line = lineOfListed(listed, list, lang);
        const evidence = line.signals[0]?.evidence ?? line.why[0] ?? line.action.text;
        return {
          id: line.id,
          account: line.account,
          evidence,
          renewsOn: line.renewsOn,
          mrrCents: line.mrrCents,
        };
      }),
  };
}

function pageOf(list: AccountList, lang: Language): AccountsPage {
  const { method } = list;
  return {
    asOf: formatDay(list.day),
    isToday: list.day === list.today,
    method: {
      key: method.compiled.method.key,
      label: said(method.compiled.method.label, lang),
      version: method.version,
    },
    total: list.summary.total,
    items: list.items.map((listed) => lineOfListed(listed, list, lang)),
    nextCursor: list.nextCursor,
    summary: summaryOf(list, lang),
    notices: [...noticesWords(list.notices, method.compiled.method, lang)],
    week: formatDay(mondayOf(list.day)),
  };
}

/** Rows that an answer has room for, as a rule; fewer where they are long. */
const rowsPerAnswer = 60;

/** The page as text, ended early where it would pass the byte limit: a line is made and measured once. */
function textOf(list: AccountList, lang: Language): string {
  const { items: _items, ...rest } = pageOf({ ...list, items: [] }, lang);
  const lines: string[] = [];
  let room = maxBytes - Buffer.byteLength(JSON.stringify(rest)) - 200;
  for (const listed of list.items) {
    const line = JSON.stringify(lineOfListed(listed, list, lang));
    room -= Buffer.byteLength(line) + 1;
    if (room < 0 && lines.length > 0) break;
    lines.push(line);
  }
  const early = lines.length < list.items.length;
  const nextCursor = early ? (list.cursors[lines.length - 1] ?? null) : list.nextCursor;
  const head = JSON.stringify({ ...rest, nextCursor });
  return `${head.slice(0, -1)},"items":[${lines.join(',')}]}`;
}

export function listRoutes(app: App, door: Door): void {
  app.openapi(createRoute(routes.listAccounts), async (c) => {
    const { session } = await sessionOf(c, door);
    const { lang, dir, limit, ...query } = c.req.valid('query');
    const rows = Math.min(limit, rowsPerAnswer);
    const list = await listAccounts(session, { ...query, desc: dir === 'desc', limit: rows });
    return c.body(textOf(list, lang), 200, {
      'content-type': 'application/json; charset=utf-8',
    }) as never;
  });
  app.openapi(createRoute(routes.listAccountIds), async (c) => {
    const { session } = await sessionOf(c, door);
    const { lang: _lang, ...query } = c.req.valid('query');
    const { ids, nextCursor, day } = await listAccountIds(session, query);
    return c.json({ ids: [...ids], nextCursor, asOf: day }, 200);
  });
}
