// The evidence of a signal in full sentences: which leaves speak, and how what is missing is named. It judges nothing.
import type { Evidence } from '#domain/decision.ts';
import { leafSpec } from '#domain/profile/registry.ts';
import { en, on, tellers } from './evidence-tellers.ts';
import { figureText, lowerFirst, type Speaker, said } from './fill.ts';
import type { Locale } from './format.ts';

/** Figures that only accompany another leaf's sentence. */
const silent = new Set([
  'relationship.conversationSource',
  'usage.eventsPrev30d',
  'usage.events30d',
  'usage.activeSeats',
  'contract.seats',
  'consumption.used',
  'consumption.contracted',
  'finance.overdueAmount',
  'account.segment',
  'account.daysSinceStart',
  'journey.daysSinceGoLive',
  'value.firstValueAt',
  'value.delivered',
  'journey.stages',
  'signals.expansionActive',
]);

/** Whether a leaf has a sentence of its own, or only accompanies another's. */
export function speaks(leaf: string): boolean {
  return !silent.has(leaf) && !leaf.endsWith('.family');
}

function eventSentence(leaf: string, one: Evidence, speaker: Speaker): string | null {
  const event = leaf.split('.')[1] ?? '';
  // A count of zero is no record: nothing is said of it.
  if (!leaf.endsWith('count90d') || !one.value) return null;
  const label = speaker.method.events.find((known) => known.key === event)?.label;
  const name = label ? said(label, speaker.locale) : event.replaceAll('_', ' ');
  return `${name}${on(one, speaker.locale)}`;
}

function sentence(one: Evidence, all: readonly Evidence[], speaker: Speaker): string | null {
  if (!speaks(one.leaf)) return null;
  if (one.leaf.startsWith('events.')) return eventSentence(one.leaf, one, speaker);
  if (one.leaf.startsWith('signals.')) return signalSentence(one.leaf, speaker);
  const find = (leaf: string): number | null => {
    const value = all.find((other) => other.leaf === leaf)?.value;
    return typeof value === 'number' ? value : null;
  };
  if (one.value === null) return missingSentence(one.leaf, speaker);
  const teller = tellers[one.leaf];
  if (teller) return teller(one, find, speaker, all);
  return plainSentence(one.leaf, one.value, speaker);
}

/** The leaf's own name with its value, for leaves without a sentence: a flag that holds needs no "yes". */
function plainSentence(leaf: string, value: NonNullable<Evidence['value']>, speaker: Speaker): string {
  const label = leafLabel(leaf, speaker.locale);
  if (value === true || value === 'true') return label;
  return `${label}: ${figureText(value, leafSpec(leaf)?.type ?? 'number', speaker)}`;
}

function signalSentence(leaf: string, speaker: Speaker): string | null {
  const signal = speaker.method.signals.find((known) => known.key === leaf.split('.')[1]);
  return signal ? said(signal.label, speaker.locale) : null;
}

/** A signal that fired and that nobody can tell any longer: it stands, and what is silent is named. */
function missingSentence(leaf: string, speaker: Speaker): string {
  const label = lowerFirst(leafLabel(leaf, speaker.locale));
  return en(speaker) ? `No new data on ${label}` : `Sem dado novo sobre ${label}`;
}

function leafLabel(leaf: string, locale: Locale): string {
  const spec = leafSpec(leaf);
  if (!spec) return leaf;
  return locale === 'en' ? spec.en : spec.pt;
}

/** The evidence as one text, its parts joined; empty when nothing speaks. */
export function evidenceText(evidence: readonly Evidence[], speaker: Speaker): string {
  const known = evidence.filter((one) => one.value !== null);
  const all = (list: readonly Evidence[]): string[] =>
    list.map((one) => sentence(one, evidence, speaker)).filter((text) => text !== null);
  // What is missing is named only where nothing that is known speaks.
  const told = all(known);
  const parts = [...new Set(told.length > 0 ? told : all(evidence))];
  return parts.map((part, index) => (index === 0 ? part : lowerFirst(part))).join('; ');
}
