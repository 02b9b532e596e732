// Names that codes stand for, from the method, the team and the account's people, for sentences about facts.
import { concluded } from '#domain/contract/state.ts';
import type { Method } from '#domain/method/schema.ts';
import { said } from './fill.ts';
import type { Locale } from './format.ts';
import { contactRoleLabel } from './labels.ts';
import type { StoryNames } from './timeline.ts';

type Named = { readonly key: string; readonly label: { readonly pt: string; readonly en: string } };

/** No reason of a method: nobody left, the work was done. */
const workDone: Named = { key: concluded, label: { pt: 'Trabalho concluído', en: 'Work done' } };

/** A milestone is named by its expected result, up to the first mark: "Valor repetível". */
function milestones(method: Method): Named[] {
  const head = (text: string): string => (text.split(/[:;(]/)[0] ?? text).trim();
  return method.stages
    .flatMap((stage) => stage.milestones)
    .map(({ key, result }) => ({ key, label: { pt: head(result.pt), en: head(result.en) } }));
}

/**
 * A person of ours by name. A source that tells no name tells a key, often an address or `first.last`: that is shown
 * as a name is written.
 */
export function memberName(key: string, members: Readonly<Record<string, string>>): string {
  const told = members[key];
  if (told !== undefined) return told;
  const local = key.includes('@') ? (key.split('@')[0] ?? key) : key;
  if (!/^[\p{Ll}\d]+([._-][\p{Ll}\d]+)+$/u.test(local) && local === key) return key;
  return local
    .split(/[._-]/)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join(' ');
}

/** Looks codes up in a method, the members of the team (key → name) and the roles of the account's contacts. */
export function methodNames(
  method: Method,
  members: Readonly<Record<string, string>>,
  locale: Locale,
  contactRoles: ReadonlyMap<string, string> = new Map(),
): StoryNames {
  const lists: Record<string, readonly Named[]> = {
    event: method.events,
    stage: method.stages,
    offer: method.offers,
    reason: [workDone, ...method.reasons, ...method.signals, ...method.events],
    signal: method.signals,
    playbook: method.playbooks,
    step: method.playbooks.flatMap((playbook) => playbook.steps),
    action: [...method.playbooks, ...method.signals],
    question: method.guardrails.map(({ key, label, question }) => ({ key, label: question ?? label })),
    milestone: milestones(method),
  };
  return (kind, code) => {
    if (kind === 'member') return memberName(code, members);
    if (kind === 'contact') {
      const role = contactRoles.get(code);
      return role === undefined ? null : contactRoleLabel(role, locale);
    }
    const found = lists[kind]?.find((entry) => entry.key === code);
    return found ? said(found.label, locale) : null;
  };
}
