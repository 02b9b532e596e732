// A golden story: facts of one account in YAML → its decision, as of a day, in a form people can review.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { brazilianCalendar } from '#base/calendar.ts';
import { type Day, formatDay, parseDay } from '#base/day.ts';
import { endOfDay, startOfDay } from '#base/zone.ts';
import type { FoldFact } from '#domain/account-file/order.ts';
import { decodeFile } from '#domain/account-file/decode.ts';
import type { Context, Decision } from '#domain/decision.ts';
import { specOf, type FactType } from '#domain/facts/catalogue.ts';
import { coveredLeaves } from '#domain/profile/covered.ts';
import type { Frame } from '#domain/profile/shape.ts';
import { decideAccount, type Decided } from '#engine/decide-account.ts';
import { foldFile } from '#engine/fold.ts';
import { lineOf } from '#words/line.ts';
import { servicos } from './method/template.ts';

const zone = 'America/Sao_Paulo';

/** `[day, type, body, external id?]`; a later entry of the same type and id is its next revision. */
type FactLine = readonly [day: string, type: FactType, body: Record<string, unknown>, id?: string];
export type Story = {
  readonly title: string;
  readonly account: string;
  readonly asOf: string;
  /** Kinds (or `observation:metric`) that a workspace source covers; each from two years before on. */
  readonly covered: readonly string[];
  readonly facts: readonly FactLine[];
  readonly context?: Partial<Context>;
};

export function readStory(file: string): Story {
  return parse(readFileSync(new URL(`./golden/${file}`, import.meta.url), 'utf8')) as Story;
}

function day(text: string): Day {
  const found = parseDay(text);
  if (found === null) throw new Error(`no such day: ${text}`);
  return found;
}

function foldFact([on, type, body, id]: FactLine, index: number, all: readonly FactLine[]): FoldFact {
  const externalId = id ?? `${type}-${index}`;
  const at = startOfDay(day(on), zone) + 10 * 3_600_000;
  const before = all
    .slice(0, index)
    .filter((one) => one[1] === type && one[3] !== undefined && one[3] === id);
  return {
    id: `fact-${index}`,
    type,
    body: specOf(type).body.parse(body),
    occurredAt: at,
    knownAt: at,
    source: 'story',
    sourcePriority: 0,
    externalId,
    revision: before.length + 1,
  };
}

function frameOf(story: Story): Frame {
  const coverage = story.covered.map((name): Frame['coverage'][number] => {
    const [covers = '', metric = null] = name.split(':');
    return {
      covers,
      metric,
      from: day(story.asOf) - 730,
      to: day(story.asOf) + 400,
      grain: 'day',
      scope: 'workspace',
      known: 0,
    };
  });
  return {
    zone,
    currency: 'BRL',
    calendar: brazilianCalendar(zone, []),
    rates: [],
    coverage,
    criticalFeatures: null,
    advancedFeatures: null,
  };
}

export function contextOf(frame: Frame, asOf: Day, over: Partial<Context> = {}): Context {
  return {
    capacity: {},
    acceptance: { offers: {}, cells: {} },
    prices: {},
    margin: null,
    medianMrrCents: null,
    covered: coveredLeaves(frame.coverage, endOfDay(asOf, zone)),
    currency: 'BRL',
    workspaceOwner: null,
    seed: 1,
    calendar: frame.calendar,
    ...over,
  };
}

/** Decides a story as of its day, or another one. */
export function decideStory(story: Story, asOf: string = story.asOf): Decided {
  const frame = frameOf(story);
  const facts = story.facts.map(foldFact);
  const file = decodeFile(foldFile(facts, zone).file);
  const material = { file, days: [], checkpoints: {} };
  return decideAccount(
    material,
    day(asOf),
    { frame, method: servicos },
    contextOf(frame, day(asOf), story.context),
  );
}

/** What a reviewer reads: the line, plus the gates of the offers that apply, the moves and the unknowns. */
export function reviewed(story: Story, decision: Decision): unknown {
  const line = lineOf(decision, { id: 'a1', name: story.account, currency: 'BRL' }, servicos.method);
  const { stageChips, spark: _spark, ...rest } = line;
  return {
    ...rest,
    asOf: formatDay(decision.day),
    stageChips: stageChips.map(
      (chip) => `${chip.label}${chip.estimated ? ' (estimado)' : ''}${chip.late ? ' (atrasada)' : ''}`,
    ),
    atRisk: decision.atRisk,
    ready: decision.ready,
    playbooks: decision.playbooks.map((move) => `${move.do} ${move.key}`),
    suggestions: decision.suggestions.map((one) => `${one.from} → ${one.to}`),
    offers: decision.offers
      .filter((offer) => offer.gates.some((gate) => gate.gate === 'applicability' && gate.passed))
      .map((offer) => {
        const stop = offer.gates.find((gate) => !gate.passed);
        const why = stop ? ` ${stop.gate}: ${stop.reasons.map((reason) => reason.code).join(', ')}` : '';
        return `${offer.key} ${offer.state} p=${offer.p} c=${offer.c} v=${Math.round(offer.v)}${why}`;
      }),
  };
}
