// What our side did: playbooks run with their root cause, tasks, mutes, answers to questions, choices of a person, advocacy.
import type { Day } from '#base/day.ts';
import type { Life } from './life.ts';
import { holder } from './life.ts';
import { iso, type Pen } from './pen.ts';
import { workday } from './season.ts';

const steps: Readonly<Record<string, readonly string[]>> = {
  rescue: ['call', 'cause', 'plan', 'check', 'tell'],
  re_onboarding: ['map', 'goals', 'kick_off', 'first_value', 'offer'],
  value_review: ['collect', 'page', 'show', 'record'],
  qbr: ['prepare', 'hold', 'record'],
  check_in: ['meet', 'cause', 'act'],
};

function run(life: Life, pen: Pen, playbook: string, day: Day, cause: string | null): void {
  const name = `${playbook}-${iso(day)}`;
  pen.tell('run-started', day, { run: name, playbook }, { hour: 9 });
  let at = day;
  for (const step of steps[playbook] ?? []) {
    at = workday(at + pen.between(2, 7), life.shape);
    pen.tell('run-step-done', at, {
      run: name,
      step,
      ...(step === 'cause' && cause !== null ? { rootCause: cause } : {}),
    });
  }
  pen.tell('run-ended', at + 1, { run: name, outcome: pen.pick(['recuperado', 'concluido', 'sem_efeito']) });
}

const causes: Readonly<Record<string, string>> = {
  sponsor_left: 'champion_gone',
  champion_left: 'champion_gone',
  budget_cut: 'budget_or_reorganisation',
  competitor: 'competitor_won',
  support_burst: 'technical_unsolved',
  escalation: 'technical_unsolved',
  reorganisation: 'change_management',
};

export function writeRuns(life: Life): void {
  const pen = life.pen('runs');
  const { fate, nature } = life;
  for (const { what, day, effect } of fate.shocks) {
    if (effect > -0.35 || !life.isCustomer(day + 4) || pen.chance(nature.story === null ? 0.4 : 0.55))
      continue;
    const playbook = what === 'sponsor_left' || what === 'champion_left' ? 're_onboarding' : 'rescue';
    run(life, pen, playbook, workday(day + 4, life.shape), causes[what] ?? 'silent_disengagement');
  }
  if (nature.segment === 'enterprise' || nature.segment === 'mid_market')
    for (let day = life.from + 40; day < life.shape.today; day += 95)
      if (life.isCustomer(day)) run(life, pen, 'qbr', workday(day, life.shape), null);
  if (pen.chance(0.3)) run(life, pen, 'value_review', workday(life.from + 120, life.shape), null);
}

const doings = [
  'preparar_pauta',
  'enviar_painel',
  'cobrar_acessos',
  'rever_plano_de_acao',
  'agendar_qbr',
  'mandar_proposta',
];

export function writeTasks(life: Life): void {
  const pen = life.pen('tasks');
  const { shape, nature } = life;
  let count = 0;
  for (let day = life.from + pen.between(4, 30); day < shape.today; day += pen.between(26, 55)) {
    const at = workday(day, shape);
    const [takes, forgets, action] = [pen.between(1, 9), pen.chance(0.06), pen.pick(doings)];
    if (!life.isCustomer(at)) continue;
    const task = `T-${++count}`;
    pen.tell('task-opened', at, { task, action, owner: nature.csm, dueOn: iso(workday(at + 7, shape)) });
    if (!forgets || at < shape.today - 40)
      pen.tell('task-done', workday(at + takes, shape), { task, outcome: 'feito' });
  }
}

/** Choices of people, rare: a sign muted, a question answered, another offer preferred. */
export function writeChoices(life: Life): void {
  const pen = life.pen('choices');
  const { shape } = life;
  const day = workday(Math.max(life.from, shape.today - pen.between(5, 200)), shape);
  const [at, mute] = [
    pen.random(),
    pen.pick(['weak_coverage', 'key_user_silent', 'adjustment_due', 'nps_promoter']),
  ];
  if (!life.isCustomer(day) || life.nature.story !== null) return;
  if (at < 0.1)
    pen.tell('signal-muted', day, { signal: mute, until: iso(day + 45), reason: 'combinado_com_o_cliente' });
  else if (at < 0.2) pen.tell('question-answered', day, { question: 'critical_open', answer: true });
  else if (at < 0.27)
    pen.tell('decision-overridden', day, {
      what: 'lever',
      offer: 'acompanhamento_mensal',
      lever: 1.3,
      until: iso(day + 60),
      reason: 'campanha_do_trimestre',
    });
  else if (at < 0.33)
    pen.tell('decision-overridden', day, {
      what: 'offer',
      offer: 'treinamento_governanca',
      until: iso(day + 30),
      reason: 'pedido_do_cliente',
    });
}

const acts = ['review', 'reference', 'testimonial', 'case_study', 'referral', 'webinar'] as const;

export function writeAdvocacy(life: Life): void {
  const pen = life.pen('advocacy');
  const { shape, fate, nature } = life;
  const ask = (day: Day, act: (typeof acts)[number], yes: boolean, done: boolean): void => {
    const who = holder(life, 'executive_sponsor', day) ?? holder(life, 'champion', day);
    const told = { act, ...(who ? { contact: who.key } : {}) };
    pen.tell('advocacy-acted', day, { ...told, step: 'asked' });
    pen.tell('advocacy-acted', day + 5, { ...told, step: yes ? 'consented' : 'declined' });
    if (!yes || !done) return;
    pen.tell('advocacy-acted', day + 20, {
      ...told,
      step: 'done',
      ...(act === 'review' ? { rating: 5 } : {}),
      ...(act === 'referral' ? { referred: `indicado-${nature.key}` } : {}),
    });
    if (act === 'referral' || pen.chance(0.4))
      pen.tell('advocacy-acted', day + 31, { ...told, step: 'rewarded' });
  };
  if (life.is('advocate')) ask(shape.today - 70, 'case_study', true, true);
  if (life.is('advocate_ready')) ask(shape.today - 40, 'reference', true, false);
  for (let day = Math.max(life.from, nature.start) + 160; day < shape.today - 10; day += 170) {
    const at = workday(day, shape);
    const [act, yes, asks] = [pen.pick(acts), pen.chance(0.7), pen.chance(0.6)];
    if (life.isCustomer(at) && fate.health(at) > 0.9 && asks && nature.story === null)
      ask(at, act, yes, true);
  }
}

/** What was only ever seen on a day: the sheet of before, month by month until the systems were connected. */
export function writeObservations(life: Life): void {
  const pen = life.pen('observations');
  const { nature } = life;
  if (nature.seats === 0 || nature.index % 6 !== 0) return;
  pen.tell('state-observed', life.from + 2, { metric: 'seats', value: nature.seats }, { id: 'assentos' });
}
