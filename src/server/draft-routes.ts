// Imports that are looked at before they are committed, over HTTP: files in, what each is, choices, difference, commit.
import { createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { answerQuestion, readQuestions } from '#actions/draft-answer.ts';
import { changeTable, readTable } from '#actions/draft-change.ts';
import { cancelDraft, commitDraft } from '#actions/draft-commit.ts';
import { lookAt, lookAtHand } from '#actions/draft-trial.ts';
import { wholeDraft } from '#actions/draft-whole.ts';
import { addFile, beginDraft, discardDraft, listDrafts, removeFile } from '#actions/drafts.ts';
import { readFirstValue, tellFirstValue } from '#actions/first-value.ts';
import { forgetMapping, readMappings } from '#actions/mappings.ts';
import { Refusal } from '#actions/refusal.ts';
import { routes } from '#contract/routes.ts';
import type { Draft } from '#contract/drafts.ts';
import type { Session } from '#actions/session.ts';
import type { Locale } from '#words/format.ts';
import type { App, AppVariables, Door } from './door.ts';
import { draftAnswer, draftHead } from './draft-answers.ts';
import { differenceAnswer, openOf, questionsAnswer } from './draft-question-answers.ts';
import { tableAnswer } from './draft-table-answers.ts';
import { onceOf } from './once-of.ts';
import { sessionOf } from './session-of.ts';

async function* bytesOf(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  if (body) for await (const chunk of body) yield chunk;
}

async function screen(c: Context<AppVariables>, door: Door): Promise<Session> {
  return { ...(await sessionOf(c, door)).session, door: 'screen' };
}

async function shown(session: Session, id: string, lang: Locale): Promise<Draft> {
  const whole = await wholeDraft(session, id, lang);
  const look = whole.draft.state === 'open' ? await lookAtHand(session, whole) : null;
  return draftAnswer(whole, openOf(look?.questions ?? [], whole.draft.answers), lang);
}

function begun(app: App, door: Door): void {
  app.openapi(createRoute(routes.postDraft), async (c) => {
    const session = await screen(c, door);
    const { today } = c.req.valid('json');
    const id = await beginDraft(session, today, onceOf(c.req.valid('header'), ['draft', today ?? null]));
    return c.json(await shown(session, id, c.req.valid('query').lang), 200);
  });
  app.openapi(createRoute(routes.listDrafts), async (c) => {
    const session = await screen(c, door);
    const { lang } = c.req.valid('query');
    const items = (await listDrafts(session)).map((one) => draftHead(one, lang));
    return c.json({ items }, 200);
  });
  app.openapi(createRoute(routes.getDraft), async (c) => {
    const session = await screen(c, door);
    return c.json(await shown(session, c.req.valid('param').draft, c.req.valid('query').lang), 200);
  });
  app.openapi(createRoute(routes.deleteDraft), async (c) => {
    const session = await screen(c, door);
    const { draft } = c.req.valid('param');
    await discardDraft(session, draft);
    return c.json({ id: draft }, 200);
  });
}

function files(app: App, door: Door): void {
  app.openapi(createRoute(routes.postDraftFile), async (c) => {
    const session = await screen(c, door);
    const { lang, name } = c.req.valid('query');
    const { draft } = c.req.valid('param');
    await addFile(session, draft, name, bytesOf(c.req.raw.body), c.req.valid('header')['idempotency-key']);
    return c.json(await shown(session, draft, lang), 200);
  });
  app.openapi(createRoute(routes.deleteDraftFile), async (c) => {
    const session = await screen(c, door);
    const { draft, file } = c.req.valid('param');
    await removeFile(session, draft, file);
    return c.json(await shown(session, draft, c.req.valid('query').lang), 200);
  });
  app.openapi(createRoute(routes.getDraftTable), async (c) => {
    const session = await screen(c, door);
    const { draft, table } = c.req.valid('param');
    const { lang } = c.req.valid('query');
    const found = await readTable(session, draft, table, lang);
    return c.json(tableAnswer(found, await wholeDraft(session, draft, lang), lang), 200);
  });
  app.openapi(createRoute(routes.patchDraftTable), async (c) => {
    const session = await screen(c, door);
    const { draft, table } = c.req.valid('param');
    const { lang } = c.req.valid('query');
    const found = await changeTable(session, draft, table, c.req.valid('json'), lang);
    return c.json(tableAnswer(found, await wholeDraft(session, draft, lang), lang), 200);
  });
}

/** Entries before a page; refuses with `cursor-invalid` what no page gave. */
function startOf(cursor: string | undefined): number {
  if (cursor !== undefined && !/^\d{1,9}$/.test(cursor)) throw new Refusal('cursor-invalid', {});
  return Number(cursor ?? 0);
}

function checked(app: App, door: Door): void {
  app.openapi(createRoute(routes.getDraftDifference), async (c) => {
    const session = await screen(c, door);
    const { lang, cursor, limit } = c.req.valid('query');
    const whole = await wholeDraft(session, c.req.valid('param').draft, lang);
    const { difference } = await lookAt(session, whole);
    return c.json(differenceAnswer(difference, startOf(cursor), limit, lang), 200);
  });
  app.openapi(createRoute(routes.listDraftQuestions), async (c) => {
    const session = await screen(c, door);
    const { questions, answers } = await readQuestions(session, c.req.valid('param').draft);
    return c.json(questionsAnswer(questions, answers, c.req.valid('query').lang), 200);
  });
  app.openapi(createRoute(routes.putDraftQuestion), async (c) => {
    const session = await screen(c, door);
    const { draft, question } = c.req.valid('param');
    const { questions, answers } = await answerQuestion(session, draft, question, c.req.valid('json'));
    return c.json(questionsAnswer(questions, answers, c.req.valid('query').lang), 200);
  });
}

function recorded(app: App, door: Door): void {
  app.openapi(createRoute(routes.postDraftCommit), async (c) => {
    const session = await screen(c, door);
    const { draft } = c.req.valid('param');
    const { lang } = c.req.valid('query');
    const once = onceOf(c.req.valid('header'), ['commit', draft]);
    await commitDraft(session, draft, door.log, { once, locale: lang });
    return c.json(await shown(session, draft, lang), 200);
  });
  app.openapi(createRoute(routes.postDraftCancel), async (c) => {
    const session = await screen(c, door);
    const { draft } = c.req.valid('param');
    await cancelDraft(session, draft);
    return c.json(await shown(session, draft, c.req.valid('query').lang), 200);
  });
  app.openapi(createRoute(routes.getFirstValue), async (c) =>
    c.json(await readFirstValue(await screen(c, door)), 200),
  );
  app.openapi(createRoute(routes.putFirstValue), async (c) =>
    c.json(await tellFirstValue(await screen(c, door), c.req.valid('json').text), 200),
  );
}

function mappings(app: App, door: Door): void {
  app.openapi(createRoute(routes.listMappings), async (c) => {
    const items = (await readMappings(await screen(c, door))).map(
      ({ savedAt, columns, answers, ...one }) => ({
        ...one,
        columns: { ...columns },
        answers: { ...answers },
        savedAt: new Date(savedAt).toISOString(),
      }),
    );
    return c.json({ items }, 200);
  });
  app.openapi(createRoute(routes.deleteMapping), async (c) => {
    const { mapping } = c.req.valid('param');
    await forgetMapping(await screen(c, door), mapping);
    return c.json({ id: mapping }, 200);
  });
}

export function draftRoutes(app: App, door: Door): void {
  begun(app, door);
  files(app, door);
  checked(app, door);
  recorded(app, door);
  mappings(app, door);
}
