import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CustomerPage } from '#contract/customer.ts';
import { entry } from '#contract/entries.ts';
import {
  entryFault,
  entryFields,
  entryKinds,
  entryOf,
  kindsFor,
  openMilestones,
  type EntryForm,
} from './entry-form.ts';

const milestone = (key: string, deliveredOn: string | null) => ({
  key,
  label: key,
  due: null,
  deliveredOn,
  late: false,
  proof: null,
});
const track = (id: string, milestones: ReturnType<typeof milestone>[] = []) =>
  ({ id, label: id, milestones }) as unknown as CustomerPage['tracks'][number];
const page = {
  tracks: [track('main', [milestone('first', null), milestone('done', '2026-01-01')]), track('renewal:c1')],
  stages: [{ key: 'adoption', label: 'Adoção' }],
};
const choices = {
  events: [{ key: 'growth', label: 'Crescimento' }],
  families: [{ key: 'escala', label: 'Escala' }],
  offers: [{ key: 'qbr', label: 'QBR' }],
  members: [{ key: 'lia.prado', label: 'Lia Prado' }],
  refusals: [{ key: 'budget_timing', label: 'Momento do orçamento' }],
};
const form = (kind: EntryForm['kind'], fields: Record<string, string> = {}, on = ''): EntryForm => ({
  kind,
  on,
  fields,
});
const faultOf = (of: EntryForm) => entryFault(of, entryFields(of, page, choices));

test('the first answer to every required field makes an entry that the door takes', () => {
  for (const kind of entryKinds) {
    let filled = form(kind);
    for (let round = 0; round < 2; round++)
      for (const { name, required, options } of entryFields(filled, page, choices))
        if (required)
          filled = form(kind, { ...filled.fields, [name]: options[0]?.key ?? 'Enviar o plano combinado' });
    assert.equal(faultOf(filled), null, kind);
    const sent = JSON.parse(JSON.stringify(entryOf(filled, page))) as unknown;
    assert.ok(entry.safeParse(sent).success, `${kind} ${JSON.stringify(sent)}`);
  }
});

test('what is missing or mistyped is named by its field', () => {
  assert.deepEqual(faultOf(form('note')), { field: 'text', fault: 'missing' });
  assert.deepEqual(faultOf(form('note', { text: 'x' }, '31/02/2026')), { field: 'on', fault: 'day' });
  const meeting = { meeting: 'qbr', invited: 'muitos' };
  assert.deepEqual(faultOf(form('meeting', meeting)), { field: 'invited', fault: 'number' });
  const offer = { offer: 'qbr', outcome: 'accepted', amount: 'a combinar' };
  assert.deepEqual(faultOf(form('offer', offer)), { field: 'amount', fault: 'money' });
  const proof = { milestone: openMilestones(page)[0]?.key ?? '', proof: 'number' };
  assert.deepEqual(faultOf(form('milestone', proof)), { field: 'proof.number', fault: 'missing' });
});

test('amounts are read as people type them', () => {
  const cents = (amount: string) => {
    const made = entryOf(form('offer', { offer: 'qbr', outcome: 'accepted', amount }), page);
    return made.kind === 'offer' ? made.cents : undefined;
  };
  assert.deepEqual(
    ['R$ 1.250,00', '1250', '1.250', '1250,5', '1,250.75'].map(cents),
    [125_000, 125_000, 125_000, 125_050, 125_075],
  );
});

test('only open milestones and tracks that a person moves are offered', () => {
  assert.deepEqual(
    openMilestones(page).map(({ label }) => label),
    ['first'],
  );
  assert.ok(!kindsFor({ ...page, tracks: [track('renewal:c1')] }).includes('stage'));
  assert.ok(!kindsFor({ ...page, tracks: [track('main')] }).includes('milestone'));
  assert.equal(entryOf(form('stage', { stage: 'adoption' }), page).kind, 'stage');
});
