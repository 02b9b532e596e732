// Rows of messages → what was exchanged, one fact a day, direction and contact: a conversation of two hundred lines is no
// better known than one of two. A row that is named by its own id is a fact of its own. Texts are kept only where a person
// said that their column is one.
import { formatDay } from '#base/day.ts';
import { phoneKey } from '#connectors/whatsapp/sender.ts';
import { minutesOf } from '#connectors/whatsapp/stamp.ts';
import type { PersonDraft, RowFacts } from './draft.ts';
import { channels, type Chat, chatsOf, type KeyedMessage, type Message, repliesOf } from './message-chats.ts';
import type { RowProblem, RowValues } from './read-row.ts';
import { collector, problemAt, type RowContext, suggest } from './row-context.ts';
import { nobodyKnown, sideOf } from './senders.ts';

export type MessageRows = { readonly rows: readonly RowFacts[]; readonly refused: readonly RowProblem[] };

const directions: Readonly<Record<string, 'in' | 'out'>> = {
  ...each('in', 'in entrada recebida recebido inbound incoming received do_cliente cliente'),
  ...each('out', 'out saida enviada enviado outbound outgoing sent nosso nossa'),
};
/** Lines of a conversation that are no message. */
const noMessage: Readonly<Record<string, RowProblem['code']>> = {
  aviso: 'chat_notice',
  ilegivel: 'chat_line_unread',
  cortada: 'chat_line_cut',
};
/** Letters of a day's text that a fact holds. */
const longestText = 20_000;

function each(direction: 'in' | 'out', list: string): Readonly<Record<string, 'in' | 'out'>> {
  return Object.fromEntries(list.split(' ').map((word) => [word, direction]));
}

/** Facts of all rows of a table of messages; each row is in `rows` or refused. The first row of a group carries its fact. */
export function messageFacts(rows: readonly KeyedMessage[], context: RowContext): MessageRows {
  const refused: RowProblem[] = [];
  const messages: Message[] = [];
  for (const keyed of rows) {
    const read = readMessage(keyed, context);
    if ('refused' in read) refused.push(read.refused);
    else messages.push(read);
  }
  const made: RowFacts[] = [];
  for (const chat of chatsOf(messages, context)) {
    if (chat.keys.length > 0) made.push(...ofChat(chat, context));
    else
      for (const { row } of chat.messages)
        refused.push(problemAt(row, 'name', 'chat_customer_unknown', context, null));
  }
  return { rows: made.toSorted((a, b) => a.row - b.row), refused };
}

function readMessage(keyed: KeyedMessage, context: RowContext): Message | { readonly refused: RowProblem } {
  const { row } = keyed;
  const refuse = (field: string, code: RowProblem['code'], value: string | null = null) => ({
    refused: problemAt(row, field, code, context, value),
  });
  const none = noMessage[row.text('messageKind') ?? ''];
  if (none !== undefined) return refuse('messageKind', none);
  const day = row.day('sentOn');
  if (day === null) return refuse('sentOn', 'date_missing');
  if (day > context.today) return refuse('sentOn', 'date_future', formatDay(day));
  const sender = row.text('sender');
  const direction = directionOf(row, sender, context);
  if (direction === null || direction === 'other')
    return refuse('sender', direction === null ? 'sender_unknown' : 'sender_left_out');
  const contact = row.text('contactName') ?? (direction === 'in' ? sender : null);
  const channel = channels.find((one) => one === row.text('messageChannel')) ?? 'other';
  const minute = minutesOf(
    row.text('sentAt') ??
      row
        .shown('sentOn')
        .split(/[ t,]+/i)
        .slice(1)
        .join(' '),
  );
  return { ...keyed, day, minute, direction, contact, channel, replied: row.flag('replied') };
}

function directionOf(
  row: RowValues,
  sender: string | null,
  context: RowContext,
): 'in' | 'out' | 'other' | null {
  const told = directions[row.text('direction') ?? ''];
  if (told) return told;
  const side =
    sender === null ? null : sideOf(sender, context.senders ?? { told: new Map(), known: nobodyKnown });
  return side === 'ours' ? 'out' : side === 'theirs' ? 'in' : side;
}

function ofChat(chat: Chat, context: RowContext): readonly RowFacts[] {
  const groups = new Map<string, Message[]>();
  for (const message of chat.messages) {
    const part = partOf(message, chat);
    const list = groups.get(part);
    if (list) list.push(message);
    else groups.set(part, [message]);
  }
  const replies = repliesOf(chat, context.today);
  const carried = new Map([...groups].map(([part, list]) => [firstOf(list).row.row, { part, list }]));
  return chat.messages.map(({ row }): RowFacts => {
    const own = carried.get(row.row);
    const bare = { row: row.row, keys: chat.keys, name: chat.name };
    if (!own) return { ...bare, facts: [], people: [] };
    return { ...bare, ...factsOf(own.part, own.list, chat, replies(own.list), context) };
  });
}

/** Named by nobody: a sender counts by its key. */
function partOf(message: Message, chat: Chat): string {
  const id = message.row.text('messageId');
  if (id !== null) return `message:${id.slice(0, 120)}`;
  const contact = message.contact === null ? null : chat.contactOf(message.contact);
  const who = [chat.id, contact === chat.id ? null : contact].filter((one) => one !== null && one !== '');
  return ['message', message.channel, formatDay(message.day), message.direction, ...who].join(':');
}

function firstOf(list: readonly Message[]): Message {
  return list.reduce((first, one) => (one.row.row < first.row.row ? one : first));
}

function factsOf(
  part: string,
  list: readonly Message[],
  chat: Chat,
  replied: boolean | null,
  context: RowContext,
): Pick<RowFacts, 'facts' | 'people'> {
  const [message] = list as [Message];
  const gathered = collector(chat.keys, context);
  const told = message.contact ?? (message.direction === 'out' ? chat.only : null);
  const text = textOfDay(list);
  const when = { on: message.day, dated: true };
  gathered.add(
    part,
    'message-exchanged',
    {
      channel: message.channel,
      direction: message.direction,
      ...(told === null ? {} : { contact: chat.contactOf(told) }),
      ...(message.direction === 'in' || replied === null ? {} : { replied }),
      ...(text === '' ? {} : { text }),
    },
    when,
  );
  if (text !== '' && message.direction === 'in') suggest(text, part, context, gathered.add, when);
  // What the account is called by may change between two exports of one conversation; its records must not.
  const facts =
    chat.id === ''
      ? gathered.facts
      : gathered.facts.map((fact) => ({ ...fact, externalId: bareId(fact.externalId) }));
  return { facts, people: told === null ? [] : personOf(told, chat) };
}

function bareId(id: string): string {
  return `chat${id.slice(id.lastIndexOf('|'))}`;
}

/** The texts of a day in the order of the day. */
function textOfDay(list: readonly Message[]): string {
  const told = list.filter(({ row }) => row.text('messageText') !== null);
  const sorted = told.toSorted((a, b) => (a.minute ?? 0) - (b.minute ?? 0) || a.row.row - b.row.row);
  return sorted
    .map(({ row }) => row.text('messageText'))
    .join('\n')
    .slice(0, longestText);
}

/** Someone who is known already is not told again. */
function personOf(sender: string, chat: Chat): readonly PersonDraft[] {
  const key = chat.contactOf(sender);
  if (chat.knows(sender)) return [];
  if (sender.includes('@'))
    return [{ kind: 'contact', key, name: null, email: sender.toLowerCase(), phone: null }];
  const number = phoneKey(sender) !== null;
  return [{ kind: 'contact', key, name: number ? null : sender, email: null, phone: number ? sender : null }];
}
