// Kleene's three-valued logic: true, false and null (not known). It knows no conditions and no leaves.
import type { Truth } from '#domain/decision.ts';

/** False if either is false, else unknown if either is unknown, else true. */
export function and(left: Truth, right: Truth): Truth {
  if (left === false || right === false) return false;
  return left === null || right === null ? null : true;
}

/** True if either is true, else unknown if either is unknown, else false. */
export function or(left: Truth, right: Truth): Truth {
  if (left === true || right === true) return true;
  return left === null || right === null ? null : false;
}

/** The opposite; the opposite of unknown is unknown. */
export function not(truth: Truth): Truth {
  return truth === null ? null : !truth;
}
