// Order of things that read one another. It finds a circle or an order; it knows nothing of what it orders.

/** Key → keys it reads. */
export type Reads = Map<string, ReadonlySet<string>>;

/** Keys in an order where each stands after what it reads (input order otherwise), or one circle, closed. */
export function circleOf(
  reads: Reads,
): { readonly order: readonly string[] } | { readonly circle: readonly string[] } {
  const order: string[] = [];
  const done = new Set<string>();
  const open: string[] = [];
  const visit = (key: string): readonly string[] | null => {
    if (done.has(key)) return null;
    if (open.includes(key)) return [...open.slice(open.indexOf(key)), key];
    open.push(key);
    for (const read of reads.get(key) ?? []) {
      const circle = visit(read);
      if (circle) return circle;
    }
    open.pop();
    done.add(key);
    order.push(key);
    return null;
  };
  for (const key of reads.keys()) {
    const circle = visit(key);
    if (circle) return { circle };
  }
  return { order };
}
