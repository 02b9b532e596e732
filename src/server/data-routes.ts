// Data quality, identities and the download over HTTP: figures of verbs with their words beside them.
import { createRoute } from '@hono/zod-openapi';
import { formatDay } from '#base/day.ts';
import { listImportsOf, readDataQuality } from '#actions/data-quality.ts';
import { readIdentity } from '#actions/identity.ts';
import { confirmGroup, openShell, rejectGroup, rejectPair } from '#actions/identity-answers.ts';
import type { Language } from '#contract/common.ts';
import type { DataQuality, ImportLine, ImportPage } from '#contract/data-quality.ts';
import type { Identity } from '#contract/identity.ts';
import { routes } from '#contract/routes.ts';
import { joinReason, matchLabel, refusalLabel, suggestionText, tableLabel } from '#words/data-labels.ts';
import { collectWords, coverageWords, lateWords } from '#words/data-quality.ts';
import { kindLabel, sourceLabel } from '#words/fact-labels.ts';
import type { App, Door } from './door.ts';
import { onceOf } from './once-of.ts';
import { sessionOf } from './session-of.ts';

type ImportRow = Awaited<ReturnType<typeof listImportsOf>>['items'][number];
type Brought = {
  recorded: number;
  duplicate: number;
  accounts: number;
  opened: number;
  byKind: Readonly<Record<string, number>>;
};

const whole = (value: unknown): number => (typeof value === 'number' ? value : 0);

function broughtOf(report: ImportRow['report'], lang: Language): ImportLine['brought'] {
  const told = report['brought'] as Brought | undefined;
  if (told === undefined) return null;
  const kinds = Object.entries(told.byKind).toSorted(([, a], [, b]) => b - a);
  return {
    recorded: told.recorded,
    known: told.duplicate,
    accounts: told.accounts,
    opened: told.opened,
    kinds: kinds.map(([kind, facts]) => ({ label: kindLabel(kind, lang), facts })),
  };
}

function importLine(row: ImportRow, lang: Language): ImportLine {
  const table = row.report['table'];
  return {
    id: row.importId,
    file: row.fileName,
    table: typeof table === 'string' ? tableLabel(table, lang) : null,
    state: row.state === 'undone' ? 'undone' : 'committed',
    today: row.today,
    at: new Date(row.createdAt).toISOString(),
    actor: row.actor,
    rows: whole(row.report['rows']),
    accepted: whole(row.report['accepted']),
    refused: whole(row.report['refused']),
    problems: row.problems,
    brought: broughtOf(row.report, lang),
  };
}

const importPage = (
  page: { items: readonly ImportRow[]; nextCursor: string | null },
  lang: Language,
): ImportPage => ({
  items: page.items.map((row) => importLine(row, lang)),
  nextCursor: page.nextCursor,
});

function dataQualityRoutes(app: App, door: Door): void {
  app.openapi(createRoute(routes.getDataQuality), async (c) => {
    const { session } = await sessionOf(c, door);
    const { lang } = c.req.valid('query');
    const read = await readDataQuality(session);
    const { method } = read.method.compiled;
    const { shells, facts, mrrCents } = read.waiting;
    const page: DataQuality = {
      asOf: formatDay(read.day),
      accounts: read.coverage.accounts,
      unknown: read.coverage.unknown,
      pillars: coverageWords(read.coverage, method, lang),
      collect: collectWords(read.coverage.collect, lang),
      ...lateWords(read.late.slice(0, shownFeeds), lang),
      feeds: read.feeds,
      imports: importPage(read.imports, lang),
      sources: read.sources.map(({ table, imports, rows, accepted, refused, reasons }) => ({
        table,
        label: tableLabel(table, lang) ?? (lang === 'en' ? 'not recognised' : 'não reconhecida'),
        imports,
        rows,
        accepted,
        refused,
        reasons: reasons.map(({ code, cells }) => ({ code, label: refusalLabel(code, lang), cells })),
      })),
      countedImports: read.countedImports,
      inbox: { shells, facts, mrrCents },
      currency: read.currency,
      workbook: read.workbook,
    };
    return c.json(page, 200);
  });
  app.openapi(createRoute(routes.listImports), async (c) => {
    const { session } = await sessionOf(c, door);
    const { lang, cursor, limit } = c.req.valid('query');
    return c.json(importPage(await listImportsOf(session, cursor, limit), lang), 200);
  });
}

/** Late feeds named in one answer. */
const shownFeeds = 50;

function identityPage(read: Awaited<ReturnType<typeof readIdentity>>, lang: Language): Identity {
  return {
    suggestions: {
      items: read.suggestions.items.map(({ left, right, reason }) => ({
        left,
        right,
        code: reason.code,
        reason: suggestionText(reason, lang),
      })),
      total: read.suggestions.total,
      comparing: read.suggestions.comparing,
    },
    groups: read.groups.map(({ root, total, accounts, group }) => ({
      root,
      total,
      accounts,
      name: group?.replaceAll('_', ' ') ?? accounts[0]?.name ?? root,
    })),
    joined: {
      items: read.joined.items.map(({ id, name, intoId, intoName, reason, actor, at }) => ({
        id,
        name,
        into: { id: intoId, name: intoName },
        reason: joinReason(reason, lang),
        actor,
        at: new Date(at).toISOString(),
      })),
      total: read.joined.total,
    },
    matches: read.reasons.map(({ source, by, keys, accounts }) => ({
      source: sourceLabel(source, lang),
      by,
      label: matchLabel(by, lang),
      keys,
      accounts,
    })),
    inbox: {
      ...read.waiting,
      items: read.shells.items.map(({ id, name, taxId, facts, mrrCents, source }) => ({
        id,
        name,
        taxId,
        facts,
        mrrCents,
        source: source === null ? '' : sourceLabel(source, lang),
      })),
      nextCursor: read.shells.nextCursor,
    },
    currency: read.currency,
  };
}

function identityRoutes(app: App, door: Door): void {
  app.openapi(createRoute(routes.getIdentity), async (c) => {
    const { session } = await sessionOf(c, door);
    const { lang, cursor } = c.req.valid('query');
    return c.json(identityPage(await readIdentity(session, cursor), lang), 200);
  });
  app.openapi(createRoute(routes.answerPair), async (c) => {
    const { session } = await sessionOf(c, door);
    const { left, right, rejected, reason } = c.req.valid('json');
    const once = onceOf(c.req.valid('header'), ['pair', left, right, rejected, reason]);
    const told = { rejected, reason };
    return c.json(await rejectPair({ ...session, door: 'screen' }, [left, right], told, once), 200);
  });
  app.openapi(createRoute(routes.answerGroup), async (c) => {
    const { session } = await sessionOf(c, door);
    const { root, answer, name } = c.req.valid('json');
    const by = { ...session, door: 'screen' } as const;
    const once = onceOf(c.req.valid('header'), ['group', root, answer, name ?? null]);
    if (answer === 'confirmed') return c.json(await confirmGroup(by, root, name ?? '', once), 200);
    const told = { rejected: answer === 'rejected', reason: 'person' };
    return c.json(await rejectGroup(by, root, told, once), 200);
  });
  app.openapi(createRoute(routes.assignShell), async (c) => {
    const { session } = await sessionOf(c, door);
    const { assigned } = c.req.valid('json');
    const { id } = c.req.valid('param');
    const once = onceOf(c.req.valid('header'), ['assign', id, assigned]);
    return c.json(await openShell({ ...session, door: 'screen' }, id, assigned, once), 200);
  });
}

export function dataRoutes(app: App, door: Door): void {
  dataQualityRoutes(app, door);
  identityRoutes(app, door);
}
