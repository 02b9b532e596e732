// What was offered and what the customer said. Families were chosen by the policy of the time: half of the offers hit the one
// that works. The answer follows the acceptance of the planted truth.
import type { Day } from '#base/day.ts';
import { accepts } from './fate.ts';
import { holder, type Life } from './life.ts';
import { families, type Family, type Nature } from './nature.ts';
import type { Pen } from './pen.ts';
import { workday } from './season.ts';
import type { Story } from './stories.ts';

export type Made = {
  readonly offer: string;
  readonly family: Family;
  readonly day: Day;
  readonly answeredOn: Day;
  readonly accepted: boolean;
  /** What it adds to the monthly fee (cents); 0: paid once. */
  readonly monthlyCents: number;
  readonly cents: number;
};

const keys: Readonly<Record<Family, readonly [string, string]>> = {
  fundacao: ['auditoria_playbook', 'treinamento_governanca'],
  escala: ['nova_area_unidade', 'mais_assentos'],
  performance: ['metas_experimentos', 'acompanhamento_mensal'],
  protecao: ['suporte_premium', 'monitoramento_contingencia'],
  integracoes: ['integracoes_conectores', 'relatorios_automaticos'],
};
/** Share of the monthly fee that an offer adds each month; what is not here is paid once. */
const monthly: Readonly<Record<string, number>> = {
  nova_area_unidade: 0.28,
  mais_assentos: 0.14,
  acompanhamento_mensal: 0.12,
  suporte_premium: 0.1,
  monitoramento_contingencia: 0.08,
  relatorios_automaticos: 0.07,
};
const refusals = [
  'budget_timing',
  'no_business_case',
  'no_owner',
  'result_unknown',
  'price_objection',
  'no_bandwidth',
];

/** What a story's customer has bought before, so that another offer is the next one. */
const heldBefore: Readonly<Partial<Record<Story, readonly string[]>>> = {
  wants_predictability: ['nova_area_unidade', 'acompanhamento_mensal'],
  unclear_more: ['nova_area_unidade', 'metas_experimentos'],
  capability_asked: ['nova_area_unidade', 'relatorios_automaticos'],
  manual_work: ['nova_area_unidade', 'integracoes_conectores'],
  competitor: ['nova_area_unidade', 'monitoramento_contingencia'],
  goal_changed: ['nova_area_unidade', 'monitoramento_contingencia'],
  under_use: ['nova_area_unidade', 'monitoramento_contingencia', 'suporte_premium'],
  missed_meetings: ['nova_area_unidade', 'treinamento_governanca'],
  license_90: ['nova_area_unidade', 'monitoramento_contingencia', 'suporte_premium'],
  limit_90: ['nova_area_unidade', 'monitoramento_contingencia', 'suporte_premium'],
};

function sold({ nature, shape }: Life, offer: string, day: Day): Made {
  const family = families.find((one) => keys[one].includes(offer)) ?? nature.works;
  const on = workday(day, shape);
  return {
    ...priced(nature, offer),
    offer,
    family,
    day: on,
    answeredOn: workday(on + 12, shape),
    accepted: true,
  };
}

function priced({ mrrCents }: Nature, offer: string): Pick<Made, 'cents' | 'monthlyCents'> {
  const share = monthly[offer] ?? 0;
  return {
    cents: Math.round((mrrCents * (share === 0 ? 1.1 : share * 12)) / 1000) * 1000,
    monthlyCents: Math.round((mrrCents * share) / 1000) * 1000,
  };
}

function propose(life: Life, pen: Pen, day: Day): Made {
  const { nature, fate } = life;
  const hits = pen.chance(0.5);
  const family = hits ? nature.works : pen.pick(families);
  const offer = keys[family][nature.seats === 0 && family === 'escala' ? 0 : pen.between(0, 1)] as string;
  const accepted = accepts(pen, nature, fate, family, day);
  const answeredOn = workday(day + pen.between(5, 28), life.shape);
  return { ...priced(nature, offer), offer, family, day, answeredOn, accepted };
}

/** Offers of an account in order, and their facts. */
export function writeOffers(life: Life): readonly Made[] {
  const pen = life.pen('offers');
  const { shape, nature } = life;
  const made: Made[] = [];
  // A staged account is left alone of late, so that nothing hides its situation.
  const before = nature.story === null ? [] : (heldBefore[nature.story] ?? []);
  const until = nature.story === null ? shape.today - 3 : before.length > 0 ? 0 : shape.today - 130;
  const first = nature.start + 100 + pen.between(0, 90);
  for (let day = first; day < until; day += pen.between(90, 190)) {
    const at = workday(day, shape);
    if (!life.isCustomer(at) || (life.fate.left?.notice ?? Infinity) <= at + 20) continue;
    const one = propose(life, pen, at);
    // What they have is not offered again, but there is always a next unit, a year later.
    const again = one.offer === 'nova_area_unidade' ? at - 365 : 0;
    if (!made.some(({ offer, accepted, day: on }) => accepted && offer === one.offer && on > again))
      made.push(one);
  }
  for (const offer of (nature.story && heldBefore[nature.story]) ?? [])
    made.push(sold(life, offer, shape.today - 215));
  made.sort((a, b) => a.day - b.day);
  for (const one of made) tellOffer(life, pen, one);
  return made;
}

function tellOffer(life: Life, pen: Pen, one: Made): void {
  const to = holder(life, 'executive_sponsor', one.day) ?? holder(life, 'champion', one.day);
  const price = { offer: one.offer, cents: one.cents, currency: 'BRL' };
  pen.tell('offer-proposed', one.day, { ...price, ...(to ? { contact: to.key } : {}) });
  const silent = pen.chance(0.12) && !one.accepted;
  if (pen.chance(0.7)) pen.tell('offer-viewed', Math.min(one.day + 2, one.answeredOn), { offer: one.offer });
  if (one.accepted) pen.tell('offer-accepted', one.answeredOn, price);
  else if (!silent)
    pen.tell('offer-refused', one.answeredOn, { offer: one.offer, reason: pen.pick(refusals) });
  if (!one.accepted && !silent && pen.chance(0.25)) {
    const objection = `${one.offer}-${one.day}`;
    pen.tell('objection-raised', one.answeredOn, {
      objection,
      about: 'offer',
      reason: pen.pick(['price_objection', 'no_business_case']),
    });
    if (pen.chance(0.6)) pen.tell('objection-solved', one.answeredOn + 20, { objection });
  }
}
