// Money is integer cents; every rounding is half to even, on the decimal digits a person reads (1.005, not 1.00499…).
import { assert } from './assert.ts';

/** Rounds to `digits` decimals, halves to the even neighbour. */
export function roundHalfEven(x: number, digits = 0): number {
  if (!Number.isFinite(x)) return x;
  if (digits === 0) {
    const floor = Math.floor(x);
    const rest = x - floor;
    if (rest !== 0.5) return rest < 0.5 ? floor : floor + 1;
    return floor % 2 === 0 ? floor : floor + 1;
  }
  const { units, scale } = decimal(x);
  if (scale <= digits) return x;
  return Number(`${divideHalfEven(units, 10n ** BigInt(scale - digits))}e${-digits}`);
}

/** Cents of one currency in another: one unit of the first costs `rate` of the second. */
export function convertCents(cents: number, rate: number): number {
  assert(Number.isSafeInteger(cents), 'cents are integers');
  if (rate === 1) return cents;
  const { units, scale } = decimal(rate);
  return whole(divideHalfEven(BigInt(cents) * units, 10n ** BigInt(scale)));
}

/** Sum of integer cents; past 2^53 it is a bug, never a rounded number. */
export function sum(cents: Iterable<number>): number {
  let total = 0;
  for (const value of cents) total += value;
  assert(Number.isSafeInteger(total), 'a sum of cents is an integer below 2^53');
  return total;
}

/** `units` / 10^`scale`, by the shortest decimal that reads back as the same number. */
function decimal(x: number): { units: bigint; scale: number } {
  const [mantissa = '0', exponent = '0'] = String(x).split('e');
  const [integer = '0', fraction = ''] = mantissa.split('.');
  const units = BigInt(integer + fraction);
  const scale = fraction.length - Number(exponent);
  return scale < 0 ? { units: units * 10n ** BigInt(-scale), scale: 0 } : { units, scale };
}

function divideHalfEven(units: bigint, by: bigint): bigint {
  const negative = units < 0n;
  const size = negative ? -units : units;
  const floor = size / by;
  const twice = (size % by) * 2n;
  const up = twice > by || (twice === by && floor % 2n === 1n);
  const rounded = up ? floor + 1n : floor;
  return negative ? -rounded : rounded;
}

function whole(value: bigint): number {
  const number = Number(value);
  assert(Number.isSafeInteger(number), 'cents stay below 2^53');
  return number;
}
