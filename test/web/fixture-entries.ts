// What the fixture answers to writing on a customer: every entry is taken, and can be taken back.
import type { IncomingMessage } from 'node:http';
import type { EntryChoices, WrittenEntry } from '#contract/entries.ts';
import { takeBackContact } from './fixture-contacts.ts';

const choice = (key: string, label: string) => ({ key, label });

export const sampleChoices = (english: boolean): EntryChoices => ({
  events: [
    choice('budget_cut', english ? 'Budget cut' : 'Corte de orçamento'),
    choice('growth', english ? 'Growth' : 'Crescimento'),
  ],
  families: [choice('escala', english ? 'Scale' : 'Escala')],
  offers: [choice('nova_area', english ? 'Scale · new area' : 'Escala · nova área')],
  members: [choice('lia.prado', 'Lia Prado')],
  refusals: [choice('budget_timing', english ? 'Budget timing' : 'Momento do orçamento')],
});

export const sampleWritten: WrittenEntry = { facts: ['f-escrito'], decided: null };

/** Answers a request about entries; null: it is about something else. */
export function answerEntries(request: IncomingMessage, url: URL): [number, unknown] | null {
  const [, , , , , thing, account, more, fact] = url.pathname.split('/');
  if (thing === 'entry-choices') return [200, sampleChoices(url.searchParams.get('lang') === 'en')];
  if (thing !== 'accounts' || more !== 'entries') return null;
  if (request.method === 'DELETE' && fact === 'f-pessoa') takeBackContact(account ?? '');
  return request.method === 'DELETE' ? [200, { id: fact }] : [200, sampleWritten];
}
