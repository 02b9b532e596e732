// Words for suggested events and answers to them over HTTP.
import { createRoute } from '@hono/zod-openapi';
import { answerSuggestion, takeBackAnswer } from '#actions/answer-suggestion.ts';
import { changeKeywords, findWords, readKeywords, type KeywordList as ListRead } from '#actions/keywords.ts';
import { formatDay } from '#base/day.ts';
import type { Language } from '#contract/common.ts';
import type { KeywordList } from '#contract/keywords.ts';
import { routes } from '#contract/routes.ts';
import { mostWords } from '#domain/events/own-keywords.ts';
import { choicesIn, listedWordsIn } from '#words/suggested.ts';
import type { App, Door } from './door.ts';
import { onceOf } from './once-of.ts';
import { sessionOf } from './session-of.ts';

function listAnswer(list: ListRead, lang: Language): KeywordList {
  const { words, method, stamp, reading, last } = list;
  return {
    words: listedWordsIn(words, method, lang),
    events: choicesIn(method.events, lang),
    families: choicesIn(method.families, lang),
    most: mostWords,
    stamp,
    reading,
    last: last && { ...last, at: new Date(last.at).toISOString() },
  };
}

function wordRoutes(app: App, door: Door): void {
  app.openapi(createRoute(routes.getKeywords), async (c) => {
    const { session } = await sessionOf(c, door);
    return c.json(listAnswer(await readKeywords(session), c.req.valid('query').lang), 200);
  });
  app.openapi(createRoute(routes.putKeywords), async (c) => {
    const { session } = await sessionOf(c, door);
    const told = await changeKeywords({ ...session, door: 'screen' }, c.req.valid('json'));
    return c.json(listAnswer(told, c.req.valid('query').lang), 200);
  });
  app.openapi(createRoute(routes.findKeyword), async (c) => {
    const { session } = await sessionOf(c, door);
    const { examples, ...found } = await findWords(session, c.req.valid('query').word);
    const shown = examples.map(({ day, ...one }) => ({ ...one, on: formatDay(day) }));
    return c.json({ ...found, examples: shown }, 200);
  });
}

export function keywordRoutes(app: App, door: Door): void {
  wordRoutes(app, door);
  app.openapi(createRoute(routes.postSuggestion), async (c) => {
    const { session } = await sessionOf(c, door);
    const { id } = c.req.valid('param');
    const told = c.req.valid('json');
    const once = onceOf(c.req.valid('header'), ['suggestion', id, told]);
    return c.json(await answerSuggestion({ ...session, door: 'screen' }, id, told, once), 200);
  });
  app.openapi(createRoute(routes.deleteSuggestion), async (c) => {
    const { session } = await sessionOf(c, door);
    const { id, answer } = c.req.valid('param');
    return c.json(await takeBackAnswer({ ...session, door: 'screen' }, id, answer, null), 200);
  });
}
