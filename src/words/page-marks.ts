// What a year's drawing of health names: the facts that turned the account's story, in a few words each.
import { formatDay, type Day } from '#base/day.ts';
import type { Method } from '#domain/method/schema.ts';
import type { Locale } from './format.ts';
import { contactRoleLabel } from './labels.ts';
import { methodNames } from './names.ts';

type Body = Readonly<Record<string, unknown>>;
export type StoryTurn = { readonly type: string; readonly body: Body; readonly day: Day };
export type Mark = { readonly on: string; readonly text: string };
type Tell = (body: Body) => string | null;

/** As many as the drawing can name. */
const most = 12;

function tellers(method: Method, roles: ReadonlyMap<string, string>, locale: Locale): Record<string, Tell> {
  const names = methodNames(method, {}, locale);
  const say = (pt: string, en: string): string => (locale === 'en' ? en : pt);
  const name = (kind: Parameters<typeof names>[0], body: Body, field: string): string =>
    names(kind, String(body[field])) ?? String(body[field]).replaceAll('_', ' ');
  return {
    'contact-left': ({ contact }) => {
      const role = roles.get(String(contact));
      // Only who decides or carries the work turns a story.
      if (role !== 'executive_sponsor' && role !== 'champion' && role !== 'decision_maker') return null;
      const label = contactRoleLabel(role, locale);
      return say(`${label} saiu`, `${label} left`);
    },
    'contract-ended': () => say('Contrato encerrado', 'Contract ended'),
    'contract-renewed': () => say('Contrato renovado', 'Contract renewed'),
    'notice-given': () => say('Aviso de saída', 'Notice given'),
    'event-recorded': (body) => name('event', body, 'event'),
    'milestone-delivered': (body) => name('milestone', body, 'milestone'),
    'offer-accepted': (body) =>
      say(`Aceitou ${name('offer', body, 'offer')}`, `Accepted ${name('offer', body, 'offer')}`),
    'stage-confirmed': (body) => {
      if (typeof body['trigger'] !== 'string') return null;
      const stage = name('stage', body, 'stage');
      return say(`Voltou a ${stage}`, `Back to ${stage}`);
    },
  };
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The last turns of the story, oldest first, one a day and text. `roles`: contact → role. */
export function marksOf(
  turns: readonly StoryTurn[],
  method: Method,
  locale: Locale,
  roles: ReadonlyMap<string, string>,
): readonly Mark[] {
  const told = tellers(method, roles, locale);
  const marks = new Map<string, Mark>();
  for (const { type, body, day } of turns) {
    const text = told[type]?.(body) ?? null;
    if (text === null) continue;
    const on = formatDay(day);
    marks.set(`${on} ${text}`, { on, text: upperFirst(text) });
  }
  return [...marks.values()].slice(-most);
}
