// A whole invented base: about forty Brazilian B2B customers over fourteen months, as facts for the public door.
// The same seed and day give the same facts. It sends nothing by itself.
import { addMonths, formatDay, type Day } from '#base/day.ts';
import { customers } from './rich-customers.ts';
import { money } from './rich-money.ts';
import { Pen, type RichFact } from './rich-pen.ts';
import { people } from './rich-people.ts';
import { use } from './rich-use.ts';
import { work } from './rich-work.ts';

export type { RichFact } from './rich-pen.ts';

/** Kinds that the firm's sources tell whole; usage is covered account by account. */
const coveredKinds = [
  'contract',
  'invoice',
  'contact',
  'team',
  'meeting',
  'message',
  'call',
  'ticket',
  'survey',
  'milestone',
  'goal',
  'promise',
  'transition',
  'event',
  'objection',
  'advocacy-act',
  'effort',
] as const;
const days = 420;

/** Facts of the firm itself: what sources cover (told month by month), costs, rates, holidays, capacity. */
function firm(pen: Pen): void {
  for (const covers of coveredKinds)
    for (let ago = days; ago >= 0; ago -= 30) {
      const to = pen.day(Math.max(0, ago - 29));
      const told = Math.max(0, ago - 29);
      pen.tell(
        'source-covered',
        told,
        { covers, from: pen.day(ago), to, grain: 'day', scope: 'workspace' },
        { hour: 8 },
      );
    }
  for (let month = 13; month >= 0; month -= 1) {
    const start = addMonths(pen.today, -month);
    const ago = pen.today - start;
    const name = formatDay(start).slice(0, 7);
    pen.tell(
      'rate-quoted',
      ago,
      { base: 'USD', quote: 'BRL', rate: 5.1 + pen.between(0, 60) / 100 },
      { hour: 8 },
    );
    pen.tell('index-published', ago, { index: 'IPCA', month: name, rate: 0.0038 });
    pen.tell('cost-reported', ago, {
      what: 'cs',
      from: pen.day(ago + 29),
      to: pen.day(ago),
      cents: 9_800_000,
      currency: 'BRL',
    });
  }
  pen.tell('holiday-declared', 300, { day: pen.day(-20), name: 'Aniversário da cidade', off: true });
  pen.tell('capacity-set', 12, {
    offer: 'nova_area_unidade',
    month: formatDay(pen.today).slice(0, 7),
    slots: 3,
  });
  pen.tell('week-capacity-set', 12, { member: 'ana.ribeiro', actions: 12 });
  pen.tell('custom-field-declared', 300, { key: 'unidades', type: 'number', label: 'Unidades' });
  pen.tell('first-value-told', 200, { text: 'o primeiro relatório mensal aprovado', skipped: false });
  pen.tell('keywords-told', 200, { words: [{ word: 'mais uma filial', event: 'growth' }] });
  pen.tell('notes-read', 200, { list: 'inicial', notes: 40, suggested: 3, withdrawn: 0 });
  pen.tell('minutes-written', 7, {
    ritual: 'weekly',
    text: 'Dois resgates em curso; levar Rio Pardo ao comitê.',
  });
}

/** Every fact of the base seen from a day: the firm's, then customer by customer, each in the order it became known. */
export function richBase(today: Day, seed = 'ponteio'): readonly RichFact[] {
  const own = new Pen(today, null, seed);
  firm(own);
  const pens = customers.map((customer) => {
    const pen = new Pen(today, customer.key, seed);
    people(pen, customer);
    money(pen, customer);
    use(pen, customer);
    work(pen, customer);
    return pen;
  });
  const gone = new Map(
    customers.flatMap(({ key, plot, endsIn }) => (plot === 'ended' ? [[key, own.day(-endsIn)]] : [])),
  );
  // Nothing more happens with a customer that left.
  const stays = ({ account, occurredAt }: RichFact): boolean =>
    occurredAt.slice(0, 10) <= (gone.get(account ?? '') ?? '9999');
  const inOrder = (facts: readonly RichFact[]) =>
    facts.toSorted((a, b) => (a.knownAt < b.knownAt ? -1 : a.knownAt > b.knownAt ? 1 : 0));
  return [own, ...pens].flatMap((pen) => inOrder(pen.facts.filter(stays)));
}

/** What the door answers to a batch, as far as sending needs it. */
type Answer = {
  readonly results: readonly { readonly externalId: string; readonly status: string }[];
  readonly decided: readonly { readonly account: string; readonly id: string }[];
};
export type Sent = {
  readonly fact: RichFact;
  readonly status: string;
};

/**
 * Sends facts through a door in batches of at most 200. Several systems tell of one customer, so the first telling
 * (its record, from the CRM) opens the account and all others name it by its id. `ids` (customer key → account id)
 * is filled on the way; handed in again it spares the opening.
 */
export async function sendRichBase(
  post: (facts: readonly unknown[]) => Promise<Answer>,
  facts: readonly RichFact[],
  ids: Map<string, string>,
): Promise<Sent[]> {
  const opens = (fact: RichFact): boolean => fact.type === 'account-described' && 'name' in fact.body;
  const named = new Map(customers.map(({ name, key }) => [name, key]));
  const sent: Sent[] = [];
  const send = async (part: readonly RichFact[], byId: boolean): Promise<void> => {
    for (let at = 0; at < part.length; at += 200) {
      const batch = part.slice(at, at + 200);
      const told = batch.map((fact) =>
        byId && fact.account !== undefined ? { ...fact, account: ids.get(fact.account) } : fact,
      );
      const answer = await post(told);
      for (const { account, id } of answer.decided) {
        const key = named.get(account);
        if (key !== undefined) ids.set(key, id);
      }
      answer.results.forEach(({ status }, i) => sent.push({ fact: batch[i]!, status }));
    }
  };
  await send(facts.filter(opens), false);
  await send(
    facts.filter((fact) => !opens(fact)),
    true,
  );
  return sent;
}
