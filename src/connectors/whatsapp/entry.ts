// One entry of an exported conversation: a moment, who wrote, what. Notices of WhatsApp are told from people's messages.
import { isNotice, isOpening, type LineKind, messageOf } from './notices.ts';
import type { Stamped } from './stamp.ts';

export type Entry = {
  readonly kind: LineKind;
  /** Empty for a notice. */
  readonly sender: string;
  readonly text: string;
  /** It is the notice that a conversation begins with. */
  readonly opening: boolean;
};

/** Longest name of a sender. */
const longestName = 100;
const split = /^(?:~ ?)?([^:\n]{1,120}?): ?(.*)$/su;

/**
 * The entry under a moment.
 * @param text what follows the moment, with the lines that go on below it
 */
export function entryOf({ marked }: Pick<Stamped, 'marked'>, text: string): Entry {
  const found = split.exec(text);
  const sender = found?.[1]?.trim() ?? '';
  const said = found?.[2] ?? '';
  const notice =
    !found ||
    sender === '' ||
    sender.length > longestName ||
    // `Ana mudou o nome do grupo para "Obra: fase 2"`.
    isNotice(sender) ||
    // Some telephones put the group or the contact before a notice, as if it had written it.
    isOpening(said) ||
    (marked && isNotice(said));
  if (notice) return { kind: 'notice', sender: '', text: '', opening: isOpening(said) || isOpening(text) };
  return { sender, ...messageOf(said), opening: false };
}
