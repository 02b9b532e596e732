// Facts over HTTP: the batch that records them, the story of an account, joining and parting accounts.
import { createRoute } from '@hono/zod-openapi';
import { mergeAccounts, unmergeAccount } from '#actions/merge-accounts.ts';
import { checkFacts, recordFacts, type Recorded } from '#actions/record-facts.ts';
import { readTimeline } from '#actions/read-timeline.ts';
import { formatDay, parseDay } from '#base/day.ts';
import { isUuid } from '#base/id.ts';
import { startOfDay } from '#base/zone.ts';
import type { FactInput, RecordedFacts, TimelinePage } from '#contract/facts.ts';
import type { Language } from '#contract/common.ts';
import { routes } from '#contract/routes.ts';
import { specOf, type FactType } from '#domain/facts/catalogue.ts';
import type { Method } from '#domain/method/schema.ts';
import { said } from '#words/fill.ts';
import { signalTone } from '#words/line.ts';
import { methodNames } from '#words/names.ts';
import { kindLabel, sourceLabel } from '#words/fact-labels.ts';
import { storyText } from '#words/timeline.ts';
import type { App, Door } from './door.ts';
import { onceOf } from './once-of.ts';
import { sessionOf } from './session-of.ts';

/** A day is 00:00 in the workspace's zone; an instant stands as it is. */
function instantText(value: string, zone: string): string {
  const day = parseDay(value);
  return day === null ? value : new Date(startOfDay(day, zone)).toISOString();
}

function inputOf(fact: FactInput, zone: string): unknown {
  const { account, occurredAt, knownAt, ...rest } = fact;
  const named =
    account === undefined ? null : isUuid(account) ? { id: account } : { source: fact.source, key: account };
  return {
    ...rest,
    ...(named ? { account: named } : {}),
    occurredAt: instantText(occurredAt, zone),
    ...(knownAt === undefined ? {} : { knownAt: instantText(knownAt, zone) }),
  };
}

function answerOf(recorded: Recorded): RecordedFacts {
  return {
    results: [...recorded.results],
    decided: recorded.decided.map(({ id, name, decision }) => ({
      account: name,
      id,
      score: decision.health.score,
      band: decision.health.band,
      action: decision.action.key,
      offer: decision.offer,
      signals: decision.signals.map((signal) => signal.key),
    })),
  };
}

function postFacts(app: App, door: Door): void {
  app.openapi(createRoute(routes.postFacts), async (c) => {
    const { session, workspace } = await sessionOf(c, door);
    const { facts } = c.req.valid('json');
    const inputs = checkFacts(facts.map((fact) => inputOf(fact, workspace.zone)));
    const key = c.req.valid('header')['idempotency-key'];
    const recorded = await recordFacts(
      session,
      inputs,
      key ? { key, request: facts, answer: answerOf } : null,
    );
    return c.json('kept' in recorded ? recorded.kept : answerOf(recorded), 200);
  });
}

/** The signals a fact is evidence of, with what to call and how to colour each. */
function signalsOf(keys: readonly string[], method: Method, lang: Language) {
  const known = keys.flatMap((key) => method.signals.find((signal) => signal.key === key) ?? []);
  return {
    signalKeys: known.map(({ key }) => key),
    signalLabels: known.map(({ label }) => said(label, lang)),
    signalTones: known.map(({ kinds }) => signalTone(kinds)),
  };
}

function listFacts(app: App, door: Door): void {
  app.openapi(createRoute(routes.listAccountFacts), async (c) => {
    const { session } = await sessionOf(c, door);
    const { lang, ...ask } = c.req.valid('query');
    const { id } = c.req.valid('param');
    const story = await readTimeline(session, id, ask);
    const method = story.method.compiled.method;
    const names = methodNames(method, story.people, lang, story.contactRoles);
    const items = story.items.map((fact) => {
      const { kind } = specOf(fact.type as FactType);
      return {
        id: fact.id,
        type: fact.type,
        kind,
        label: kindLabel(kind, lang),
        text: storyText(fact, names, lang),
        occurredAt: new Date(fact.occurredAt).toISOString(),
        knownAt: new Date(fact.knownAt).toISOString(),
        source: sourceLabel(fact.source, lang),
        hindsight: fact.hindsight,
        importId: fact.importId,
        ...signalsOf(story.signals.get(fact.id) ?? [], method, lang),
      };
    });
    const page: TimelinePage = {
      asOf: formatDay(story.day),
      items,
      nextCursor: story.nextCursor,
      total: story.total,
    };
    return c.json(page, 200);
  });
}

function joins(app: App, door: Door): void {
  app.openapi(createRoute(routes.mergeAccount), async (c) => {
    const { session } = await sessionOf(c, door);
    const { into, reason = 'person' } = c.req.valid('json');
    const { id } = c.req.valid('param');
    const once = onceOf(c.req.valid('header'), ['merge', id, into, reason]);
    return c.json(await mergeAccounts(session, id, into, reason, once), 200);
  });
  app.openapi(createRoute(routes.unmergeAccount), async (c) => {
    const { session } = await sessionOf(c, door);
    const { id } = c.req.valid('param');
    return c.json(await unmergeAccount(session, id, onceOf(c.req.valid('header'), ['unmerge', id])), 200);
  });
}

export function factRoutes(app: App, door: Door): void {
  postFacts(app, door);
  listFacts(app, door);
  joins(app, door);
}
