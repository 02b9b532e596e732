// Tracks and contracts of one account as its page draws them.
import { formatDay, type Day } from '#base/day.ts';
import type { Decision } from '#domain/decision.ts';
import type { ContractState, Profile, TrackState } from '#domain/profile/shape.ts';
import { said, type Speaker } from './fill.ts';
import { dayText } from './format.ts';

const iso = (day: Day | null): string | null => (day === null ? null : formatDay(day));
const pick = (speaker: Speaker, pt: string, en: string) => (speaker.locale === 'en' ? en : pt);

function stageLabel(key: string, speaker: Speaker): string {
  const stage = speaker.method.stages.find((one) => one.key === key);
  return stage ? said(stage.label, speaker.locale) : key;
}

function milestonesOf(state: TrackState | undefined, day: Day, speaker: Speaker) {
  const known = speaker.method.stages.flatMap((stage) => stage.milestones);
  return (state?.milestones ?? []).map((milestone) => {
    const spec = known.find((one) => one.key === milestone.key);
    return {
      key: milestone.key,
      label: spec ? said(spec.result, speaker.locale) : milestone.key.replaceAll('_', ' '),
      due: iso(milestone.due),
      deliveredOn: iso(milestone.deliveredOn),
      late: milestone.due !== null && milestone.deliveredOn === null && milestone.due < day,
      proof: milestone.proven ? pick(speaker, 'provado', 'proven') : null,
    };
  });
}

function trackLabel(key: string, scope: string | null, index: number, speaker: Speaker): string {
  if (scope === 'contract') return pick(speaker, 'Renovação do contrato', 'Contract renewal');
  if (scope === 'account') return pick(speaker, 'Relacionamento', 'Relationship');
  if (key === 'main') return pick(speaker, 'Frente principal', 'Main track');
  return index === 0 ? pick(speaker, 'Frente principal', 'Main track') : key.replaceAll('_', ' ');
}

/** The tracks of a decision, with what the profile knows of each. */
export function tracksPage(decision: Decision, profile: Profile, speaker: Speaker) {
  return decision.stages.map((line, index) => {
    const state = profile.tracks.find((track) => track.key === line.track);
    const contract = profile.contracts.find((one) => one.key === line.track || line.track.endsWith(one.key));
    const scope = state?.scope ?? (line.canonical === 'renewal' ? 'contract' : null);
    const startedOn = state?.since ?? (scope === 'contract' ? (contract?.start ?? null) : null);
    return {
      id: line.track,
      label: trackLabel(line.track, scope, index, speaker),
      scope,
      stage: line.stage,
      stageLabel: stageLabel(line.stage, speaker),
      canonical: line.canonical,
      startedOn: iso(startedOn),
      daysInStage: line.daysInStage,
      late: line.late,
      estimated: line.estimated,
      steps: [
        {
          stage: line.stage,
          label: stageLabel(line.stage, speaker),
          on: iso(state?.since ?? null),
          regress: false,
        },
      ],
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

/** The contracts of a profile. */
export function contractsPage(profile: Profile, speaker: Speaker) {
  return profile.contracts.map((contract, index) => ({
    key: contract.key,
    label: contract.product ?? pick(speaker, `Contrato ${index + 1}`, `Contract ${index + 1}`),
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
