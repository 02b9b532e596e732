// The invented firm itself: its workspace, what its sources cover as told week by week, index values, costs, holidays,
// capacity, minutes.
import { easterSunday } from '#base/calendar.ts';
import { addMonths, dayOf, formatDay, mondayOf, yearMonthDay, type Day } from '#base/day.ts';
import { indexIn } from './firm-values.ts';
import { ownTeam } from './names.ts';
import { Pen, windowStart, iso } from './pen.ts';
import { monthsBetween } from './season.ts';
import type { SampleFact, SampleShape } from './shape.ts';
import { features } from './use.ts';

export const sampleFirm = {
  slug: 'exemplo',
  name: 'Prumo Consultoria',
  settings: { criticalFeatures: features.slice(0, 3), advancedFeatures: features.slice(4) },
} as const;

/** Kinds that the firm's sources tell whole. */
const covered = [
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
  'delivery',
  'consumption',
  'effort',
  'advocacy-act',
  'usage',
] as const;

export function firmFacts(shape: SampleShape, eventDays: number): readonly SampleFact[] {
  const pen = new Pen(shape, 'firm');
  const from = windowStart(shape);
  for (const covers of covered)
    coverage(pen, covers, covers === 'usage' ? Math.max(from, shape.today - eventDays) : from);
  for (const month of monthsBetween(from, shape.today - 1)) {
    const name = formatDay(month).slice(0, 7);
    const end = addMonths(month, 1) - 1;
    for (const index of ['ipca', 'igpm'] as const)
      pen.tell(
        'index-published',
        end + 10,
        { index, month: name, rate: indexIn(index, month, shape) },
        { hour: 9, id: `${index}-${name}` },
      );
    pen.tell(
      'rate-quoted',
      month,
      { base: 'USD', quote: 'BRL', rate: Math.round((5.2 + 0.25 * pen.normal()) * 1000) / 1000 },
      { hour: 18, id: `usd-${name}` },
    );
    for (const what of ['cs', 'vendas', 'marketing'])
      pen.tell(
        'cost-reported',
        end,
        {
          what,
          from: iso(month),
          to: iso(end),
          cents: 100_000 * pen.between(what === 'cs' ? 88 : 40, what === 'cs' ? 104 : 70),
          currency: 'BRL',
        },
        { id: `${what}-${name}` },
      );
  }
  declared(pen, from);
  return pen.facts;
}

/** Each Sunday evening a source tells what it knows whole since its first day, and the last evening once more. */
function coverage(pen: Pen, covers: (typeof covered)[number], from: Day): void {
  const { today } = pen.shape;
  const days: Day[] = [];
  for (let day = mondayOf(from) + 6; day < today - 1; day += 7) days.push(day);
  days.push(today - 1);
  for (const to of days)
    pen.tell(
      'source-covered',
      to,
      { covers, from: iso(from), to: iso(to), grain: 'day', scope: 'workspace' },
      { hour: 23, id: `${covers}-${iso(to)}` },
    );
}

function declared(pen: Pen, from: Day): void {
  const { today } = pen.shape;
  for (let year = yearMonthDay(from).year; year <= yearMonthDay(today).year; year++) {
    // Ash Wednesday, which no law closes and this firm does; the town's own day beside it.
    const days = [
      [easterSunday(year) - 46, 'Quarta-feira de Cinzas'],
      [dayOf(year, 1, 25) ?? 0, 'Aniversário de São Paulo'],
    ] as const;
    for (const [day, name] of days)
      if (day > from)
        pen.tell(
          'holiday-declared',
          Math.min(day - 30, today - 1),
          { day: iso(day), name, off: true },
          { id: `feriado-${iso(day)}` },
        );
  }
  const month = formatDay(today).slice(0, 7);
  pen.tell('capacity-set', today - 25, { offer: 'nova_area_unidade', month, slots: 6 });
  pen.tell('capacity-set', today - 25, { offer: 'integracoes_conectores', month, slots: 5 });
  for (const member of ownTeam.csm)
    pen.tell('week-capacity-set', today - 25, { member, actions: 14 }, { id: `semana-${member}` });
  pen.tell('custom-field-declared', from + 18, { key: 'unidades', type: 'number', label: 'Unidades' });
  pen.tell('custom-field-declared', from + 18, { key: 'erp', type: 'text', label: 'ERP' });
  pen.tell('custom-field-declared', from + 18, { key: 'piloto', type: 'flag', label: 'Cliente piloto' });
  pen.tell('keywords-told', from + 20, {
    words: [{ word: 'mais uma filial', event: 'growth' }],
  });
  pen.tell('first-value-told', from + 20, {
    text: 'Um indicador da operação no ar, usado na reunião de segunda',
    skipped: false,
  });
  for (let day = mondayOf(from + 40); day < today; day += 28)
    pen.tell('minutes-written', day, {
      ritual: 'weekly',
      text: 'Revistos os em risco e as renovações do trimestre; uma ação e um dono por cliente.',
    });
}
