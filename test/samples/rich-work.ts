// What was promised, delivered, proven, moved and decided: milestones, goals, stages, offers, events, playbooks.
import type { Customer } from './rich-customers.ts';
import type { Pen } from './rich-pen.ts';

const main = (c: Customer): string => (c.product ? 'gestao_de_frota' : 'rotina_comercial');
const old = (c: Customer, days: number): boolean => c.since > days;

function milestones(pen: Pen, c: Customer): void {
  const track = main(c);
  const due = (ago: number): string => pen.day(ago);
  const plan = (milestone: string, stage: string, ago: number): void =>
    pen.tell('milestone-planned', c.since - 2, { milestone, track, stage, dueOn: due(ago) });
  plan('first_value', 'onboarding', c.since - 30);
  plan('value_repeatable', 'adoption', c.since - 90);
  const [wide, calm] = [c.since - 180, ['steady', 'renewing', 'ended', 'parked'].includes(c.plot)];
  plan('scope_widened', 'expansion', calm ? -45 : wide);
  const delivered = (milestone: string, ago: number, text: string): void => {
    pen.tell('milestone-delivered', ago, {
      milestone,
      track,
      proof: 'number',
      proofValue: pen.between(12, 60),
      proofText: text,
    });
    pen.tell(
      'milestone-confirmed',
      ago - 3,
      { milestone, track, contact: pen.contact('champion') },
      { late: 1 },
    );
  };
  if (old(c, 60)) delivered('first_value', c.since - 27, 'Fechamento de 9 para 4 dias');
  if (old(c, 130) && c.plot !== 'parked')
    delivered('value_repeatable', c.since - 96, 'Quatro semanas de rotina mantida');
  if (c.plot === 'growing' && old(c, 230)) delivered('scope_widened', c.since - 200, 'Segunda unidade no ar');
  pen.tell('delivery-planned', c.since - 3, {
    delivery: 'Diagnóstico inicial',
    track,
    dueOn: due(c.since - 20),
  });
  pen.tell('delivery-done', c.since - 19, { delivery: 'Diagnóstico inicial' });
  if (old(c, 100)) {
    pen.tell('delivery-planned', 70, { delivery: 'Painel da diretoria', track, dueOn: due(12) });
    if (c.plot !== 'detractor' && c.plot !== 'sponsor_gone')
      pen.tell('delivery-done', 14, { delivery: 'Painel da diretoria' });
  }
}

function goals(pen: Pen, c: Customer): void {
  const goal = 'Prazo de fechamento';
  pen.tell('goal-set', c.since - 6, {
    goal,
    metric: 'Dias de fechamento',
    baseline: 9,
    target: 4,
    dueOn: pen.day(c.since - 180),
    initial: true,
  });
  const now = c.plot === 'growing' ? 4 : c.plot === 'steady' ? 5 : 7;
  if (old(c, 90)) pen.tell('goal-measured', c.since - 80, { goal, current: 7 });
  if (old(c, 150)) pen.tell('goal-measured', 40, { goal, current: now });
  if (c.plot === 'growing' || c.plot === 'renewing')
    pen.tell('value-shown', 35, { roi: pen.between(14, 32) / 10, contact: pen.contact('sponsor') });
  if (c.plot === 'steady' && old(c, 240)) pen.tell('value-shown', 210, { roi: 1.2 });
  if (!old(c, 60)) return;
  pen.tell('promise-made', 45, {
    promise: `${c.key}-p1`,
    dueOn: pen.day(30),
    what: 'Treinar dois usuários novos',
  });
  pen.tell('promise-kept', 31, { promise: `${c.key}-p1` });
  if (c.plot === 'detractor')
    pen.tell('promise-made', 44, {
      promise: `${c.key}-p2`,
      dueOn: pen.day(16),
      what: 'Entregar a integração com o ERP',
    });
}

/** Plots in which the work goes on at its own pace. */
const calmPlots: ReadonlySet<Customer['plot']> = new Set(['steady', 'growing', 'renewing']);

function stages(pen: Pen, c: Customer): void {
  const track = main(c);
  const move = (stage: string, ago: number, trigger?: string): void =>
    pen.tell('stage-confirmed', ago, {
      track,
      scope: 'product',
      stage,
      ...(trigger ? { trigger } : {}),
      byCustomer: stage === 'adoption',
    });
  if (c.plot === 'parked') {
    pen.tell('stage-placed', c.since - 1, { track, stage: 'adoption', since: pen.day(c.since) });
    return;
  }
  move('onboarding', c.since - 1);
  if (old(c, 90)) {
    pen.tell('stage-suggested', c.since - 38, { track, scope: 'product', stage: 'adoption' });
    move('adoption', c.since - 42);
  }
  if (old(c, 200) && c.plot !== 'sliding') move('expansion', calmPlots.has(c.plot) ? 34 : c.since - 118);
  if (c.plot === 'regressed' || c.plot === 'sponsor_gone')
    move('adoption', 28, c.plot === 'regressed' ? 'reorganisation' : 'usage_drop');
  if (c.plot === 'steady')
    pen.tell('stage-rejected', 52, { track, scope: 'product', stage: 'expansion', reason: 'budget_timing' });
  if (c.plot === 'growing') {
    const second = { track: 'faturamento_de_fretes', scope: 'department' } as const;
    pen.tell('stage-confirmed', 48, { ...second, stage: 'onboarding' });
    pen.tell('stage-confirmed', 22, { ...second, stage: 'adoption', byCustomer: true });
    pen.tell('stage-confirmed', 30, { track: 'conta', scope: 'account', stage: 'advocacy' });
  }
  if (c.plot === 'ended') pen.tell('track-closed', -c.endsIn, { track, reason: 'under_used' });
}

function offers(pen: Pen, c: Customer): void {
  const cents = Math.round(c.monthly * 240);
  if (c.plot === 'growing') {
    pen.tell('offer-proposed', 120, {
      offer: 'nova_area_unidade',
      cents,
      currency: 'BRL',
      contact: pen.contact('sponsor'),
    });
    pen.tell('offer-viewed', 118, { offer: 'nova_area_unidade' });
    pen.tell('offer-accepted', 111, { offer: 'nova_area_unidade', cents, currency: 'BRL' });
    for (const step of ['asked', 'consented', 'done', 'rewarded'] as const)
      pen.tell('advocacy-acted', 60 - ['asked', 'consented', 'done', 'rewarded'].indexOf(step) * 8, {
        act: pen.pick(['case_study']),
        step,
        contact: pen.contact('sponsor'),
      });
    pen.tell('decision-overridden', 10, {
      what: 'lever',
      offer: 'metas_experimentos',
      lever: 1.2,
      until: pen.day(-40),
      reason: 'foco do trimestre',
    });
  }
  if (c.plot === 'sponsor_gone' || c.plot === 'steady') {
    pen.tell('offer-proposed', 78, { offer: 'treinamento_governanca', cents, currency: 'BRL' });
    pen.tell('offer-refused', 63, { offer: 'treinamento_governanca', reason: 'budget_timing' });
    pen.tell('objection-raised', 64, {
      objection: `${c.key}-oferta`,
      about: 'offer',
      reason: 'budget_timing',
    });
    pen.tell('objection-solved', 58, { objection: `${c.key}-oferta` });
  }
  if (c.plot === 'renewing')
    pen.tell('offer-proposed', 7, { offer: 'acompanhamento_mensal', cents, currency: 'BRL' });
}

function events(pen: Pen, c: Customer): void {
  const note = (text: string, ago: number): void => pen.tell('note-written', ago, { text });
  if (c.plot === 'growing') {
    pen.tell('event-recorded', 19, {
      event: pen.pick(['predictable_need', 'growth', 'wants_predictability']),
      note: 'Abrem a terceira unidade no semestre.',
    });
    note('Querem abrir uma nova filial e pediram metas por unidade.', 19);
  }
  if (c.plot === 'regressed')
    pen.tell('event-recorded', 68, { event: 'reorganisation', note: 'Duas diretorias viraram uma.' });
  if (c.plot === 'detractor') {
    pen.tell('event-recorded', 11, { event: 'escalation', note: 'O sponsor escreveu ao nosso diretor.' });
    pen.tell('event-suggested', 12, { event: 'manual_work', keyword: 'retrabalho' });
  }
  if (c.plot === 'steady') {
    pen.tell('event-recorded', 100, {
      event: 'manual_work',
      family: 'integracoes',
      note: 'Relatório montado à mão toda sexta.',
    });
    pen.tell('event-closed', 70, { event: 'manual_work', reason: 'not_measured' });
    pen.tell('event-suggested', 15, {
      event: 'capability_asked',
      family: 'integracoes',
      keyword: 'integracao com',
    });
    note('Pediram integração com o ERP; depende da diretoria.', 15);
  }
  if (c.plot === 'notice') pen.tell('event-recorded', 64, { event: 'competitor' });
  if (c.plot === 'quiet')
    note('Cliente indicado pela associação; ainda sem dados.', Math.min(40, c.since - 1));
}

const verdicts: Partial<Record<Customer['plot'], 'green' | 'yellow'>> = {
  growing: 'green',
  steady: 'green',
  renewing: 'yellow',
};

function playbooks(pen: Pen, c: Customer): void {
  const run = `${c.key}-r1`;
  if (c.plot === 'detractor' || c.plot === 'sliding') {
    pen.tell('run-started', 10, { run, playbook: 'rescue' });
    pen.tell('run-step-done', 9, { run, step: 'call' });
    if (c.plot === 'detractor')
      pen.tell('run-step-done', 8, { run, step: 'root_cause', rootCause: 'technical_unsolved' });
  }
  if (c.plot === 'steady') {
    pen.tell('run-started', 130, { run, playbook: 'education' });
    pen.tell('run-step-done', 125, { run, step: 'tips' });
    pen.tell('run-ended', 112, { run, outcome: 'done' });
    pen.tell('signal-muted', 20, { signal: 'value_unproven', until: pen.day(-10), reason: 'QBR marcado' });
  }
  const verdict = verdicts[c.plot] ?? 'red';
  if (!['new', 'brand_new', 'quiet', 'ended'].includes(c.plot)) {
    pen.tell('pulse-taken', 17, {
      verdict,
      reason: verdict === 'red' ? 'Ninguém responde desde a troca.' : 'Rotina rodando.',
    });
    pen.tell('task-opened', 18, { task: `${c.key}-t1`, action: 'check_in', owner: c.csm, dueOn: pen.day(6) });
    if (verdict === 'green') pen.tell('task-done', 7, { task: `${c.key}-t1`, outcome: 'done' });
  }
  if (c.plot === 'renewing') pen.tell('question-answered', 4, { question: 'critical_open', answer: false });
}

/** The work with the customer and what Perene keeps of it. */
export function work(pen: Pen, c: Customer): void {
  events(pen, c);
  if (c.plot === 'quiet') return;
  stages(pen, c);
  if (c.plot === 'brand_new') return;
  milestones(pen, c);
  goals(pen, c);
  offers(pen, c);
  playbooks(pen, c);
}
