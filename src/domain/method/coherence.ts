// What a schema cannot say of a method: keys that exist once and are defined where used, weights and curves that
// mean something, braces that can be filled. Data in, problems out.
import type { MethodProblem } from './compile.ts';
import { celType, type LeafTypes } from './condition-schema.ts';
import { methodFault, type MethodFault } from './faults.ts';
import type { Method } from './schema.ts';
import { bracesOf, isTextParam } from './text-params.ts';

type At = readonly (string | number)[];
type Report = (at: At, reason: MethodFault) => void;

/** Every incoherence of a method that the schema accepted. */
export function coherenceProblems(method: Method, leafTypes: LeafTypes): readonly MethodProblem[] {
  const problems: MethodProblem[] = [];
  const report: Report = (at, reason) => problems.push({ at, reason });
  checkUnique(method, report);
  checkStages(method, report);
  checkHealth(method, report);
  method.health.measures.forEach((measure, i) => checkMeasure(measure, i, leafTypes, report));
  checkOffers(method, report);
  checkUses(method, report);
  checkTexts(method, [], report);
  return problems;
}

function keys(list: readonly { readonly key: string }[]): ReadonlySet<string> {
  return new Set(list.map((entry) => entry.key));
}

function checkUnique(method: Method, report: Report): void {
  const lists: readonly (readonly [At, readonly { readonly key: string }[]])[] = [
    [['stages'], method.stages],
    ...method.stages.map((stage, i) => [['stages', i, 'milestones'], stage.milestones] as const),
    ...method.stages.map((stage, i) => [['stages', i, 'exit'], stage.exit] as const),
    [['health', 'pillars'], method.health.pillars],
    [['health', 'measures'], method.health.measures],
    [['health', 'caps'], method.health.caps],
    [['signals'], method.signals],
    [['families'], method.families],
    [['offers'], method.offers],
    [['matrix'], method.matrix],
    [['guardrails'], method.guardrails],
    [['arbitration', 'context'], method.arbitration.context],
    [['playbooks'], method.playbooks],
    [['reasons'], method.reasons],
    [['events'], method.events],
  ];
  for (const [at, list] of lists) {
    const seen = new Set<string>();
    list.forEach((entry, i) => {
      if (seen.has(entry.key)) report([...at, i, 'key'], methodFault('twice', { key: entry.key }));
      seen.add(entry.key);
    });
  }
}

function defined(
  known: ReadonlySet<string>,
  used: readonly string[],
  at: At,
  kind: string,
  report: Report,
): void {
  used.forEach((key, i) => {
    if (!known.has(key)) report([...at, i], methodFault('undefined', { kind, key }));
  });
}

function definedOne(known: ReadonlySet<string>, key: string, at: At, kind: string, report: Report): void {
  if (!known.has(key)) report(at, methodFault('undefined', { kind, key }));
}

function checkStages(method: Method, report: Report): void {
  const reasons = keys(method.reasons);
  method.stages.forEach((stage, i) => {
    defined(reasons, stage.barriers, ['stages', i, 'barriers'], 'reason', report);
    stage.milestones.forEach((milestone, j) =>
      defined(reasons, milestone.barriers, ['stages', i, 'milestones', j, 'barriers'], 'reason', report),
    );
    if (stage.lateLimit !== null && method.limits[stage.lateLimit] === undefined) {
      report(['stages', i, 'lateLimit'], methodFault('undefined', { kind: 'limit', key: stage.lateLimit }));
    }
    const [from, to] = stage.placement ?? [0, null];
    if (to !== null && to <= from) report(['stages', i, 'placement'], methodFault('range_backwards'));
  });
}

function checkHealth(method: Method, report: Report): void {
  const { bands, pillars, measures, ageing } = method.health;
  if (bands.yellow >= bands.green) report(['health', 'bands'], methodFault('bands_order'));
  if (ageing.noneDays <= ageing.fullDays) report(['health', 'ageing'], methodFault('ageing_order'));
  const segments = new Set(pillars.flatMap((pillar) => Object.keys(pillar.weights)));
  for (const segment of segments) {
    const total = pillars.reduce(
      (sum, { weights }) => sum + (numberAt(weights, segment) ?? weights.unknown ?? 0),
      0,
    );
    if (total <= 0) report(['health', 'pillars'], methodFault('weights_nothing', { segment }));
  }
  pillars.forEach((pillar, i) => {
    if (Object.values(pillar.weights).some((weight) => weight < 0))
      report(['health', 'pillars', i], methodFault('weight_negative'));
    const own = measures.filter((measure) => measure.pillar === pillar.key);
    if (own.reduce((sum, measure) => sum + measure.weight, 0) <= 0) {
      report(['health', 'pillars', i], methodFault('pillar_nothing', { pillar: pillar.key }));
    }
  });
  const known = keys(pillars);
  measures.forEach((measure, i) =>
    definedOne(known, measure.pillar, ['health', 'measures', i, 'pillar'], 'pillar', report),
  );
}

function numberAt(numbers: Readonly<Record<string, number | undefined>>, name: string): number | undefined {
  return numbers[name];
}

function checkMeasure(
  measure: Method['health']['measures'][number],
  index: number,
  leafTypes: LeafTypes,
  report: Report,
): void {
  const at = ['health', 'measures', index];
  const { curve, map } = measure;
  if ((curve === null) === (map === null)) report(at, methodFault('curve_or_map'));
  curve?.forEach(([x], i) => {
    const before = curve[i - 1];
    if (before && x <= before[0])
      report([...at, 'curve', i], methodFault('curve_backwards', { x, before: before[0] }));
  });
  if (curve?.length === 0) report([...at, 'curve'], methodFault('curve_empty'));
  const read = {
    leaf: measure.leaf,
    fallbackLeaf: measure.fallbackLeaf,
    complementOf: measure.complementOf,
    ageLeaf: measure.ageLeaf,
  };
  for (const [field, leaf] of Object.entries(read)) {
    if (leaf === null) continue;
    const type = leafTypes[leaf];
    if (type === undefined) {
      report([...at, field], methodFault('leaf_unknown', { leaf }));
      continue;
    }
    const number = celType(type) === 'double';
    const wantsNumber = curve !== null || field === 'complementOf' || field.endsWith('geLeaf');
    if (wantsNumber && !number) report([...at, field], methodFault('leaf_no_number', { leaf }));
    if (map !== null && field === 'leaf' && (number || celType(type) === 'list<string>')) {
      report([...at, field], methodFault('leaf_no_word', { leaf }));
    }
  }
}

function checkOffers(method: Method, report: Report): void {
  const families = keys(method.families);
  const events = keys(method.events);
  method.offers.forEach((offer, i) => {
    definedOne(families, offer.family, ['offers', i, 'family'], 'family', report);
    defined(events, offer.events, ['offers', i, 'events'], 'event', report);
  });
  method.keywords.forEach((keyword, i) => {
    definedOne(events, keyword.event, ['keywords', i, 'event'], 'event', report);
    if (keyword.family !== null)
      definedOne(families, keyword.family, ['keywords', i, 'family'], 'family', report);
  });
  method.guardrails.forEach((guardrail, i) => {
    if (guardrail.ask && guardrail.question === null)
      report(['guardrails', i], methodFault('question_missing'));
  });
}

function checkUses(method: Method, report: Report): void {
  const signals = keys(method.signals);
  const offers = keys(method.offers);
  const playbooks = keys(method.playbooks);
  method.matrix.forEach((row, i) => {
    defined(signals, row.signals, ['matrix', i, 'signals'], 'signal', report);
    defined(offers, row.offers, ['matrix', i, 'offers'], 'offer', report);
    defined(playbooks, row.playbooks, ['matrix', i, 'playbooks'], 'playbook', report);
  });
  const answered = new Set<string>();
  method.actions.forEach((action, i) => {
    defined(signals, action.signals, ['actions', i, 'signals'], 'signal', report);
    for (const key of action.signals) {
      if (answered.has(key)) report(['actions', i, 'signals'], methodFault('two_actions', { signal: key }));
      answered.add(key);
    }
  });
  method.arbitration.context.forEach((row, i) => {
    if ((row.rule === 'condition') !== (row.when !== null)) {
      report(['arbitration', 'context', i], methodFault('context_condition'));
    }
  });
}

/** Every text of the method: its braces must be names that can be filled. */
function checkTexts(value: unknown, at: At, report: Report): void {
  if (typeof value === 'string') {
    for (const name of bracesOf(value)) {
      if (!isTextParam(name)) report(at, methodFault('brace_unknown', { name }));
    }
    return;
  }
  if (Array.isArray(value)) value.forEach((entry, i) => checkTexts(entry, [...at, i], report));
  else if (typeof value === 'object' && value !== null) {
    for (const [name, entry] of Object.entries(value)) checkTexts(entry, [...at, name], report);
  }
}
