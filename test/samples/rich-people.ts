// Who the customer is, who works there and who of ours serves it; what was said: meetings, messages, calls.
import { taxIdOf, type Customer } from './rich-customers.ts';
import type { Pen } from './rich-pen.ts';

const roles = [
  ['sponsor', 'executive_sponsor', 'diretoria', 0.9],
  ['champion', 'champion', 'operacoes', 0.7],
  ['compras', 'procurement', 'compras', 0.6],
  ['financeiro', 'finance', 'financeiro', 0.5],
  ['analista', 'user', 'operacoes', 0.2],
  ['coordenacao', 'influencer', 'operacoes', 0.4],
] as const;
/** Plots in which the customer has grown silent, by the days of silence. */
const silence: Partial<Record<Customer['plot'], number>> = {
  parked: 47,
  sliding: 34,
  detractor: 12,
  quiet: 400,
};

function described(pen: Pen, c: Customer): void {
  const domain = `${c.name
    .normalize('NFD')
    .replace(/[^a-zA-Z]/g, '')
    .toLowerCase()}.example`;
  const body = {
    name: c.name,
    taxId: taxIdOf(10_000_000 + Number(c.key.slice(1)) * 271_828),
    segment: c.segment,
    industry: c.industry,
    domains: [domain],
    tags: c.product ? ['produto', 'consultoria'] : ['consultoria'],
    channel: pen.pick(['indicacao', 'evento', 'site', 'parceiro']),
    size: c.seats > 50 ? 'grande' : c.seats > 15 ? 'media' : 'pequena',
  };
  pen.tell('account-described', c.since, body, { id: `cadastro-${c.key}`, hour: 8 });
  if (c.plot === 'quiet') return;
  const custom = {
    unidades: pen.between(1, 9),
    erp: pen.pick(['Totvs', 'SAP', 'Omie']),
    piloto: c.since > 380,
  };
  const later = { custom, profileToFollow: c.plot === 'growing' };
  pen.tell('account-described', Math.min(90, c.since), later, { id: `ficha-${c.key}` });
}

function team(pen: Pen, c: Customer): void {
  const handedOver = c.plot === 'regressed' || c.key === 'c14';
  const first = handedOver ? 'elisa.prado' : c.csm;
  pen.tell('team-assigned', c.since, { member: first, role: 'csm' }, { hour: 9 });
  if (c.segment === 'enterprise')
    pen.tell('team-assigned', c.since, { member: 'otavio.leal', role: 'consultant' });
  if (!handedOver) return;
  pen.tell('team-released', 41, { member: first, role: 'csm' }, { hour: 9 });
  pen.tell('team-assigned', 41, { member: c.csm, role: 'csm' }, { hour: 10 });
}

function contacts(pen: Pen, c: Customer): void {
  const there = c.segment === 'smb' || c.segment === 'product_led' ? roles.slice(0, 2) : roles;
  for (const [place, role, department, influence] of there) {
    const contact = pen.contact(place);
    const at = Math.max(0, c.since - pen.between(0, 10));
    const keyUser = role === 'champion' || role === 'user';
    pen.tell('contact-joined', at, { contact, role, department, influence, keyUser });
  }
  if (c.plot === 'sponsor_gone') pen.tell('contact-left', 13, { contact: pen.contact('sponsor') });
  if (c.plot === 'regressed') {
    pen.tell('contact-joined', 70, {
      contact: pen.contact('novo-sponsor'),
      role: 'executive_sponsor',
      department: 'diretoria',
    });
    pen.tell('contact-left', 66, {
      contact: pen.contact('sponsor'),
      replacedBy: pen.contact('novo-sponsor'),
    });
  }
  if (c.plot === 'notice') pen.tell('contact-left', 75, { contact: pen.contact('champion') });
  if (c.plot === 'growing') {
    pen.tell('contact-joined', 22, {
      contact: pen.contact('expedicao'),
      role: 'user',
      department: 'expedicao',
    });
    pen.tell('contact-changed', 33, { contact: pen.contact('champion'), role: 'champion', influence: 0.8 });
  }
  if (c.plot === 'late_payer')
    pen.tell('contact-changed', 50, { contact: pen.contact('financeiro'), optOut: true });
}

const heard = {
  good: ['Gostaram do painel novo; querem levar à diretoria.', 'Rotina rodando sem a nossa ajuda.', ''],
  bad: ['Time mudou de prioridade; pouca gente veio.', 'Reclamam do retrabalho no fechamento.', ''],
} as const;

function meetings(pen: Pen, c: Customer, quiet: number): void {
  const poor = ['sliding', 'detractor', 'notice', 'ended', 'regressed', 'sponsor_gone'].includes(c.plot);
  const kick = {
    meeting: 'kick_off' as const,
    invited: 6,
    attended: 6,
    contacts: [pen.contact('sponsor'), pen.contact('champion')],
  };
  pen.tell('meeting-held', pen.workday(Math.max(0, c.since - 5)), kick);
  for (let ago = c.since - 30; ago > Math.max(quiet, 2); ago -= 30) {
    const late = poor && ago < 100;
    const notes = pen.pick(late ? heard.bad : heard.good);
    const outcome = late
      ? pen.pick(['neutral', 'negative'] as const)
      : pen.pick(['positive', 'neutral'] as const);
    pen.tell('meeting-held', pen.workday(ago), {
      meeting: ago % 90 < 30 && c.segment !== 'smb' ? 'qbr' : 'check_in',
      invited: 5,
      attended: late ? pen.between(1, 3) : pen.between(4, 5),
      contacts: late ? [pen.contact('champion')] : [pen.contact('champion'), pen.contact('sponsor')],
      outcome,
      ...(notes === '' ? {} : { notes }),
    });
  }
}

function talk(pen: Pen, c: Customer, quiet: number): void {
  for (let ago = c.since - 12; ago > quiet; ago -= 9) {
    const at = pen.workday(ago);
    const contact = pen.contact(pen.pick(['champion', 'sponsor']));
    const inbound = pen.random() < 0.4;
    pen.tell('message-exchanged', at, {
      channel: pen.pick(['email', 'whatsapp', 'email', 'chat']),
      direction: inbound ? 'in' : 'out',
      contact,
      replied: inbound || pen.random() < 0.7,
      commercial: !inbound && pen.random() < 0.15,
      automated: !inbound && pen.random() < 0.2,
      subject: pen.pick(['Fechamento do mês', 'Próximos passos', 'Dúvida no relatório', 'Agenda da semana']),
    });
    if (pen.random() < 0.25)
      pen.tell('call-held', pen.workday(Math.max(quiet, at - 2)), {
        direction: pen.pick(['in', 'out'] as const),
        contact,
        queue: 'relacionamento',
        minutes: pen.between(4, 38),
        outcome: pen.pick(['resolved', 'follow_up', 'voicemail']),
        sentiment: pen.between(-4, 8) / 10,
      });
  }
  if (quiet > 30)
    pen.tell('message-exchanged', 8, {
      channel: 'email',
      direction: 'out',
      contact: pen.contact('champion'),
      replied: false,
    });
}

/** Everything said and everyone met. */
export function people(pen: Pen, c: Customer): void {
  described(pen, c);
  team(pen, c);
  if (c.plot === 'quiet') return;
  contacts(pen, c);
  const quiet = c.plot === 'ended' ? Math.max(0, -c.endsIn) : (silence[c.plot] ?? pen.between(2, 9));
  meetings(pen, c, quiet);
  talk(pen, c, quiet);
}
