// Tracks and contracts of one account as its page draws them.
import { formatDay, type Day } from '#base/day.ts';
import type { Decision, StageLine } from '#domain/decision.ts';
import type { ContractState, Profile, TrackState } from '#domain/profile/shape.ts';
import { said, type Speaker } from './fill.ts';
import { dayText } from './format.ts';

/** As many as a page names; it says how many tracks and contracts it leaves out. */
const most = { tracks: 40, contracts: 100, milestones: 100 } as const;

/** Tracks and contracts that a page leaves out. */
export function leftOut(decision: Decision, profile: Profile): { tracks: number; contracts: number } {
  return {
    tracks: Math.max(0, decision.stages.length - most.tracks),
    contracts: Math.max(0, profile.contracts.length - most.contracts),
  };
}

const iso = (day: Day | null): string | null => (day === null ? null : formatDay(day));
const pick = (speaker: Speaker, pt: string, en: string) => (speaker.locale === 'en' ? en : pt);

function stageLabel(key: string, speaker: Speaker): string {
  const stage = speaker.method.stages.find((one) => one.key === key);
  return stage ? said(stage.label, speaker.locale) : key;
}

/** A milestone as expected; the first of the method is the firm's own first value, once it said what that is. */
function milestoneLabel(key: string, speaker: Speaker): string {
  const known = speaker.method.stages.flatMap((stage) => stage.milestones);
  const spec = known.find((one) => one.key === key);
  const own = speaker.firstValue;
  if (own && spec && spec === known[0]) return pick(speaker, `Primeiro valor: ${own}`, `First value: ${own}`);
  return spec ? said(spec.result, speaker.locale) : named(key);
}

function milestonesOf(state: TrackState | undefined, day: Day, speaker: Speaker) {
  const all = state?.milestones ?? [];
  // Those still to be delivered are what the page is opened for.
  const open = all.filter(({ deliveredOn }) => deliveredOn === null);
  const rest = all.filter(({ deliveredOn }) => deliveredOn !== null);
  const shown = all.length > most.milestones ? [...open, ...rest].slice(0, most.milestones) : all;
  return shown.map((milestone) => {
    return {
      key: milestone.key,
      label: milestoneLabel(milestone.key, speaker),
      due: iso(milestone.due),
      deliveredOn: iso(milestone.deliveredOn),
      late: milestone.due !== null && milestone.deliveredOn === null && milestone.due < day,
      proof: milestone.proven ? pick(speaker, 'provado', 'proven') : null,
    };
  });
}

/** What a track follows, in words; null for the ordinary thread of the work. */
function scopeText(scope: string | null, speaker: Speaker): string | null {
  if (scope === 'department') return pick(speaker, 'área', 'department');
  if (scope === 'use_case') return pick(speaker, 'caso de uso', 'use case');
  return scope === 'account' ? pick(speaker, 'conta', 'account') : null;
}

/** A key of a source as a name is written: "Gestao de frota". */
function named(key: string): string {
  const text = key.replaceAll('_', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function trackLabel(key: string, contract: ContractState | undefined, speaker: Speaker): string {
  if (contract) {
    const end = contract.plannedEnd;
    const until =
      end === null ? '' : pick(speaker, ` até ${dayText(end, 'pt-BR')}`, ` until ${dayText(end, 'en')}`);
    return pick(speaker, `Contrato${until}`, `Contract${until}`);
  }
  return key === 'main' ? pick(speaker, 'Frente principal', 'Main track') : named(key);
}

/**
 * The stages a track has been in. A renewal that no person recorded came into its stage the day its window opened.
 * A step to a stage that stands earlier in the method is a way back.
 */
function stepsOf(line: StageLine, state: TrackState | undefined, day: Day, speaker: Speaker) {
  const opened = line.daysInStage === null ? null : day - line.daysInStage;
  const steps = state?.steps ?? [{ stage: line.stage, on: opened }];
  const order = speaker.method.stages.map((stage) => stage.key);
  return steps.map(({ stage, on }, index) => {
    const before = steps[index - 1];
    const [from, to] = [order.indexOf(before?.stage ?? ''), order.indexOf(stage)];
    return { stage, label: stageLabel(stage, speaker), on: iso(on), regress: to >= 0 && to < from };
  });
}

/** The tracks of a decision, with what the profile knows of each. A renewal track follows its contract. */
export function tracksPage(decision: Decision, profile: Profile, speaker: Speaker) {
  return decision.stages.slice(0, most.tracks).map((line) => {
    const renews = line.canonical === 'renewal';
    const contract = renews ? profile.contracts.find((one) => one.key === line.track) : undefined;
    // A contract may bear the key of a track: only one that stands in this very stage is the line's own.
    const state = profile.tracks.find((track) => track.key === line.track && track.stage === line.stage);
    const steps = stepsOf(line, state, decision.day, speaker);
    return {
      id: renews ? `renewal:${line.track}` : line.track,
      label: trackLabel(line.track, contract, speaker),
      scope: scopeText(state?.scope ?? null, speaker),
      stage: line.stage,
      stageLabel: stageLabel(line.stage, speaker),
      canonical: line.canonical,
      startedOn: steps[0]?.on ?? null,
      daysInStage: line.daysInStage,
      late: line.late,
      estimated: line.estimated,
      steps,
      milestones: milestonesOf(state, decision.day, speaker),
    };
  });
}

function contractStatus(contract: ContractState, speaker: Speaker): string {
  if (contract.endedOn !== null)
    return pick(
      speaker,
      `encerrado em ${dayText(contract.endedOn, 'pt-BR')}`,
      `ended on ${dayText(contract.endedOn, 'en')}`,
    );
  if (contract.noticeEnd !== null)
    return pick(
      speaker,
      `em aviso até ${dayText(contract.noticeEnd, 'pt-BR')}`,
      `notice given until ${dayText(contract.noticeEnd, 'en')}`,
    );
  if (contract.paused) return pick(speaker, 'pausado', 'paused');
  return contract.active
    ? pick(speaker, 'ativo', 'active')
    : pick(speaker, 'fora da vigência', 'out of term');
}

/** The contracts of a profile, those in force before the others where there are too many. */
export function contractsPage(profile: Profile, speaker: Speaker) {
  const all = profile.contracts;
  const first = [...all.filter(({ active }) => active), ...all.filter(({ active }) => !active)];
  const shown = all.length > most.contracts ? first.slice(0, most.contracts) : all;
  return shown.map((contract, index) => ({
    key: contract.key,
    label:
      contract.product !== null
        ? named(contract.product)
        : pick(speaker, `Contrato ${index + 1}`, `Contract ${index + 1}`),
    startsOn: iso(contract.start),
    endsOn: iso(contract.plannedEnd),
    mrrCents: contract.mrrCents,
    currency: speaker.currency,
    seats: contract.seats,
    renewal: contract.openEnded
      ? pick(speaker, 'sem data de fim', 'open-ended')
      : contract.autoRenew
        ? pick(speaker, 'automática', 'automatic')
        : null,
    statusLabel: contractStatus(contract, speaker),
    active: contract.active,
  }));
}
