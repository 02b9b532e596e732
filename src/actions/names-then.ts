// What accounts were called at an instant of the past: a customer renamed since is listed under the name it had.
import type { FoldFact } from '#domain/account-file/order.ts';
import type { Tx } from '#store/in-workspace.ts';
import { describe, factsByRoot } from './refold.ts';

export type Named = {
  readonly name: string | null;
  readonly taxId: string | null;
  readonly segment: string | null;
};

/** The first name told: an account has to be called something before that day too. */
function firstName(facts: readonly FoldFact[]): string | null {
  const told = facts.toSorted((a, b) => a.knownAt - b.knownAt || a.revision - b.revision);
  for (const { body } of told) {
    const { name } = body as { name?: string };
    if (name !== undefined) return name;
  }
  return null;
}

/** By account, what it was described as by what was known at `asOf` (ms). A name nobody told at all is null. */
export async function namesThen(
  tx: Tx,
  workspaceId: string,
  roots: readonly string[],
  asOf: number,
): Promise<Map<string, Named>> {
  const byRoot = await factsByRoot(tx, workspaceId, roots, 'account-described');
  return new Map(
    [...byRoot].map(([root, facts]) => {
      const then = describe(facts.filter((fact) => fact.occurredAt <= asOf && fact.knownAt <= asOf));
      return [root, { ...then, name: then.name ?? firstName(facts) }];
    }),
  );
}

/** Rows of a list under the names of that instant. */
export async function underNamesThen<
  T extends { readonly id: string; readonly name: string; readonly taxId: string | null },
>(tx: Tx, workspaceId: string, rows: readonly T[], asOf: number): Promise<T[]> {
  const ids = rows.map((row) => row.id);
  const names = await namesThen(tx, workspaceId, ids, asOf);
  return rows.map((row) => {
    const then = names.get(row.id);
    return then ? { ...row, name: then.name ?? row.name, taxId: then.taxId } : row;
  });
}
