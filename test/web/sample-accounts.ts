// A fictitious base for looking at the screens: deterministic, Brazilian, any size. Not the product's own sample.
import { formatDay, mondayOf, parseDay } from '#base/day.ts';
import type { Band, Line } from '#contract/line.ts';
import { cases, cities, csms, good, kinds, names, segments, stageOrder } from './sample-words.ts';

export const sampleToday = parseDay('2026-11-20') ?? 0;

/** A number in [0, 1) of an account and a purpose; the same each time (splitmix of 32 bits). */
export function roll(account: number, purpose: number): number {
  let x = (account * 0x9e3779b9 + purpose * 0x85ebca6b) >>> 0;
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad) >>> 0;
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97) >>> 0;
  return ((x ^ (x >>> 15)) >>> 0) / 2 ** 32;
}
export const pick = <T>(list: readonly T[], share: number): T => list[Math.floor(share * list.length)] as T;

export type Slim = {
  n: number;
  id: string;
  name: string;
  score: number | null;
  band: Band;
  mrr: number | null;
  renews: number | null;
  segment: number;
  stages: readonly number[];
  late: boolean;
  ready: boolean;
  stalled: boolean;
};

export function slim(n: number, size: number): Slim {
  const base = `${pick(kinds, roll(n, 1))} ${pick(names, roll(n, 2))}${pick(cities, roll(n, 3))}`;
  const raw = Math.min(98, Math.max(9, Math.round((roll(n, 4) + roll(n, 5) + roll(n, 6)) * 380) / 10 + 3));
  const score = roll(n, 7) < 0.06 ? null : raw;
  const band: Band = score === null ? 'unknown' : score < 40 ? 'red' : score < 75 ? 'yellow' : 'green';
  const days = Math.floor(roll(n, 9) * 380) - 8;
  const renews = roll(n, 10) < 0.05 ? null : sampleToday + days;
  const segment = roll(n, 11) < 0.55 ? 0 : roll(n, 11) < 0.88 ? 1 : 2;
  const inWindow = renews !== null && days <= [60, 90, 180][segment]!;
  const work =
    score === null ? [0] : score > 70 ? (roll(n, 12) < 0.4 ? [1, 2] : [2]) : roll(n, 12) < 0.3 ? [0, 1] : [1];
  return {
    n,
    id: `c${String(n).padStart(6, '0')}`,
    name:
      size > 400
        ? `${base} ${n}`
        : n >= 90 && n < 93
          ? `${base}, Comércio e Serviços de Soluções Integradas Ltda.`
          : base,
    score,
    band,
    mrr:
      roll(n, 8) < 0.04
        ? null
        : Math.round((800 + roll(n, 8) ** 3 * 34_000 * (1 + segment)) / 100) * 100 * 100,
    renews,
    segment,
    stages: inWindow ? [...work, 3] : work,
    late: inWindow && days <= 40,
    ready: score !== null && score >= 75,
    stalled: roll(n, 13) < 0.07,
  };
}

const iso = (day: number) => formatDay(day);

export function sampleLine(s: Slim, asOf: number): Line {
  const drift = ((sampleToday - asOf) / 30) * (roll(s.n, 20) - 0.4) * 6;
  const score = s.score === null ? null : Math.min(99, Math.max(4, Math.round((s.score - drift) * 10) / 10));
  const band: Band = score === null ? 'unknown' : score < 40 ? 'red' : score < 75 ? 'yellow' : 'green';
  const trend =
    score === null ? null : Math.round((roll(s.n, 21) - (band === 'red' ? 0.85 : 0.45)) * 240) / 10;
  const problem = cases[Math.floor(roll(s.n, 22) * cases.length)]!;
  const troubled = band === 'red' || (band === 'yellow' && roll(s.n, 23) < 0.6);
  const chance = good[Math.floor(roll(s.n, 24) * good.length)]!;
  const priority = Math.round(((s.mrr ?? 300_000) * 12 * 0.3 * 0.25 * 1.35) / 100) * 100;
  const hasOffer = s.ready ? roll(s.n, 25) < 0.75 : troubled && roll(s.n, 25) < 0.3;
  const segment = segments[s.segment]!;
  const todo = troubled
    ? problem.action(s.n)
    : score === null
      ? 'Coletar NPS e data da última reunião'
      : s.ready
        ? chance.action
        : 'Manter o ritmo, próxima conversa em 30 dias';
  return {
    account: s.name,
    id: s.id,
    segment: segment[0],
    segmentLabel: segment[1],
    stages: s.stages.map((stage) => stageOrder[stage]![0]),
    stageChips: s.stages.map((stage, index) => ({
      track: `${s.id}-${index}`,
      stage: stageOrder[stage]![0],
      canonical: stageOrder[stage]![1],
      label: stageOrder[stage]![2],
      late: stage === 3 ? s.late : stage === 0 && roll(s.n, 26) < 0.4,
      estimated: stage !== 3 && roll(s.n, 27) < 0.2,
      daysInStage: roll(s.n, 27) < 0.2 ? null : Math.floor(roll(s.n, 28) * 90),
    })),
    health: {
      score,
      band,
      coverage: score === null ? 0.32 : 0.6 + roll(s.n, 29) * 0.4,
      depth: 0.2 + roll(s.n, 30) * 0.6,
      trend,
    },
    churn90: null,
    signals: troubled
      ? [
          {
            key: problem.key,
            since: iso(asOf - Math.floor(roll(s.n, 31) * 40)),
            begun: true,
            sinceText: 'desde este mês',
            evidence: problem.evidence(s.n),
            label: problem.signal,
            severity: problem.severity,
          },
        ]
      : [],
    action: {
      key: troubled ? problem.key : score === null ? 'no_signal_unknown' : 'keep_rhythm',
      text: todo,
      short: todo,
      owner: pick(csms, roll(s.n, 32)),
      ownerLabel: 'CSM',
      due: iso(asOf + Math.floor(roll(s.n, 33) * 9) - 1),
      channel: problem.channel,
      channelLabel: problem.channel,
      evidence: troubled
        ? problem.evidence(s.n)
        : score === null
          ? 'Cobertura 32%: não dá para dizer'
          : chance.evidence,
      say: troubled ? problem.say : chance.say,
    },
    offer: hasOffer
      ? {
          key: s.ready ? chance.key : 'suporte_premium',
          text: s.ready ? `Oferecer ${chance.offer}` : 'Oferecer suporte premium',
          label: s.ready ? chance.offer : 'Proteção · suporte',
          state: 'offer',
          ask: [],
          p: 0.25,
          c: 1.35,
          v: Math.round((s.mrr ?? 300_000) * 12 * 0.3),
          l: 1,
          priority,
        }
      : null,
    offerReason: hasOffer ? 'best' : troubled ? 'fix_first' : 'none_applicable',
    offerReasonText: troubled
      ? 'Primeiro resolver o que está aberto; depois, ofertar.'
      : 'Nenhuma oferta se aplica hoje.',
    why: [troubled ? problem.evidence(s.n) : chance.evidence],
    mrrCents: s.mrr,
    currency: 'BRL',
    status: 'active',
    statusLabel: 'ativo',
    rank: band === 'red' ? s.n + 1 : null,
    atStakeCents: s.mrr !== null && troubled ? s.mrr * 3 : null,
    renewsOn: s.renews === null ? null : iso(s.renews),
    spark: sparkOf(s.n, score, trend ?? 0),
  };
}

function sparkOf(n: number, score: number | null, trend: number): (number | null)[] {
  if (score === null) return [];
  return Array.from({ length: 13 }, (_, index) => {
    const back = 12 - index;
    const shape = back <= 4 ? (trend * back) / 4 : trend;
    return Math.min(
      100,
      Math.max(0, Math.round((score - shape + (back === 0 ? 0 : (roll(n, 40 + index) - 0.5) * 5)) * 10) / 10),
    );
  });
}

export const mondayIso = (day: number) => iso(mondayOf(day));
