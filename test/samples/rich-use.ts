// What the customer does with the service: usage by user and by month, hours, tickets, content, answers to surveys.
import type { Customer } from './rich-customers.ts';
import type { Pen } from './rich-pen.ts';

const features = ['relatorio', 'cadastro', 'aprovacao', 'painel', 'integracao'] as const;
const departments = ['operacoes', 'financeiro', 'expedicao'] as const;

/** Chance that a user is active on a working day so many days ago. */
function chance(c: Customer, ago: number, user: number): number {
  const base = user < 3 ? 0.5 : 0.22;
  if (c.plot === 'sliding') return ago < 18 ? 0.02 : ago < 45 ? base * 0.4 : base;
  if (c.plot === 'sponsor_gone') return ago < 30 ? base * 0.6 : base;
  return c.plot === 'growing' ? base * 1.4 : base;
}

function tracked(pen: Pen, c: Customer): void {
  const users = Math.min(12, c.seats);
  for (let ago = Math.min(100, c.since - 2); ago >= 1; ago -= 1) {
    if (pen.workday(ago) !== ago) continue;
    for (let user = 0; user < users; user += 1) {
      if (pen.random() > chance(c, ago, user)) continue;
      pen.tell('usage-tracked', ago, {
        user: `${c.key}-u${user + 1}`,
        event: pen.pick(features),
        session: `${c.key}-${ago}-${user}`,
        department: c.plot === 'growing' && ago < 20 && user > 9 ? 'qualidade' : departments[user % 3]!,
        minutes: pen.between(3, 40),
      });
    }
  }
  for (let month = 4; month * 30 < c.since; month += 1) {
    const period = {
      metric: 'events',
      from: pen.day(month * 30 + 29),
      to: pen.day(month * 30),
      how: 'sum',
    } as const;
    pen.tell('usage-period-reported', month * 30 - 1, { ...period, value: pen.between(220, 420) });
  }
  pen.tell('state-observed', 1, { metric: 'seats', value: c.seats });
  pen.tell('state-observed', 1, {
    metric: 'active_users',
    value: c.plot === 'growing' ? Math.round(c.seats * 0.93) : users,
  });
  covered(pen, c);
}

/** What the product's feed covers, told again each fortnight. */
function covered(pen: Pen, c: Customer): void {
  const first = Math.min(100, c.since);
  const from = pen.day(first);
  for (let ago = first; ago > 0; ago -= 14)
    pen.tell('source-covered', Math.max(0, ago - 14), {
      covers: 'usage',
      from,
      to: pen.day(Math.max(0, ago - 14)),
      grain: 'day',
      scope: 'account',
    });
}

function hours(pen: Pen, c: Customer): void {
  const rate = c.plot === 'parked' || c.plot === 'ended' ? 0.3 : c.plot === 'growing' ? 1.15 : 0.85;
  for (let month = 0; (month + 1) * 30 < c.since; month += 1) {
    const [from, to] = [pen.day(month * 30 + 30), pen.day(month * 30 + 1)];
    const used = Math.round(40 * rate * (0.85 + pen.random() * 0.3));
    pen.tell('consumption-reported', month * 30, { what: 'horas', from, to, contracted: 40, used });
    pen.tell('effort-spent', month * 30, { hours: used, costCents: used * 9500, currency: 'BRL' });
  }
}

const subjects = [
  'Relatório sem dados',
  'Erro ao exportar',
  'Ajuste de permissão',
  'Fretes de retorno sem nota',
];

function tickets(pen: Pen, c: Customer): void {
  const every = c.plot === 'detractor' ? 13 : 29;
  let n = 2200 + Number(c.key.slice(1)) * 40;
  for (let ago = c.since - 15; ago > 10; ago -= every) {
    const ticket = String((n += 1));
    const severity = pen.pick(['low', 'normal', 'normal', 'high'] as const);
    pen.tell('ticket-opened', ago, {
      ticket,
      severity,
      tags: [pen.pick(['acesso', 'relatorio', 'duvida'])],
      contact: pen.contact('champion'),
      subject: pen.pick(subjects),
    });
    pen.tell('ticket-answered', ago, { ticket }, { hour: 18 });
    pen.tell('ticket-closed', ago - pen.between(1, 4), { ticket, sentiment: pen.between(-2, 8) / 10 });
    if (c.plot === 'detractor' && ago < 70) {
      pen.tell('ticket-reopened', ago - 5, { ticket });
      pen.tell('ticket-closed', ago - 7, { ticket });
    }
    if (pen.random() < 0.5)
      pen.tell('survey-answered', ago - 5, {
        instrument: 'csat',
        score: c.plot === 'detractor' ? 2 : pen.between(4, 5),
        contact: pen.contact('champion'),
        context: 'ticket',
      });
  }
  if (c.plot === 'sponsor_gone' || c.plot === 'detractor')
    pen.tell('ticket-opened', 5, {
      ticket: String(n + 1),
      severity: 'critical',
      tags: ['fechamento'],
      subject: subjects[3],
    });
}

const comments: Readonly<Record<string, string>> = {
  growing: 'Resolveu o fechamento do mês. Recomendo.',
  detractor: 'Prometeram a integração e ela não saiu. Estamos cansados de cobrar.',
  sponsor_gone: 'Bom, mas falta quem responda no dia a dia.',
};

function surveys(pen: Pen, c: Customer): void {
  const nps = c.plot === 'growing' ? 10 : c.plot === 'detractor' ? 3 : c.plot === 'sliding' ? 6 : 8;
  for (let ago = Math.min(330, c.since - 60); ago > 0; ago -= 90) {
    const comment = ago < 90 ? comments[c.plot] : undefined;
    const score = ago < 90 ? nps : Math.min(10, Math.max(7, nps));
    pen.tell('survey-answered', ago, {
      instrument: 'nps',
      score,
      contact: pen.contact(pen.pick(['sponsor', 'champion'])),
      ...(comment ? { comment } : {}),
    });
  }
  if (c.since > 120) {
    pen.tell('survey-answered', 48, {
      instrument: 'ces',
      score: c.plot === 'detractor' ? 3 : 6,
      contact: pen.contact('champion'),
      context: 'ticket',
    });
    pen.tell('survey-answered', 95, {
      instrument: 'mhs',
      score: c.plot === 'growing' ? 100 : 50,
      contact: pen.contact('champion'),
    });
    pen.tell('survey-answered', 61, {
      instrument: 'journey_nps',
      score: Math.max(4, nps - 1),
      contact: pen.contact('sponsor'),
      context: 'adoption',
    });
  }
  for (const ago of [20, 65, 140])
    if (c.since > ago + 10)
      for (const act of pen.random() < 0.5 ? (['sent', 'opened'] as const) : (['sent', 'attended'] as const))
        pen.tell(
          'content-engaged',
          ago,
          { content: `Webinar ${pen.day(ago).slice(0, 7)}`, act, contact: pen.contact('champion') },
          { hour: act === 'sent' ? 9 : 15 },
        );
}

/** The customer's use and what it thinks of it. */
export function use(pen: Pen, c: Customer): void {
  if (c.plot === 'quiet') return;
  if (c.product && c.plot !== 'ended') tracked(pen, c);
  if (!c.product && c.plot !== 'brand_new') hours(pen, c);
  if (c.plot === 'ended' || c.plot === 'brand_new') return;
  tickets(pen, c);
  surveys(pen, c);
}
