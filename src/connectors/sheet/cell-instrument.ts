// Which survey an answer belongs to, from a cell, a header or the scores themselves.
import { instruments } from '#domain/facts/voice-facts.ts';
import { codeOf } from './cell-words.ts';
import { headerWords } from './header.ts';

export type Instrument = (typeof instruments)[number];

const words: Readonly<Record<string, Instrument>> = {
  nps: 'nps',
  csat: 'csat',
  satisfacao: 'csat',
  satisfaction: 'csat',
  ces: 'ces',
  esforco: 'ces',
  effort: 'ces',
  mhs: 'mhs',
};
/** Lowest and highest score of each. */
const scales: Readonly<Record<Instrument, readonly [number, number]>> = {
  nps: [0, 10],
  journey_nps: [0, 10],
  csat: [1, 5],
  ces: [1, 7],
  mhs: [0, 100],
};

/** The instrument that a cell or a header names, or null. */
export function instrumentIn(text: string): Instrument | null {
  const whole = codeOf(text);
  const named = instruments.find((each) => each === whole);
  return (
    named ??
    headerWords(text.replaceAll('_', ' '))
      .map((word) => words[word])
      .find(Boolean) ??
    null
  );
}

/** A score above seven is of no scale but that of NPS; lower ones alone tell nothing. */
export function instrumentOfScores(scores: Iterable<number>): Instrument | null {
  for (const score of scores) if (score > scales.ces[1]) return 'nps';
  return null;
}

/** Whether a score lies on the scale of its instrument. */
export function onScale(score: number, instrument: Instrument): boolean {
  const [low, high] = scales[instrument];
  return score >= low && score <= high;
}
