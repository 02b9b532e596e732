// The answers of the fixture for `semvalor`, seen by somebody who is not told amounts: through the same as the real ones.
import { hideMoneyOf } from '#contract/hidden-money.ts';
import { routes, type RouteName } from '#contract/routes.ts';
import { hideAmounts } from '#words/hidden-money.ts';

const matches = (name: RouteName, method: string, path: string): boolean =>
  routes[name].method.toUpperCase() === method &&
  new RegExp(`^${routes[name].path.replace(/\{\w+\}/g, '[^/]+')}$`).test(path);

/** The body without amounts. */
export function withoutMoney(method: string, url: URL, body: unknown): unknown {
  const name = (Object.keys(routes) as RouteName[]).find((one) => matches(one, method, url.pathname));
  const locale = url.searchParams.get('lang') === 'en' ? 'en' : 'pt-BR';
  return hideMoneyOf(name ?? null, body, (text) => hideAmounts(text, locale));
}
