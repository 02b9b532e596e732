// Where an account stands on the journey map: one line a track, and a track of renewal for each contract whose
// window is open. It moves nothing: evidence suggests, a person or the customer confirms.
import type { StageLine } from '#domain/decision.ts';
import { canonicalStages, type Method, type MethodStage } from '#domain/method/schema.ts';
import type { ContractState, Profile, TrackState } from '#domain/profile/shape.ts';
import { type Limits, limitsOf } from './limits.ts';
import { segmentOf } from './segment.ts';

type StageTable = { readonly byKey: ReadonlyMap<string, MethodStage>; readonly renewal: MethodStage | null };
const tables = new WeakMap<Method, StageTable>();

function tableOf(method: Method): StageTable {
  let table = tables.get(method);
  if (!table) {
    const byKey = new Map(method.stages.map((stage) => [stage.key, stage]));
    const renewal = method.stages.find((stage) => stage.of === 'contract') ?? null;
    tables.set(method, (table = { byKey, renewal }));
  }
  return table;
}

/** The stage of a method by its key; null when this version has no such stage. */
export function stageOf(method: Method, key: string): MethodStage | null {
  return tableOf(method).byKey.get(key) ?? null;
}

/**
 * Where a track stands in a method that another method's stage was recorded for: in the stage of that canonical name, else
 * in the nearest stage before it that tracks of work may be in. Null where the name means nothing to any method.
 */
export function nearestStage(method: Method, key: string): MethodStage | null {
  const own = stageOf(method, key);
  const place = (canonicalStages as readonly string[]).indexOf(key);
  if (own !== null || place < 0) return own;
  const same = method.stages.find(({ canonical }) => canonical === key);
  if (same) return same;
  const before = method.stages.filter(
    ({ of, canonical }) => of === 'work' && canonicalStages.indexOf(canonical) < place,
  );
  return before.at(-1) ?? null;
}

/** Late never moves a track. An estimated placement is never late: nobody knows since when it stands there. */
function trackLate(track: TrackState, stage: MethodStage | null, limits: Limits): boolean {
  if (track.estimated || track.daysInStage === null || stage === null) return false;
  const after = stage.lateAfterDays ?? (stage.lateLimit === null ? undefined : limits[stage.lateLimit]);
  return after !== undefined && track.daysInStage > after;
}

/** A contract's track is late by the days left to its end, whoever opened it and whenever it came into its stage. */
function contractLate(track: TrackState, stage: MethodStage, profile: Profile, limits: Limits): boolean {
  const contract = profile.contracts.find((one) => one.key === track.key);
  const left = contract?.active === true ? contract.daysToEnd : null;
  const late = limits[stage.lateLimit ?? 'renewalLate'];
  return left !== null && late !== undefined && left <= late && !conversationHeld(profile, track.key);
}

function trackLine(track: TrackState, profile: Profile, method: Method, limits: Limits): StageLine {
  const stage = nearestStage(method, track.stage);
  return {
    track: track.key,
    stage: stage?.key ?? track.stage,
    canonical: stage?.canonical ?? track.stage,
    estimated: track.estimated,
    late:
      stage?.of === 'contract'
        ? contractLate(track, stage, profile, limits)
        : trackLate(track, stage, limits),
    daysInStage: track.estimated ? null : track.daysInStage,
  };
}

/** True while the renewal window of a contract is open, by the contract's own end. */
export function inWindow(contract: ContractState, limits: Limits): boolean {
  const starts = limits['renewalStarts'];
  return (
    starts !== undefined && contract.active && contract.daysToEnd !== null && contract.daysToEnd <= starts
  );
}

/** Day on which the renewal of a project without an end opened; null while it has not, or for other contracts. */
function projectOpenedOn(contract: ContractState, limits: Limits, day: number): number | null {
  const after = limits['projectRenewalDays'];
  const { projectDoneOn, start } = contract;
  if (after === undefined || projectDoneOn === undefined || start === null) return null;
  const opened = Math.max(start + after, projectDoneOn);
  return opened <= day ? opened : null;
}

/** A project has no last day to be late for. */
function projectLine(contract: ContractState, stage: MethodStage, daysInStage: number): StageLine {
  const { key, canonical } = stage;
  return { track: contract.key, stage: key, canonical, estimated: false, late: false, daysInStage };
}

function conversationHeld(profile: Profile, contract: string): boolean {
  const renewal = profile.renewals.find((state) => state.contract === contract);
  return renewal !== undefined && renewal.stepsDone.some((step) => step !== 'preparation');
}

function renewalLine(
  profile: Profile,
  contract: ContractState,
  stage: MethodStage,
  limits: Limits,
): StageLine {
  const left = contract.daysToEnd ?? 0;
  const late = limits[stage.lateLimit ?? 'renewalLate'];
  return {
    track: contract.key,
    stage: stage.key,
    canonical: stage.canonical,
    estimated: false,
    late: late !== undefined && left <= late && !conversationHeld(profile, contract.key),
    daysInStage: Math.max(0, (limits['renewalStarts'] ?? left) - left),
  };
}

/**
 * One line a track, in the order of the profile, then the renewals whose window is open, soonest first: by the
 * contract's end, or for a project without one by its start and its last delivery.
 * A renewal track that a person recorded is not doubled.
 */
export function stageLines(profile: Profile, method: Method): readonly StageLine[] {
  const limits = limitsOf(method, segmentOf(profile));
  const lines = profile.tracks.map((track) => trackLine(track, profile, method, limits));
  const { renewal } = tableOf(method);
  if (!renewal) return lines;
  for (const contract of profile.contracts) {
    const project = projectOpenedOn(contract, limits, profile.day);
    if (project === null && !inWindow(contract, limits)) continue;
    if (lines.some((line) => line.track === contract.key && line.canonical === 'renewal')) continue;
    lines.push(
      project === null
        ? renewalLine(profile, contract, renewal, limits)
        : projectLine(contract, renewal, profile.day - project),
    );
  }
  return lines;
}

/** Canonical stage of an account as rates compare it: that of its first line; `unknown` without one. */
export function phaseOf(lines: readonly StageLine[]): string {
  return lines[0]?.canonical ?? 'unknown';
}
