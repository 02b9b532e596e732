// The life of one synthetic account as facts: the frame every customer has (contract, people, stages, invoices), then
// touches (meetings, messages, tickets, answers) until the wanted number is reached. Bodies fit the fact catalogue.
import { formatDay, type Day } from '#base/day.ts';
import { startOfDay } from '#base/zone.ts';

export type Lot = 'thriving' | 'steady' | 'fading' | 'leaving' | 'quiet';
export type Told = {
  readonly type: string;
  readonly body: object;
  readonly at: number;
  readonly key: string;
};
export type Character = {
  readonly lot: Lot;
  readonly segment: string;
  readonly name: string;
  readonly taxId: string;
  readonly index: number;
  readonly today: Day;
  readonly zone: string;
  /** How many facts to tell. */
  readonly facts: number;
  readonly random: () => number;
};

export const hourMs = 3_600_000;
/** Days of history. */
const life = 720;
const roles = [
  'executive_sponsor',
  'champion',
  'decision_maker',
  'influencer',
  'user',
  'user',
  'finance',
  'user',
];

const stages = ['onboarding', 'adoption', 'expansion'];
const milestones = ['first_value', 'stable_30_days', 'scope_widened'];

type Tell = (type: string, ago: number, key: string, body: object) => void;

function frame(of: Character, tell: Tell): void {
  const { random, today } = of;
  const start = today - life + Math.floor(random() * 60);
  const cents = 200_000 + Math.floor(random() * 2_000_000);
  const contract = 'c1';
  const line = { product: 'suite', cents, currency: 'BRL', seats: 20, recurring: true, months: 1 };
  const described = {
    name: of.name,
    taxId: of.taxId,
    segment: of.segment,
    industry: 'services',
    tags: ['base'],
  };
  tell('account-described', today - start, 'account', described);
  tell('contract-signed', today - start, contract, {
    contract,
    lines: [line],
    start: formatDay(start),
    plannedEnd: formatDay(start + 365),
    termMonths: 12,
    renewal: 'manual',
    noticeDays: 60,
  });
  tell('contract-renewed', today - start - 350, 'r1', {
    contract,
    plannedEnd: formatDay(start + 365 + 365 + 30),
  });
  tell('team-assigned', today - start, 'csm', { member: `csm-${of.index % 12}`, role: 'csm' });
  roles.forEach((role, i) => {
    const body = {
      contact: `p${i}@c${of.index}.example`,
      role,
      department: i % 2 ? 'vendas' : 'financeiro',
      keyUser: i > 3,
    };
    tell('contact-joined', today - start - i, `p${i}`, body);
  });
  const reached = 1 + (of.index % stages.length);
  stages.slice(0, reached).forEach((stage, i) => {
    const milestone = milestones[i] ?? '';
    tell('stage-placed', today - start - i * 90, `s${i}`, { track: 'main', scope: 'product', stage });
    tell('milestone-delivered', today - start - i * 90 - 60, milestone, {
      milestone,
      track: 'main',
      proof: 'number',
      proofValue: 10,
    });
  });
  tell('goal-set', today - start, 'g1', {
    goal: 'g1',
    metric: 'horas',
    baseline: 10,
    target: 40,
    initial: true,
    artefacts: false,
  });
  for (let i = 1; i < 6; i++)
    tell('goal-measured', 600 - i * 100, `g1-${i}`, { goal: 'g1', current: 10 + i * 6 });
  tell('offer-proposed', 300, 'o1', { offer: 'nova_area_unidade' });
  tell(of.random() < 0.3 ? 'offer-accepted' : 'offer-refused', 280, 'o1-end', { offer: 'nova_area_unidade' });
  if (of.lot === 'leaving' && of.index % 2 === 0)
    tell('notice-given', 20, 'n1', { contract, endsOn: formatDay(today + 40) });
  if (of.lot === 'thriving') tell('value-shown', 30, 'v1', { roi: 1.5 });
}

function money(of: Character, tell: Tell): void {
  for (let month = 0; month < 23; month++) {
    const ago = 690 - month * 30;
    const invoice = `i${month}`;
    const cents = 500_000;
    const due = {
      invoice,
      grossCents: cents,
      withheldCents: 0,
      netCents: cents,
      currency: 'BRL',
      dueOn: formatDay(of.today - ago + 10),
    };
    tell('invoice-issued', ago, invoice, due);
    const late = bad(of.lot) && month > (of.lot === 'leaving' ? 18 : 21);
    if (!late) tell('invoice-paid', ago - 9, `${invoice}-paid`, { invoice, cents, currency: 'BRL' });
    tell('consumption-reported', ago - 1, `u${month}`, {
      what: 'licencas',
      from: formatDay(of.today - ago),
      to: formatDay(of.today - ago + 29),
      contracted: 20,
      used: 8 + Math.floor(of.random() * 14),
    });
  }
}

const bad = (lot: Lot): boolean => lot === 'fading' || lot === 'leaving';

function touch(of: Character, tell: Tell, i: number): number {
  const { random, index } = of;
  // Who leaves has not been spoken to for a season.
  const ago = (of.lot === 'leaving' ? 100 : 0) + Math.floor(random() * (life - 120));
  const contact = `p${Math.floor(random() * roles.length)}@c${index}.example`;
  const kind = random();
  if (kind < 0.5) {
    const direction = random() < (of.lot === 'quiet' ? 0.1 : 0.45) ? 'in' : 'out';
    tell('message-exchanged', ago, `t${i}`, {
      channel: 'email',
      direction,
      contact,
      commercial: random() < 0.05,
    });
    return 1;
  }
  if (kind < 0.65) {
    tell('meeting-held', ago, `t${i}`, {
      meeting: 'check_in',
      invited: 4,
      attended: 3,
      contacts: [contact],
      outcome: 'positive',
    });
    return 1;
  }
  if (kind < 0.8) {
    const ticket = `k${i}`;
    const severity = bad(of.lot) && ago < 160 ? 'critical' : 'normal';
    tell('ticket-opened', ago, ticket, { ticket, severity, tags: ['erro'], contact });
    if (ago < 5 || (of.lot === 'leaving' && ago < 160)) return 1;
    tell('ticket-answered', ago - 1, `${ticket}-a`, { ticket });
    tell('ticket-closed', ago - 3, `${ticket}-c`, { ticket, sentiment: bad(of.lot) ? -0.4 : 0.3 });
    return 3;
  }
  if (kind < 0.9) {
    const score = bad(of.lot) && ago < 200 ? Math.floor(random() * 4) : 7 + Math.floor(random() * 4);
    tell('survey-answered', ago, `t${i}`, { instrument: 'nps', score, contact });
    return 1;
  }
  if (kind < 0.97) tell('content-engaged', ago, `t${i}`, { content: 'boletim', act: 'opened', contact });
  else tell('effort-spent', ago, `t${i}`, { hours: 1 + Math.floor(random() * 4) });
  return 1;
}

/** The facts of an account, oldest first. */
export function storyOf(of: Character): readonly Told[] {
  const told: Told[] = [];
  const tell: Tell = (type, ago, key, body) => {
    const at =
      startOfDay(of.today - Math.max(0, ago), of.zone) + 9 * hourMs + Math.floor(of.random() * 8) * hourMs;
    told.push({ type, body, at, key });
  };
  frame(of, tell);
  money(of, tell);
  for (let i = 0; told.length < of.facts; i++) touch(of, tell, i);
  return told.slice(0, of.facts).toSorted((a, b) => a.at - b.at);
}
