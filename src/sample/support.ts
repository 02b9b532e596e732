// Tickets: few where things go well, bursts where they do not; answered, reopened, closed with a tone and a mark.
import type { Day } from '#base/day.ts';
import { calm, holder, present, type Life } from './life.ts';
import type { Pen } from './pen.ts';
import { activity, workday } from './season.ts';
import { subjects } from './texts.ts';

const sizes = { enterprise: 2.2, mid_market: 1.2, smb: 0.7, product_led: 0.6 } as const;

export function writeTickets(life: Life): void {
  const pen = life.pen('tickets');
  const { shape, nature, fate } = life;
  let count = 0;
  for (let day = life.from; day < shape.today; day++) {
    if (!life.isCustomer(day) || day >= life.quietFrom) continue;
    const burst = fate.shocks.some(
      ({ what, day: on }) => what === 'support_burst' && day >= on && day < on + 12,
    );
    const usual = (sizes[nature.segment] / 21) * Math.exp(-0.45 * fate.health(day)) * activity(day, shape);
    const drawn = pen.poisson(burst ? 0.75 : usual);
    const come = calm(life) && !burst && day > shape.today - 45 ? Number(drawn > 0 && day % 4 === 0) : drawn;
    for (let i = 0; i < come; i++) ticket(life, pen, day, `CH-${nature.key}-${++count}`, burst);
  }
  if (life.is('support_burst')) {
    const at = shape.today - 6;
    pen.tell('ticket-opened', at, {
      ticket: `CH-${nature.key}-X`,
      severity: 'critical',
      tags: ['integracao'],
      subject: 'Carga do ERP parada, fechamento do mês em risco',
      ...by(life, at),
    });
    pen.tell('ticket-answered', at, { ticket: `CH-${nature.key}-X` }, { hour: 18 });
  }
}

const by = (life: Life, day: Day): { contact?: string } => {
  const one = holder(life, 'user', day) ?? holder(life, 'champion', day);
  return one ? { contact: one.key } : {};
};

function ticket(life: Life, pen: Pen, day: Day, key: string, burst: boolean): void {
  const { shape, fate } = life;
  const [tag, subject] = pen.pick(subjects);
  const at = pen.random();
  const severity =
    burst && at < 0.15 ? 'critical' : at < (burst ? 0.6 : 0.18) ? 'high' : at < 0.85 ? 'normal' : 'low';
  const from = pen.pick(
    present(life, day).filter(({ role }) => role !== 'executive_sponsor' && role !== 'procurement'),
  );
  pen.tell(
    'ticket-opened',
    day,
    { ticket: key, severity, tags: [tag], subject, ...(from ? { contact: from.key } : {}) },
    { hour: 9 + pen.random() * 5 },
  );
  pen.tell('ticket-answered', day, { ticket: key }, { hour: 14.5 + pen.random() * 3 });
  // Where it goes badly, tickets lie.
  const slow = 1 + 2 * Math.max(0, -fate.health(day) - 0.4);
  const takes = severity === 'critical' ? 2 : Math.round(pen.between(1, burst ? 12 : 5) * slow);
  const closed = workday(day + takes, shape);
  const tone = Math.max(
    -1,
    Math.min(1, Math.round((0.25 + 0.3 * fate.health(day) + 0.25 * pen.normal()) * 100) / 100),
  );
  pen.tell('ticket-closed', Math.max(closed, day), { ticket: key, sentiment: tone }, { hour: 18 });
  const reopens = pen.chance(0.03 + (burst ? 0.12 : 0) + (fate.health(day) < -0.3 ? 0.08 : 0));
  if (reopens) {
    pen.tell('ticket-reopened', closed + 3, { ticket: key });
    pen.tell('ticket-closed', closed + 6, { ticket: key, sentiment: tone });
  }
  const [answers, score] = [pen.chance(0.3), pen.normal()];
  if (!answers || !from) return;
  const satisfied = Math.max(
    1,
    Math.min(5, Math.round(4.1 + 0.65 * fate.health(day) + 0.6 * score - (burst ? 0.8 : 0))),
  );
  pen.tell('survey-answered', closed + 1, {
    instrument: 'csat',
    score: satisfied,
    contact: from.key,
    context: key,
  });
  if (pen.chance(0.3))
    pen.tell('survey-answered', closed + 1, {
      instrument: 'ces',
      score: Math.max(1, Math.min(7, satisfied + pen.between(1, 2))),
      contact: from.key,
      context: key,
    });
}
