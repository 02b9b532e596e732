// The people of a customer as geometry: influence upwards, days without a talk to the right. Pixels in, pixels out. Whoever
// was never talked to, or whose influence nobody knows, stands apart: unknown is no place on a scale.
import { scaleLinear } from 'd3-scale';
import type { Contact } from '#contract/contacts.ts';

type Drawn = Pick<Contact, 'id' | 'name' | 'roleText' | 'influence' | 'days' | 'warmth' | 'left'>;
export type PeopleMap = {
  readonly height: number;
  readonly axisY: number;
  /** Right end of the scale of days. */
  readonly plotRight: number;
  readonly ticks: readonly { readonly x: number; readonly text: string }[];
  /** Middle of where those stand who were never talked to; null: there are none. */
  readonly neverX: number | null;
  /** Top of the strip of unknown influence; null: there is nobody in it. */
  readonly noWeightY: number | null;
  readonly dots: readonly Dot[];
  /** How many dots bear no name, for want of room. */
  readonly unlabelled: number;
};
export type Dot = Pick<Drawn, 'id' | 'warmth' | 'left'> & {
  readonly x: number;
  readonly y: number;
  /** Null: there is no room for it. */
  readonly label: {
    readonly x: number;
    readonly y: number;
    readonly anchor: 'start' | 'middle' | 'end';
    readonly name: string;
    /** Empty where there are too many for it. */
    readonly role: string;
  } | null;
};
type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

export const dotSize = 7;
const most = 90;
const top = 34;
const lane = 132;
const strip = 48;
/** From this many people on marks stand closer, and labels name nobody's role. */
const crowd = 13;
const letter = 7;
const longest = 24;

/** First and last name: what a label has room for. */
export function shortName(name: string): string {
  const words = name.split(/\s+/);
  const short = words.length > 2 ? `${words[0]} ${words.at(-1)}` : name;
  return short.length > longest ? `${short.slice(0, longest - 1)}…` : short;
}

/** Offsets around a place, the nearest first: up and down before to the sides. */
function offsets(step: number): readonly (readonly [dx: number, dy: number])[] {
  const found: [number, number][] = [];
  for (let side = -6; side <= 6; side += 1)
    for (let up = -14; up <= 14; up += 1) found.push([side * 17, up * step]);
  return found.sort((a, b) => Math.hypot(a[0] * 2, a[1]) - Math.hypot(b[0] * 2, b[1]) || b[1] - a[1]);
}

const meets = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const around = (x: number, y: number, size: number): Box => ({
  left: x - size,
  right: x + size,
  top: y - size,
  bottom: y + size,
});

/** Whether a drawing says anything: two at least have a place on both scales. */
export const isWorthDrawing = (people: readonly Pick<Drawn, 'influence' | 'days'>[]): boolean =>
  people.filter(({ influence, days }) => influence !== null && days !== null).length > 1;

/** Where everybody stands in a drawing of this width. */
export function peopleMap(people: readonly Drawn[], width: number, words: { nameless: string }): PeopleMap {
  const never = people.some(({ days }) => days === null);
  const weightless = people.some(({ influence }) => influence === null);
  const tall = people.length >= crowd ? 380 : 240;
  const axisY = top + tall;
  const plotRight = width - 16 - (never ? lane : 0);
  const x = scaleLinear([0, most], [18, plotRight]).clamp(true);
  const y = scaleLinear([0, 1], [axisY - 14, top]).clamp(true);
  const neverX = never ? (plotRight + 12 + width) / 2 : null;
  const stripY = weightless ? axisY + 30 : null;
  const height = axisY + (weightless ? strip + 46 : 40);
  const placed: { person: Drawn; x: number; y: number }[] = [];
  const around0 = offsets(people.length >= crowd ? 17 : 34);
  for (const person of people) {
    const at = {
      x: person.days === null ? (neverX ?? 0) : x(person.days),
      y: person.influence === null ? axisY + 30 + strip / 2 : y(person.influence),
    };
    const bounds: Box = {
      left: person.days === null ? plotRight + 14 : 10,
      right: person.days === null ? width - 8 : plotRight + 8,
      top: person.influence === null ? axisY + 36 : top - 8,
      bottom: person.influence === null ? axisY + 20 + strip : axisY - 8,
    };
    const free = around0.find(([dx, dy]) => {
      const [cx, cy] = [at.x + dx, at.y + dy];
      const inside = cx >= bounds.left && cx <= bounds.right && cy >= bounds.top && cy <= bounds.bottom;
      return inside && placed.every((other) => Math.hypot(other.x - cx, other.y - cy) >= 16);
    });
    const [dx, dy] = free ?? [0, 0];
    placed.push({ person, x: at.x + dx, y: at.y + dy });
  }
  const dots = labelled(placed, width, words.nameless);
  return {
    height,
    axisY,
    plotRight,
    ticks: [0, 30, 60, most].map((days) => ({ x: x(days), text: days === most ? `${most}+` : String(days) })),
    neverX,
    noWeightY: stripY,
    dots,
    unlabelled: dots.filter(({ label }) => label === null).length,
  };
}

/** Names beside the dots, or else above or below, those of the weightiest first; none over another. */
function labelled(
  placed: readonly { person: Drawn; x: number; y: number }[],
  width: number,
  nameless: string,
): readonly Dot[] {
  const taken = placed.map(({ x, y }) => around(x, y, dotSize + 1));
  return placed.map(({ person, x, y }, own) => {
    const { id, warmth, left: gone } = person;
    const name = shortName(person.name ?? nameless);
    const role = placed.length >= crowd ? '' : (person.roleText ?? '');
    const short = role.length > longest ? `${role.slice(0, longest - 1)}…` : role;
    const size = Math.max(name.length, short.length) * letter;
    const lines = short === '' ? 1 : 2;
    const sides = [
      { anchor: 'start' as const, from: x + 13, baseline: lines === 1 ? y + 4 : y - 1 },
      { anchor: 'end' as const, from: x - 13, baseline: lines === 1 ? y + 4 : y - 1 },
      { anchor: 'middle' as const, from: x, baseline: y - 12 - 14 * (lines - 1) },
      { anchor: 'middle' as const, from: x, baseline: y + 20 },
    ];
    const side = sides.find(({ anchor, from, baseline }) => {
      const left = anchor === 'start' ? from : from - (anchor === 'end' ? size : size / 2);
      const box = { left, right: left + size, top: baseline - 11, bottom: baseline + 4 + 14 * (lines - 1) };
      const free = taken.every((other, i) => i === own || !meets(box, other));
      if (box.left < 0 || box.right > width || !free) return false;
      taken.push(box);
      return true;
    });
    const label = side ? { x: side.from, y: side.baseline, anchor: side.anchor, name, role: short } : null;
    return { id, warmth, left: gone, x, y, label };
  });
}
