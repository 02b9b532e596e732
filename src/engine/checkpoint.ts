// A checkpoint as a short text: what the memory of a decision needs of a past assessment and nothing more.
// Truths are one letter each, in the method's own order, so that a version reads only what it wrote.
import type { Day } from '#base/day.ts';
import type { Assessment, Band, PillarPoints, Truth } from '#domain/decision.ts';
import type { CompiledMethod } from '#domain/method/compile.ts';
import { planOf } from './plan.ts';

const letters = new Map<Truth, string>([
  [true, 't'],
  [false, 'f'],
  [null, '-'],
]);
const truthOf = (letter: string | undefined): Truth =>
  letter === 't' ? true : letter === 'f' ? false : null;

type Packed = {
  s: number | null;
  b: Band;
  c: number;
  d: number;
  k: Assessment['cap'];
  p: (readonly [number | null, number, number])[];
  t: string;
};

/** Text of an assessment without its measures. */
export function packCheckpoint(assessment: Assessment, method: CompiledMethod): string {
  const packed: Packed = {
    s: assessment.score,
    b: assessment.band,
    c: assessment.coverage,
    d: assessment.depth,
    k: assessment.cap,
    p: assessment.pillars.map((pillar) => [pillar.points, pillar.weight, pillar.contribution] as const),
    t: pathsOf(method)
      .map((path) => letters.get(assessment.truths[path] ?? null))
      .join(''),
  };
  return JSON.stringify(packed);
}

const paths = new WeakMap<CompiledMethod, readonly string[]>();
/** Whole conditions, then the parts of those that need memory. */
function pathsOf(method: CompiledMethod): readonly string[] {
  let known = paths.get(method);
  if (!known) {
    known = [...method.conditions, ...planOf(method).parts].map(({ path }) => path);
    paths.set(method, known);
  }
  return known;
}

/** The assessment back from its text; `day` is the Monday it stands for. */
export function unpackCheckpoint(text: string, day: Day, method: CompiledMethod): Assessment {
  return new Recalled(JSON.parse(text) as Packed, day, method);
}

/** An assessment without its measures, as a checkpoint kept it. */
class Recalled implements Assessment {
  readonly day: Day;
  readonly score: number | null;
  readonly band: Band;
  readonly coverage: number;
  readonly depth: number;
  readonly cap: Assessment['cap'];
  readonly pillars: readonly PillarPoints[];
  readonly measures: Assessment['measures'] = [];
  readonly letters: string;
  readonly #method: CompiledMethod;

  constructor(packed: Packed, day: Day, method: CompiledMethod) {
    this.day = day;
    this.score = packed.s;
    this.band = packed.b;
    this.coverage = packed.c;
    this.depth = packed.d;
    this.cap = packed.k;
    const { pillars } = method.method.health;
    this.pillars = packed.p.map(([points, weight, contribution], i): PillarPoints => ({
      key: pillars[i]?.key ?? '',
      points,
      weight,
      contribution,
    }));
    this.letters = packed.t;
    this.#method = method;
  }

  /** Thirteen of these stand behind every decision, which reads letters: the record is built when asked for. */
  get truths(): Assessment['truths'] {
    return Object.fromEntries(pathsOf(this.#method).map((path, i) => [path, truthOf(this.letters[i])]));
  }
}
