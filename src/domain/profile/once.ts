// What several calculators ask of one view is computed once, and lies on the view itself: it goes when the view goes.
// A weak map over views would hold what belongs to dead ones until the next full collection.
import type { View } from './shape.ts';

/** The same function, computed at its first call for a view; `compute` is pure and answers no undefined. */
export function oncePerView<T extends object>(compute: (view: View) => T): (view: View) => T {
  return (view) => {
    const known = view.kept.get(compute) as T | undefined;
    if (known) return known;
    const made = compute(view);
    view.kept.set(compute, made);
    return made;
  };
}
