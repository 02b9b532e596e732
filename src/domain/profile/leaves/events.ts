// Leaves of recorded events, three for each event. A suggested event never counts; a closed one counts no more.
import { recordedEvents, type RecordedEvent } from '#domain/facts/recorded-events.ts';
import type { LeafSpec } from '#domain/profile/leaf.ts';

const names: Readonly<Record<RecordedEvent, { pt: string; en: string }>> = {
  budget_cut: { pt: 'corte de orçamento', en: 'budget cut' },
  reorganisation: { pt: 'reorganização', en: 'reorganisation' },
  merger: { pt: 'fusão ou aquisição', en: 'merger' },
  competitor: { pt: 'avaliação de concorrente', en: 'competitor evaluated' },
  competitor_opening: { pt: 'brecha em concorrente', en: 'competitor opening' },
  goal_changed: { pt: 'mudança de meta', en: 'goal changed' },
  capability_asked: { pt: 'pedido de nova capacidade', en: 'capability asked for' },
  predictable_need: { pt: 'necessidade previsível', en: 'predictable need' },
  growth: { pt: 'crescimento do cliente', en: 'customer growth' },
  manual_work: { pt: 'queixa de trabalho manual', en: 'complaint of manual work' },
  unclear_more: { pt: 'pedido de "mais do mesmo"', en: 'asked for "more of the same"' },
  wants_predictability: { pt: 'pedido de previsibilidade', en: 'wants predictability' },
  key_person: { pt: 'dependência de uma pessoa', en: 'dependence on one person' },
  no_routine: { pt: 'falta de rotina', en: 'no routine' },
  new_release: { pt: 'nova versão nossa', en: 'new release of ours' },
  new_use_case: { pt: 'novo caso de uso', en: 'new use case' },
  escalation: { pt: 'escalação à diretoria', en: 'executive escalation' },
};

/** Days that a recorded event speaks for. */
export const eventWindow = 90;

type EventLeaf<E extends RecordedEvent = RecordedEvent> = E extends RecordedEvent
  ?
      | LeafSpec<`events.${E}.daysSince`, 'days'>
      | LeafSpec<`events.${E}.count90d`, 'count'>
      | LeafSpec<`events.${E}.family`, 'code'>
  : never;

function leavesOf(event: RecordedEvent): readonly EventLeaf[] {
  const { pt, en } = names[event];
  const reads = ['event'] as const;
  const specs = [
    {
      key: `events.${event}.daysSince`,
      type: 'days',
      reads,
      window: eventWindow,
      missingWhen: 'not recorded, and no source of events older than 90 days',
      pt: `Dias desde: ${pt}`,
      en: `Days since: ${en}`,
    },
    {
      key: `events.${event}.count90d`,
      type: 'count',
      reads,
      window: eventWindow,
      missingWhen: 'not recorded, and the source of events does not cover 90 days',
      pt: `Registros em 90 dias: ${pt}`,
      en: `Records in 90 days: ${en}`,
    },
    {
      key: `events.${event}.family`,
      type: 'code',
      reads,
      window: eventWindow,
      missingWhen: 'the event names no offer family',
      pt: `Família de oferta citada: ${pt}`,
      en: `Offer family named: ${en}`,
    },
  ] as const;
  return specs as unknown as readonly EventLeaf[];
}

export const eventLeaves: readonly EventLeaf[] = recordedEvents.flatMap(leavesOf);
