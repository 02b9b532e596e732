// What the customer bought it for: milestones with their proof, the goal and its measure, results shown, promises, deliveries.
import type { Day } from '#base/day.ts';
import { calm, holder, type Life } from './life.ts';
import { iso, type Pen } from './pen.ts';
import { workday } from './season.ts';

export const track = 'rotina_de_gestao';
export type Progress = {
  readonly firstValue: Day | null;
  readonly repeatable: Day | null;
  readonly widened: Day | null;
};

const proofs = [
  'Retrabalho no fechamento caiu de 14 para 6 horas por semana',
  'SLA de atendimento saiu de 61% para 92% no prazo',
  'Fechamento do mês dois dias antes',
  'Painel único usado na reunião de segunda, cinco semanas seguidas',
  'Pedidos sem divergência: de 88% para 97%',
];

function milestone(life: Life, pen: Pen, key: string, stage: string, due: Day, done: Day | null): Day | null {
  pen.tell(
    'milestone-planned',
    Math.max(life.nature.start + 2, due - 120),
    { milestone: key, track, stage, dueOn: iso(due) },
    { id: `plano-${key}` },
  );
  if (done === null || !life.isCustomer(done)) return null;
  const at = workday(done, life.shape);
  if (at >= life.shape.today) return null;
  // Where it goes badly, some are delivered and never proven.
  const proof = {
    proof: pen.pick(['number', 'number', 'file', 'link'] as const),
    proofValue: pen.between(12, 60),
    proofText: pen.pick(proofs),
  };
  const proven = pen.chance(0.95 + 0.25 * Math.min(0, life.fate.health(at)));
  pen.tell('milestone-delivered', at, { milestone: key, track, ...(proven ? proof : {}) });
  const who = holder(life, 'champion', at + 4);
  if (pen.chance(0.85))
    pen.tell('milestone-confirmed', at + 4, { milestone: key, track, ...(who ? { contact: who.key } : {}) });
  return at;
}

export function writeMilestones(life: Life): Progress {
  const pen = life.pen('milestones');
  const { nature, fate, shape } = life;
  const slow = (day: Day): number =>
    Math.max(-8, Math.round(4 - 12 * fate.health(Math.min(day, shape.today)) + 9 * pen.normal()));
  const start = nature.start;
  const never = pen.chance(Math.min(0.5, -0.2 * nature.level));
  const first =
    life.is('onboarding_late') || never ? null : start + 26 + Math.max(-6, Math.min(40, slow(start + 30)));
  const firstValue = milestone(life, pen, 'first_value', 'onboarding', start + 30, first);
  const parked = life.is('stalled', 'delivered_and_gone', 'low_use');
  const repeats =
    fate.health(Math.min(start + 90, shape.today)) > -0.7 && firstValue !== null && !life.is('low_use');
  const second = repeats ? Math.max(start + 55 + slow(start + 60), (firstValue ?? start) + 18) : null;
  const repeatable =
    start + 30 < shape.today
      ? milestone(life, pen, 'value_repeatable', 'adoption', start + 75, second)
      : null;
  // The third is agreed once the second stands; a date that was missed is agreed anew.
  const due = (repeatable ?? start) + 150;
  const widens = fate.health(Math.min(due, shape.today)) > 0.5 && nature.term > 4;
  const third = widens && !parked ? due - 10 + Math.min(8, slow(due)) : null;
  const widened =
    repeatable === null ||
    nature.terms === 'project' ||
    (third === null && due < shape.today + 30 && !life.is('delivery_late'))
      ? null
      : milestone(
          life,
          pen,
          'scope_widened',
          'expansion',
          life.is('delivery_late') ? shape.today - 16 : Math.max(due, third ?? 0),
          life.is('delivery_late') ? null : third,
        );
  return { firstValue, repeatable, widened };
}

export function writeGoals(life: Life, progress: Progress): void {
  const pen = life.pen('goals');
  const { nature, fate, shape } = life;
  const [goal, metric, baseline, target] = pen.pick([
    ['retrabalho', 'horas de retrabalho por semana', 14, 5],
    ['prazo_de_fechamento', 'dias de fechamento', 9, 5],
    ['sla_no_prazo', '% no prazo', 61, 92],
    ['pedidos_sem_divergencia', '% sem divergência', 84, 97],
  ] as const);
  const set = nature.start + 9;
  pen.tell(
    'goal-set',
    set,
    { goal, metric, baseline, target, dueOn: iso(set + 180), initial: true, artefacts: false },
    { id: 'meta' },
  );
  const flat = life.is('stalled') ? shape.today - 125 : Infinity;
  let reached = 0;
  for (
    let day = Math.max(life.from, nature.start) + 45;
    day < Math.min(shape.today, flat);
    day += pen.between(38, 58)
  ) {
    const at = workday(day, shape);
    if (!life.isCustomer(at) || at >= life.quietFrom) continue;
    const age = Math.min(1, (at - nature.start) / 240);
    const share = Math.min(1.05, Math.max(0.05, age * (0.62 + 0.42 * fate.health(at))));
    reached = Math.max(reached, share);
    const share_ = life.is('low_use') ? Math.min(reached, 0.4) : reached;
    pen.tell('goal-measured', at, {
      goal,
      current: Math.round((baseline + (target - baseline) * share_) * 10) / 10,
    });
  }
  if (pen.chance(0.12)) {
    const artefacts = {
      goal: 'entregas_combinadas',
      metric: 'entregas',
      baseline: 0,
      target: 6,
      initial: false,
      artefacts: true,
    };
    pen.tell('goal-set', Math.max(life.from, nature.start) + 12, artefacts, { id: 'entregas' });
    pen.tell('goal-measured', shape.today - 34, {
      goal: 'entregas_combinadas',
      current: fate.health(shape.today) > 0.6 ? 6 : 4,
    });
  }
  shown(life, pen, progress);
}

function shown(life: Life, pen: Pen, progress: Progress): void {
  const { shape, fate } = life;
  if (progress.firstValue === null) return;
  let next = Math.max(life.from, progress.firstValue) + 20;
  for (let day = next; day < shape.today; day = next) {
    const at = workday(day, shape);
    next = day + pen.between(75, 135);
    const roi = Math.max(-0.4, Math.round((0.7 + 0.6 * fate.health(at) + 0.2 * pen.normal()) * 10) / 10);
    const told = pen.chance(fate.health(at) > 0 ? 0.85 : fate.health(at) > -0.7 ? 0.45 : 0.05);
    const who = holder(life, 'executive_sponsor', at);
    if (!told || !life.isCustomer(at) || at >= life.quietFrom || !who || life.is('executive_absent'))
      continue;
    if (life.is('value_unproven') && at > shape.today - 220) continue;
    pen.tell('value-shown', at, { roi, contact: who.key });
  }
  const sponsor = holder(life, 'executive_sponsor', shape.today - 30);
  if (life.is('advocate', 'advocate_ready', 'renewal_ready') && sponsor)
    pen.tell('value-shown', workday(shape.today - 26, shape), { roi: 1.8, contact: sponsor.key });
}

const promised = [
  'Treinar dois usuários novos',
  'Entregar a integração com o ERP',
  'Mandar o diagnóstico da segunda unidade',
  'Rever a matriz de acessos',
  'Documentar o processo de fechamento',
];

export function writePromises(life: Life): void {
  const pen = life.pen('promises');
  const { shape, fate } = life;
  let count = 0;
  for (let day = life.from + pen.between(15, 80); day < shape.today - 5; day += pen.between(60, 140)) {
    const at = workday(day, shape);
    const due = at + pen.between(10, 25);
    const kept = pen.chance(0.9 + 0.05 * fate.health(at)) || life.nature.story !== null;
    const late = pen.chance(0.15) ? pen.between(2, 12) : 0;
    const what = pen.pick(promised);
    if (!life.isCustomer(at)) continue;
    const promise = `P-${++count}`;
    pen.tell('promise-made', at, { promise, dueOn: iso(due), what });
    // What was never kept was in the end let go of with the customer, except of late.
    if (kept || due < shape.today - 40)
      pen.tell('promise-kept', workday(due + (kept ? late : 35), shape), { promise });
  }
  if (life.is('promise_late'))
    pen.tell('promise-made', shape.today - 30, {
      promise: 'P-integracao',
      dueOn: iso(shape.today - 9),
      what: 'Entregar a integração com o ERP',
    });
}

const deliverables = [
  'diagnostico',
  'mapa_de_processos',
  'painel_da_diretoria',
  'playbook_comercial',
  'manual_da_rotina',
  'treinamento_da_equipe',
];

export function writeDeliveries(life: Life): void {
  const pen = life.pen('deliveries');
  const { nature, shape, fate } = life;
  if (nature.hours === 0) return;
  const stop = life.is('delivered_and_gone')
    ? nature.start + 95
    : nature.terms === 'project'
      ? nature.start + 30 * nature.term
      : shape.today;
  let count = 0;
  for (let day = nature.start + 20; day < stop; day += pen.between(34, 62)) {
    const at = workday(day, shape);
    const late = Math.round(2 - 5 * fate.health(Math.min(at, shape.today)) + 4 * pen.normal());
    const name = deliverables[count++ % deliverables.length] as string;
    if (at < life.from || !life.isCustomer(at)) continue;
    const delivery = `${name}_${count}`;
    pen.tell('delivery-planned', at - 18, { delivery, track, dueOn: iso(at) });
    // Where it goes badly, some are never done: the customer gives nothing for them any more.
    const dropped = pen.chance(Math.min(0.75, -0.45 * fate.health(Math.min(at, shape.today)) - 0.1));
    const done = workday(at + Math.max(-4, Math.min(calm(life) ? 0 : 25, late)), shape);
    if (calm(life) || !dropped) pen.tell('delivery-done', done, { delivery });
  }
}
