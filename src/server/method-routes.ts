// The method over HTTP.
import { createRoute } from '@hono/zod-openapi';
import { publishMethod, readMethod, readMethodText, type MethodRead as Read } from '#actions/method.ts';
import { previewMethod } from '#actions/preview-method.ts';
import type { Language } from '#contract/common.ts';
import type { MethodRead } from '#contract/methods.ts';
import { routes } from '#contract/routes.ts';
import { practiceWords } from '#words/practice.ts';
import { bandTexts, changeTexts, methodWords, previewText } from '#words/method.ts';
import type { App, Door } from './door.ts';
import { onceOf } from './once-of.ts';
import { sessionOf } from './session-of.ts';

const labelIn = ({ pt, en }: { pt: string; en: string }, lang: Language): string => (lang === 'en' ? en : pt);

function readAnswer(read: Read, lang: Language): MethodRead {
  const { version, method, versions, templates, warnings } = read;
  const names = new Map(templates.map(({ key, label }) => [key, labelIn(label, lang)]));
  const words = methodWords(method, lang);
  return {
    version,
    ...words,
    stages: words.stages.map((stage) => ({
      ...stage,
      exit: [...stage.exit],
      questions: [...stage.questions],
      faster: [...stage.faster],
    })),
    pillars: [...words.pillars],
    weights: words.weights.map((row) => ({ ...row, weights: [...row.weights] })),
    signals: [...words.signals],
    warnings: warnings.map((one) => ({ code: one.code, ...practiceWords(one, method, lang) })),
    versions: versions.map(({ version: number, key, actor, publishedAt }) => ({
      version: number,
      key,
      label: names.get(key) ?? key,
      actor,
      at: new Date(publishedAt).toISOString(),
    })),
    templates: templates.map(({ key, label, stages }) => ({
      key,
      label: labelIn(label, lang),
      stages: stages.map((stage) => labelIn(stage.label, lang)),
    })),
  };
}

export function methodRoutes(app: App, door: Door): void {
  app.openapi(createRoute(routes.getMethod), async (c) => {
    const { session } = await sessionOf(c, door);
    return c.json(readAnswer(await readMethod(session), c.req.valid('query').lang), 200);
  });
  app.openapi(createRoute(routes.getMethodText), async (c) => {
    const { session } = await sessionOf(c, door);
    const version = c.req.valid('query').version ?? (await readMethod(session)).version;
    return c.json({ version, source: await readMethodText(session, { version }) }, 200);
  });
  app.openapi(createRoute(routes.previewMethod), async (c) => {
    const { session } = await sessionOf(c, door);
    const { lang } = c.req.valid('query');
    const found = await previewMethod(session, c.req.valid('json'));
    const methods = { running: found.running.method, chosen: found.chosen.method };
    const texts = bandTexts(found, lang);
    return c.json(
      {
        over: found.over,
        total: found.total,
        looked: found.looked,
        changed: found.changed,
        byAspect: found.byAspect,
        text: previewText(found, lang),
        bands: found.bands.map((move, at) => ({ ...move, text: texts[at] ?? '' })),
        examples: found.examples.map((one) => ({
          id: one.id,
          account: one.name,
          changes: changeTexts(one, methods, lang),
        })),
      },
      200,
    );
  });
  app.openapi(createRoute(routes.publishMethod), async (c) => {
    const { session } = await sessionOf(c, door);
    const { choice, over } = c.req.valid('json');
    const once = onceOf(c.req.valid('header'), ['publish-method', choice, over]);
    return c.json(await publishMethod({ ...session, door: 'screen' }, choice, over, once), 200);
  });
}
