// Figures in the texts of actions are those of the thing they speak of, never another's.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Profile } from '#domain/profile/shape.ts';
import { actionWords } from '#words/action.ts';
import { lineOf, speakerOf } from '#words/line.ts';
import { decided, times, today } from './leaf-profile.ts';
import { type Leaves, servicos } from './method/template.ts';
import { decideStory } from './story.ts';

const { method } = servicos;
const head = { id: 'a', name: 'Ateliê Fonte', currency: 'BRL' };
const speaker = speakerOf(head, method, 'pt-BR');
const spoken = (leaves: Leaves, over: Partial<Profile> = {}, past: readonly Leaves[] = []) =>
  actionWords(decided(leaves, { over, past }), speaker);

const contract = (over: Partial<Profile['contracts'][number]> = {}): Profile['contracts'][number] => ({
  key: 'c',
  product: null,
  start: today - 300,
  plannedEnd: today + 40,
  endedOn: null,
  noticeEnd: null,
  paused: false,
  active: true,
  openEnded: false,
  autoRenew: false,
  daysToEnd: 40,
  mrrCents: null,
  seats: null,
  timesRenewed: 0,
  termMonths: 12,
  ...over,
});

test('days of a signal without days of its own are not told: its age is no absence', () => {
  const leaves = { 'usage.keyUsersActive': 0.5, 'usage.daysSinceActivity': 1 };
  const { key, text } = spoken(leaves, {}, times(6, leaves));
  assert.equal(key, 'key_user_silent');
  assert.doesNotMatch(text, /dias/);
});

test('a renewal is as far away as its contract ends', () => {
  const leaves = {
    'contract.daysToEnd': 40,
    'renewal.daysToEnd': 40,
    'renewal.conversationHeld': true,
    'usage.limitUse': 0.95,
  };
  const { text } = spoken(leaves, { contracts: [contract()], muted: ['limit_90'] }, times(6, leaves));
  assert.match(text, /25\/05\/2026, daqui a 40 dias/);
});

test('what was due yesterday is one day late, a promise and a delivery alike', () => {
  // A leaf that is late is dated to the first day on which it was.
  const promise = spoken({ 'value.promisesLate': 1 }, { dates: { 'value.promisesLate': today } });
  assert.match(promise.text, /1 dia atrasada/);
  const delivery = spoken({ 'value.late': 1 }, { dates: { 'value.late': today - 2 } });
  assert.match(delivery.text, /"entrega combinada", 3 dias atrasada/);
});

test('a late milestone is named, unless a delivery is later still', () => {
  const milestone = {
    key: 'first_value',
    stage: 'onboarding',
    due: today - 5,
    deliveredOn: null,
    proven: false,
    confirmedByCustomer: false,
  };
  const track: Profile['tracks'][number] = {
    key: 't',
    scope: 'product',
    stage: 'onboarding',
    since: today - 20,
    estimated: false,
    daysInStage: 20,
    steps: [],
    milestones: [milestone],
  };
  const late = (from: number) =>
    spoken({ 'value.late': 1 }, { tracks: [track], dates: { 'value.late': from } });
  assert.match(late(today - 4).text, /"primeiro valor entregue", 5 dias atrasada/);
  assert.match(late(today - 9).text, /"entrega combinada", 10 dias atrasada/);
});

test('a score stands beside its own day, not that of a review', () => {
  const leaves = { 'relationship.lastQbrOutcome': 'positive', 'voice.nps.last': 9 };
  const dates = { 'relationship.lastQbrOutcome': today - 3, lastNps: today - 30 };
  const { key, text } = spoken(leaves, { dates });
  assert.equal(key, 'qbr_positive');
  assert.match(text, /nota 9 em 16\/03\/2026/);
});

test('the reason of an objection and the index of an adjustment are spoken', () => {
  const renewals = [
    {
      contract: 'c',
      daysToEnd: 100,
      stepsDone: [],
      category: null,
      objectionsOpen: 1,
      objectionReason: 'price_objection',
    },
  ];
  const objection = spoken({ 'renewal.objectionsOpen': 1 }, { renewals });
  assert.match(objection.text, /: preço$/);
  assert.doesNotMatch(spoken({ 'value.promisesLate': 1 }, { renewals }).say, /preço/, 'not of a promise');
  const adjustment = spoken(
    { 'contract.adjustmentDue': true, 'contract.daysToAnniversary': 30 },
    { contracts: [contract({ index: 'IPCA', daysToEnd: 400, plannedEnd: today + 400 })] },
  );
  assert.match(adjustment.text, /15\/05\/2026 \(IPCA\)/);
  const openEnded = spoken(
    { 'contract.adjustmentDue': true, 'contract.daysToAnniversary': 30 },
    { contracts: [contract({ index: 'IGP-M', daysToEnd: null, plannedEnd: null, openEnded: true })] },
  );
  assert.match(openEnded.text, /\(IGP-M\)/);
});

test('calm: what to talk about is said as one says it, and asked as one asks', () => {
  const leaves = { 'voice.nps.last': 8, 'relationship.daysSinceConversation': 3, 'usage.seatUse': 0.89 };
  const { text, say } = spoken(leaves, { dates: { lastNps: today - 8 } });
  assert.match(text, /sobre a nota 8 de NPS/);
  assert.equal(say, 'O que faria Ateliê Fonte nos dar uma nota maior?');
  const met = { 'relationship.daysSinceConversation': 1, 'relationship.conversationSource': 'meeting' };
  assert.equal(spoken({ ...leaves, ...met }).evidence, 'Sem reunião registrada há 1 dia');
  const talked = decided({ 'relationship.daysSinceConversation': 1, 'usage.seatUse': 0.9 });
  for (const text of lineOf(talked, head, method).why) assert.doesNotMatch(text, /1 dias/);
});

test('what held already where memory begins is told by its least age, which does not run on; else by its day', () => {
  const lived = { 'account.daysSinceStart': 900 };
  const little = { ...lived, 'usage.seatUse': 0.3 };
  const since = (past: readonly Leaves[], day = today) =>
    lineOf(decided(little, { past, day }), head, method).signals.find(({ key }) => key === 'low_use')
      ?.sinceText;
  for (const day of [today, today + 7, today + 14])
    assert.equal(since(times(13, little), day), 'há 12 semanas ou mais');
  assert.equal(since(times(13, { ...little, 'usage.seatUse': 0.9 })), 'desde 13/04/2026');
  assert.equal(since([...times(10, {}), ...times(3, little)]), 'desde 30/03/2026 ou antes');
});

test('support pain speaks of the critical ticket, or of the volume where only that tells', () => {
  const critical = spoken({ 'support.oldestCriticalDays': 6, 'support.volumeRatio': 2.4 });
  assert.equal(critical.text, 'Dar prazo a Ateliê Fonte para o chamado crítico, 6 dias aberto');
  const volume = spoken({ 'support.oldestCriticalDays': 0, 'support.volumeRatio': 2.4 });
  assert.equal(volume.text, 'Dar prazo a Ateliê Fonte para os chamados, 2,4 vezes o normal');
});

test('two signals that rest on one fact are one reason', () => {
  const decision = decided({ 'voice.nps.last': 10 }, { over: { dates: { lastNps: today - 8 } } });
  assert.deepEqual(
    decision.signals.map(({ key }) => key),
    ['nps_10', 'nps_promoter'],
  );
  const { why } = lineOf(decision, head, method);
  assert.equal(new Set(why).size, why.length);
});

test('an offer that is held and hardly used is white space again', () => {
  const report = (used: number) =>
    decideStory({
      title: '',
      account: 'Ateliê Fonte',
      asOf: '2026-04-15',
      covered: [],
      facts: [
        ['2026-01-05', 'account-described', { name: 'Ateliê Fonte' }],
        ['2026-02-01', 'offer-accepted', { offer: 'relatorios_automaticos' }],
        [
          '2026-04-01',
          'consumption-reported',
          { what: 'relatorios_automaticos', from: '2026-03-01', to: '2026-03-31', contracted: 10, used },
        ],
      ],
    }).profile.littleUsed;
  assert.deepEqual(report(2.9), ['relatorios_automaticos']);
  assert.equal(report(3), undefined);
});

test('a code that a source made up is read as it stands, whatever it is called', () => {
  const renewal = { contract: 'c', daysToEnd: 100, stepsDone: [], category: null, objectionsOpen: 1 };
  const renewals = [{ ...renewal, objectionReason: '__proto__' }];
  assert.match(spoken({ 'renewal.objectionsOpen': 1 }, { renewals }).text, /: {2}proto {2}$|: proto$/);
});
