// Messages by the conversation they are of: which account it is with, who of the customer's is in it, and which of our
// messages were answered.
import type { Day } from '#base/day.ts';
import type { AccountKey } from '#domain/facts/envelope.ts';
import { senderKey } from '#connectors/whatsapp/sender.ts';
import { nameKey } from './cell-words.ts';
import type { RowValues } from './read-row.ts';
import type { RowContext } from './row-context.ts';
import { accountSource } from './row-keys.ts';
import { nobodyKnown, type KnownContact } from './senders.ts';

export const channels = ['email', 'whatsapp', 'sms', 'chat', 'in_app'] as const;
type Channel = (typeof channels)[number] | 'other';

export type KeyedMessage = { readonly row: RowValues; readonly keys: readonly AccountKey[] };
export type Message = KeyedMessage & {
  readonly day: Day;
  /** Minutes since midnight; null: not told. */
  readonly minute: number | null;
  readonly direction: 'in' | 'out';
  /** Who of the customer's wrote, or was written to; null: not told. */
  readonly contact: string | null;
  readonly channel: Channel;
  readonly replied: boolean | null;
};
export type Chat = {
  readonly messages: readonly Message[];
  /** Keys of its account; empty: nobody can tell which one it is. */
  readonly keys: readonly AccountKey[];
  readonly name: string | null;
  /** What keeps it apart from other conversations with the account; empty where the rows name their account themselves. */
  readonly id: string;
  /** The one person of the customer's who writes in it. */
  readonly only: string | null;
  contactOf(sender: string): string;
  knows(sender: string): boolean;
};

/** Days within which a message is answered. */
const answerDays = 7;
/** A file whose newest message is as young as this was exported on its day. */
const freshDays = 31;

/** Conversations of a table: its messages by the customer that their rows name. */
export function chatsOf(messages: readonly Message[], context: RowContext): readonly Chat[] {
  const groups = new Map<string, Message[]>();
  for (const message of messages) {
    const key = message.keys[0]?.key ?? '';
    const list = groups.get(key);
    if (list) list.push(message);
    else groups.set(key, [message]);
  }
  const told = context.columns.some(({ field }) => field === 'direction');
  const nameless = groups.get('');
  // A conversation is with one customer: said in one of its rows, it is said of all.
  if (!told && nameless && groups.size === 2) {
    const [named] = [...groups].find(([key]) => key !== '') ?? [''];
    const keys = groups.get(named)?.[0]?.keys ?? [];
    const all = messages.map((message) => ({ ...message, keys }));
    return [chatOf(all, told, context)];
  }
  return [...groups.values()].map((list) => chatOf(list, told, context));
}

function chatOf(messages: readonly Message[], told: boolean, context: RowContext): Chat {
  const known = context.senders?.known ?? nobodyKnown;
  const contacts = new Map<string, string>();
  for (const { contact } of messages) if (contact !== null) contacts.set(senderKey(contact), contact);
  const named = messages[0]?.keys ?? [];
  const called = messages.map(({ row }) => row.text('name')).find((one) => one !== null) ?? null;
  const found = [...contacts.keys()].flatMap((key) => known.contacts.get(key) ?? []);
  const account = told ? null : oneAccount(found);
  const only = contacts.size === 1 ? ([...contacts.values()][0] ?? null) : null;
  const { keys, name } = accountOf(named, called, account, only);
  const at = (sender: string): KnownContact | null => {
    const one = known.contacts.get(senderKey(sender)) ?? null;
    return one && keys.some(({ key }) => one.keys.some((other) => other.key === key)) ? one : null;
  };
  return {
    messages,
    keys,
    name,
    id: told ? '' : `wa-${senderKey(only ?? called ?? 'chat')}`,
    only: told ? null : only,
    contactOf: (sender) => at(sender)?.contact ?? freshContact(sender),
    knows: (sender) => at(sender) !== null,
  };
}

/** The account that all known contacts of a conversation agree on. */
function oneAccount(found: readonly KnownContact[]): KnownContact | null {
  const [first] = found;
  return first && found.every(({ keys }) => keys[0]?.key === first.keys[0]?.key) ? first : null;
}

/** The account of a known contact, else the one that rows or file name, else the one person it is with. */
function accountOf(
  named: readonly AccountKey[],
  name: string | null,
  account: KnownContact | null,
  only: string | null,
): Pick<Chat, 'keys' | 'name'> {
  const strong = named.some(({ key }) => key.startsWith('id:') || key.startsWith('cnpj:'));
  if (account && !strong) return { keys: account.keys.slice(0, 1), name: account.accountName };
  if (named.length > 0) return { keys: named, name };
  if (only === null) return { keys: [], name: null };
  return { keys: [{ source: accountSource, key: `name:${nameKey(only)}` }], name: only };
}

/**
 * Whether our messages of a day were answered: the customer wrote after the first of them, or within a week. Null: that
 * week is not over in the file, or the order within the day is not told.
 */
export function repliesOf(chat: Chat, today: Day): (ours: readonly Message[]) => boolean | null {
  const received = chat.messages
    .filter(({ direction }) => direction === 'in')
    .toSorted((a, b) => a.day - b.day);
  const newest = chat.messages.reduce((day, message) => Math.max(day, message.day), -Infinity);
  const horizon = today - newest <= freshDays ? today : newest;
  return (ours) => {
    const told = ours.flatMap(({ replied }) => (replied === null ? [] : [replied]));
    if (told.length > 0) return told.includes(true);
    const [message] = ours;
    if (!message) return null;
    const later = received.filter(({ day }) => day >= message.day && day <= message.day + answerDays);
    if (later.some(({ day }) => day > message.day)) return true;
    const minutes = ours.map(({ minute }) => minute);
    const first = minutes.includes(null) ? null : Math.min(...minutes.filter((minute) => minute !== null));
    if (first !== null && later.some(({ minute }) => minute !== null && minute >= first)) return true;
    const untold = later.some(({ minute }) => first === null || minute === null);
    return !untold && horizon - message.day >= answerDays ? false : null;
  };
}

/** The key of a contact that the base does not know yet: it says nobody's name. */
function freshContact(sender: string): string {
  return sender.includes('@') ? nameKey(sender).slice(0, 200) : `wa-${senderKey(sender)}`;
}
