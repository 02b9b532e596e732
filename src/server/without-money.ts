// The last thing that happens to an answer: whoever is not told amounts of money gets it without them, whatever route made
// it. Files are no answers of a schema: the export leaves amounts out by itself.
import type { Context } from 'hono';
import { hideMoneyOf } from '#contract/hidden-money.ts';
import type { RouteName } from '#contract/routes.ts';
import { hideAmounts } from '#words/hidden-money.ts';
import type { AppVariables } from './door.ts';
import { localeOf } from './problem-answer.ts';

/** Puts the answer without amounts in place of the one that a route gave. */
export async function answerWithoutMoney(c: Context<AppVariables>, name: RouteName): Promise<void> {
  const given = c.res;
  if (!/\bjson\b/.test(given.headers.get('content-type') ?? '')) return;
  const lang = c.req.query('lang') === 'en' ? 'en' : 'pt-BR';
  const locale = given.ok ? lang : localeOf(c);
  const answer = hideMoneyOf(given.ok ? name : null, await given.json(), (text) => hideAmounts(text, locale));
  const headers = new Headers(given.headers);
  headers.delete('content-length');
  c.res = undefined;
  c.res = new Response(JSON.stringify(answer), { status: given.status, headers });
}
