// What a person fills in to write on a customer, as typed text, and the entry it makes. Pure: sends nothing.
import type { CustomerPage } from '#contract/customer.ts';
import type { Entry, EntryChoices, EntryKind } from '#contract/entries.ts';
import { hourOfTyped } from '#web/views/day.ts';
import { fixFault, isoOfTyped } from '#web/views/import-fix.ts';

export const entryKinds = [
  'talk',
  'note',
  'meeting',
  'pulse',
  'event',
  'promise',
  'task',
  'milestone',
  'stage',
  'offer',
] as const satisfies readonly EntryKind[];

/** Field → what was typed or chosen; `kind` and `on` stand beside the fields. */
export type EntryForm = {
  readonly kind: EntryKind;
  readonly on: string;
  readonly fields: Readonly<Record<string, string>>;
};

type Choice = { readonly key: string; readonly label: string };
export type EntryField = {
  readonly name: string;
  readonly as: 'choice' | 'select' | 'line' | 'area' | 'day' | 'number' | 'money';
  /** Null: the words of the screen name them by `name` and key. */
  readonly options: readonly Choice[];
  readonly required: boolean;
};

const field = (name: string, as: EntryField['as'], required = false, options: readonly Choice[] = []) => ({
  name,
  as,
  required,
  options,
});
/** Codes whose words are the screen's. */
const codes = (...keys: readonly string[]): Choice[] => keys.map((key) => ({ key, label: '' }));

type Page = Pick<CustomerPage, 'tracks' | 'stages'>;

/** Tracks that a person moves: those of renewals follow their contracts. */
const movable = ({ tracks }: Page) => tracks.filter(({ id }) => !id.startsWith('renewal:'));

/** Milestones still to be delivered, named with their track where there are several. */
export function openMilestones(page: Page): readonly Choice[] {
  const tracks = movable(page);
  return tracks.flatMap(({ id, label, milestones }) =>
    milestones
      .filter(({ deliveredOn }) => deliveredOn === null)
      .map((one) => ({
        key: JSON.stringify([id, one.key]),
        label: tracks.length > 1 ? `${label}: ${one.label}` : one.label,
      })),
  );
}

/** Kinds that have something to choose on this page. */
export function kindsFor(page: Page): readonly EntryKind[] {
  return entryKinds.filter((kind) => {
    if (kind === 'milestone') return openMilestones(page).length > 0;
    return kind !== 'stage' || movable(page).length > 0;
  });
}

/** Fields of a form in the order in which they are filled. */
export function entryFields(form: EntryForm, page: Page, choices: EntryChoices): readonly EntryField[] {
  switch (form.kind) {
    case 'talk':
      return [field('channel', 'choice', true, codes('phone', 'whatsapp', 'email', 'meeting'))];
    case 'note':
      return [field('text', 'area', true)];
    case 'meeting':
      return [
        field(
          'meeting',
          'select',
          true,
          codes('check_in', 'kick_off', 'qbr', 'training', 'renewal', 'other'),
        ),
        field('invited', 'number'),
        field('attended', 'number'),
        field('result', 'choice', false, codes('positive', 'neutral', 'negative')),
        field('notes', 'area'),
      ];
    case 'pulse':
      return [field('verdict', 'choice', true, codes('green', 'yellow', 'red')), field('reason', 'line')];
    case 'event':
      return [
        field('event', 'select', true, choices.events),
        field('family', 'select', false, choices.families),
        field('note', 'area'),
      ];
    case 'promise':
      return [field('what', 'line', true), field('dueOn', 'day')];
    case 'task':
      return [
        field('todo', 'line', true),
        field('owner', 'select', false, choices.members),
        field('dueOn', 'day'),
        field('hour', 'line'),
      ];
    case 'milestone':
      return [
        field('milestone', 'select', true, openMilestones(page)),
        field('proof', 'choice', false, codes('number', 'file', 'link')),
        ...(form.fields['proof'] ? [field(`proof.${form.fields['proof']}`, 'line', true)] : []),
      ];
    case 'stage':
      return [
        ...(movable(page).length > 1
          ? [
              field(
                'track',
                'select',
                true,
                movable(page).map(({ id, label }) => ({ key: id, label })),
              ),
            ]
          : []),
        field('stage', 'select', true, page.stages),
      ];
    case 'offer':
      return [
        field('offer', 'select', true, choices.offers),
        field('outcome', 'choice', true, codes('proposed', 'accepted', 'refused')),
        ...(form.fields['outcome'] === 'refused'
          ? [field('refusal', 'select', false, choices.refusals)]
          : [field('amount', 'money')]),
      ];
  }
}

export type EntryFault = {
  readonly field: string;
  readonly fault: 'missing' | 'day' | 'number' | 'money' | 'hour';
};

/** Cents of a typed amount: `1.250,00`, `1250`. */
function centsOf(typed: string): number {
  const plain = typed.replace(/[^\d,.]/g, '');
  const comma = plain.lastIndexOf(',');
  const point = plain.lastIndexOf('.');
  // The last mark is the decimal one if one or two digits follow it.
  const at = Math.max(comma, point);
  const decimals = at >= 0 && plain.length - at - 1 <= 2 ? plain.slice(at + 1) : '';
  const whole = (decimals === '' ? plain : plain.slice(0, at)).replace(/\D/g, '');
  return Number(whole) * 100 + Number(decimals.padEnd(2, '0'));
}

/** The first field that cannot be sent as it stands; null: all can. */
export function entryFault(form: EntryForm, fields: readonly EntryField[]): EntryFault | null {
  if (form.on !== '' && isoOfTyped(form.on) === null) return { field: 'on', fault: 'day' };
  for (const { name, as, required } of fields) {
    const typed = (form.fields[name] ?? '').trim();
    if (typed === '') {
      if (required) return { field: name, fault: 'missing' };
      continue;
    }
    if (as === 'day' && isoOfTyped(typed) === null) return { field: name, fault: 'day' };
    if (name === 'hour' && hourOfTyped(typed) === null) return { field: name, fault: 'hour' };
    if (as === 'number' && !/^\d{1,4}$/.test(typed)) return { field: name, fault: 'number' };
    if (as === 'money' && fixFault('money', typed) !== null) return { field: name, fault: 'money' };
  }
  return null;
}

/** The entry of a form without faults. */
export function entryOf(form: EntryForm, page: Page): Entry {
  const told = (name: string): string | undefined => (form.fields[name] ?? '').trim() || undefined;
  const number = (name: string) => (told(name) === undefined ? undefined : Number(told(name)));
  switch (form.kind) {
    case 'talk':
      return { kind: 'talk', channel: told('channel') as 'phone' };
    case 'note':
      return { kind: 'note', text: told('text') ?? '' };
    case 'meeting':
      return {
        kind: 'meeting',
        meeting: told('meeting') as 'other',
        invited: number('invited'),
        attended: number('attended'),
        outcome: told('result') as 'neutral' | undefined,
        notes: told('notes'),
      };
    case 'pulse':
      return { kind: 'pulse', verdict: told('verdict') as 'green', reason: told('reason') };
    case 'event':
      return { kind: 'event', event: told('event') ?? '', family: told('family'), note: told('note') };
    case 'promise':
      return {
        kind: 'promise',
        what: told('what') ?? '',
        dueOn: isoOfTyped(told('dueOn') ?? '') ?? undefined,
      };
    case 'task':
      return {
        kind: 'task',
        what: told('todo') ?? '',
        owner: told('owner'),
        dueOn: isoOfTyped(told('dueOn') ?? '') ?? undefined,
        dueTime: hourOfTyped(told('hour') ?? '') ?? undefined,
      };
    case 'milestone': {
      const [track = '', milestone = ''] = JSON.parse(told('milestone') ?? '[]') as string[];
      const kind = told('proof') as 'number' | undefined;
      const text = told(`proof.${kind ?? ''}`);
      return {
        kind: 'milestone',
        track,
        milestone,
        ...(kind && text ? { proof: { kind, text } } : {}),
      };
    }
    case 'stage':
      return {
        kind: 'stage',
        track: told('track') ?? movable(page)[0]?.id ?? '',
        stage: told('stage') ?? '',
      };
    case 'offer': {
      const outcome = told('outcome') as 'accepted';
      const amount = told('amount');
      return {
        kind: 'offer',
        offer: told('offer') ?? '',
        outcome,
        ...(told('refusal') ? { reason: told('refusal') } : {}),
        ...(amount === undefined ? {} : { cents: centsOf(amount) }),
      };
    }
  }
}
