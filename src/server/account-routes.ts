// The base and the customer over HTTP: lists in pages, one account whole.
import { createRoute } from '@hono/zod-openapi';
import { listAccounts, type AccountList, type ListedAccount } from '#actions/list-accounts.ts';
import { openAccount } from '#actions/open-account.ts';
import { placesOf } from '#actions/own-access.ts';
import { readWorkspaces } from '#actions/workspaces.ts';
import { formatDay, mondayOf } from '#base/day.ts';
import type { AccountsPage } from '#contract/accounts.ts';
import { maxBytes, type Language } from '#contract/common.ts';
import type { CustomerPage } from '#contract/customer.ts';
import { routes } from '#contract/routes.ts';
import type { Decision } from '#domain/decision.ts';
import { customerPageOf } from '#words/customer-page.ts';
import { said } from '#words/fill.ts';
import { segmentLabel } from '#words/labels.ts';
import { lineOf, type Line } from '#words/line.ts';
import { noticesWords } from '#words/notice.ts';
import type { App, Door } from './door.ts';
import { sessionOf } from './session-of.ts';

/** The line of a listed account. The list keeps no assessment; lines need none. */
export function lineOfListed(
  listed: ListedAccount,
  list: Pick<AccountList, 'workspace' | 'method' | 'members'>,
  rank: number | null,
  lang: Language,
): Line {
  const head = {
    id: listed.id,
    name: listed.name,
    currency: list.workspace.currency,
    rank,
    spark: listed.decision.spark,
    people: list.members,
  };
  return lineOf(listed.decision as unknown as Decision, head, list.method.compiled.method, lang);
}

function facetsOf(list: AccountList, lang: Language) {
  const stages = list.method.compiled.method.stages;
  const counted = new Map(list.facets.stages.map((facet) => [facet.key, facet.accounts]));
  return {
    segments: list.facets.segments.map(({ key, accounts }) => ({
      key,
      accounts,
      label: segmentLabel(key, lang),
    })),
    stages: stages
      .filter((stage) => counted.has(stage.key))
      .map((stage) => ({
        key: stage.key,
        label: said(stage.label, lang),
        accounts: counted.get(stage.key) ?? 0,
      })),
  };
}

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
        const line = lineOfListed(listed, list, null, lang);
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
    items: list.items.map((listed) =>
      lineOfListed(listed, list, null, lang),
    ) as unknown as AccountsPage['items'],
    nextCursor: list.nextCursor,
    summary: summaryOf(list, lang),
    notices: [...noticesWords(list.notices, method.compiled.method, lang)],
    week: formatDay(mondayOf(list.day)),
  };
}

/** Rows of a page so that no answer passes the byte limit; a page may end early. */
const rowsPerAnswer = 60;

function listRoute(app: App, door: Door): void {
  app.openapi(createRoute(routes.listAccounts), async (c) => {
    const { session } = await sessionOf(c, door);
    const { lang, dir, limit, ...query } = c.req.valid('query');
    let rows = Math.min(limit, rowsPerAnswer);
    for (;;) {
      const page = pageOf(await listAccounts(session, { ...query, desc: dir === 'desc', limit: rows }), lang);
      const body = JSON.stringify(page);
      if (Buffer.byteLength(body) <= maxBytes || rows === 1)
        return c.body(body, 200, { 'content-type': 'application/json; charset=utf-8' }) as never;
      rows = Math.max(1, Math.floor(rows / 2));
    }
  });
}

function customerRoute(app: App, door: Door): void {
  app.openapi(createRoute(routes.getAccount), async (c) => {
    const { session } = await sessionOf(c, door);
    const { asOf, lang } = c.req.valid('query');
    const opened = await openAccount(session, c.req.valid('param').id, asOf);
    const page = customerPageOf(
      {
        ...opened,
        account: { id: opened.account.accountId, name: opened.account.name, taxId: opened.account.taxId },
        currency: opened.workspace.currency,
        method: { version: opened.method.version, method: opened.method.compiled.method },
      },
      lang,
    );
    return c.json(page as unknown as CustomerPage, 200);
  });
}

function workspacesRoute(app: App, door: Door): void {
  app.openapi(createRoute(routes.listWorkspaces), async (c) => {
    const who = c.get('who');
    const places = who === null || who === 'operator' ? null : await placesOf(door.store, who.userId);
    const all = await readWorkspaces(
      door.store,
      door.now(),
      door.random,
      (id) => places?.get(id)?.sees ?? null,
    );
    const found = places === null ? all : all.filter(({ id }) => places.has(id));
    const heads = found.map(({ id, slug, name, sample, accounts, today }) => ({
      id,
      slug,
      name,
      sample,
      accounts,
      today: formatDay(today),
    }));
    return c.json(heads, 200);
  });
}

export function accountRoutes(app: App, door: Door): void {
  workspacesRoute(app, door);
  listRoute(app, door);
  customerRoute(app, door);
}
