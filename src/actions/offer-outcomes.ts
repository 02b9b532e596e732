// What became of the offers of a base, counted by offer and by cell (offer × stage × segment). An account's cell is where
// it stood when its answer became known, told by its facts; no stored decision is read.
import type { Context } from '#domain/decision.ts';
import { phaseOf, stageLines } from '#domain/journey/stages.ts';
import { segmentOf } from '#domain/journey/segment.ts';
import type { CompiledMethod } from '#domain/method/compile.ts';
import { decodeFile } from '#domain/account-file/decode.ts';
import { cellKey } from '#domain/offers/rank.ts';
import type { Frame } from '#domain/profile/shape.ts';
import { profile } from '#engine/profile.ts';
import { type OfferAnswer, offerAnswers } from '#store/decisions.ts';
import { readFiles } from '#store/files.ts';
import type { Tx } from '#store/in-workspace.ts';

type Place = { readonly stage: string; readonly segment: string | null };
const nowhere: Place = { stage: 'unknown', segment: null };

/** Where a file puts its account at an instant: the same text gives the same place, so each is worked out once. */
const places = new WeakMap<CompiledMethod, Map<string, Place>>();
const mostPlaces = 50_000;
const placeId = ({ print, knownAt }: OfferAnswer): string => `${print} ${knownAt}`;

function placeAt(file: string, knownAt: number, frame: Frame, compiled: CompiledMethod): Place {
  const then = profile(decodeFile(file), [], knownAt, frame);
  return { stage: phaseOf(stageLines(then, compiled.method)), segment: segmentOf(then) };
}

/** The places of all answers, by their ids; files are read for those not met before. */
async function placesOf(
  tx: Tx,
  workspaceId: string,
  answers: readonly OfferAnswer[],
  frame: Frame,
  compiled: CompiledMethod,
): Promise<ReadonlyMap<string, Place>> {
  let known = places.get(compiled);
  if (!known || known.size > mostPlaces) places.set(compiled, (known = new Map()));
  const fresh = answers.filter((answer) => answer.print !== null && known.get(placeId(answer)) === undefined);
  if (fresh.length === 0) return known;
  const ids = [...new Set(fresh.map(({ accountId }) => accountId))];
  const files = new Map((await readFiles(tx, workspaceId, ids)).map((row) => [row.accountId, row.file]));
  for (const answer of fresh) {
    const file = files.get(answer.accountId);
    if (file !== undefined) known.set(placeId(answer), placeAt(file, answer.knownAt, frame, compiled));
  }
  return known;
}

type Tally = Record<string, { accepted: number; total: number }>;

function count(tally: Tally, key: string, accepted: boolean): void {
  const { accepted: yes, total } = tally[key] ?? { accepted: 0, total: 0 };
  tally[key] = { accepted: yes + (accepted ? 1 : 0), total: total + 1 };
}

const sorted = (tally: Tally): Tally =>
  Object.fromEntries(Object.entries(tally).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Outcomes known by an instant (ms), per offer and per cell: accepted, of all that were answered. */
export async function offerOutcomes(
  tx: Tx,
  workspaceId: string,
  asOf: number,
  frame: Frame,
  compiled: CompiledMethod,
): Promise<Context['acceptance']> {
  const answers = await offerAnswers(tx, workspaceId, asOf);
  const offers: Tally = {};
  const cells: Tally = {};
  const found = await placesOf(tx, workspaceId, answers, frame, compiled);
  for (const answer of answers) {
    const { stage, segment } = found.get(placeId(answer)) ?? nowhere;
    count(offers, answer.offer, answer.accepted);
    count(cells, cellKey(answer.offer, stage, segment), answer.accepted);
  }
  return { offers: sorted(offers), cells: sorted(cells) };
}
