// The typed registry of custom fields, and what of a batch of facts does not keep to it.
import type { FactInput } from '#domain/facts/envelope.ts';
import { fitsCustom, type CustomType, type CustomTypes } from '#domain/facts/custom.ts';
import type { CustomValue } from '#domain/facts/spec.ts';
import type { Tx } from '#store/in-workspace.ts';
import { heldFirmFacts, workspaceFacts } from '#store/workspace-facts.ts';
import { Refusal } from './refusal.ts';

const declaredType = 'custom-field-declared';

/** Types of the custom fields declared by an instant (ms); of two declarations of a field the later known holds. */
export async function customTypesOf(tx: Tx, workspaceId: string, asOf: number): Promise<CustomTypes> {
  const facts = heldFirmFacts(await workspaceFacts(tx, workspaceId, [declaredType]), asOf);
  return new Map(facts.map(({ body }) => [String(body['key']), body['type'] as CustomType]));
}

/** Refuses a batch in which a custom value is of another type than its field was declared with, here or before. */
export async function checkCustom(
  tx: Tx,
  workspaceId: string,
  inputs: readonly FactInput[],
  now: number,
): Promise<void> {
  const told = inputs.some(({ body }) => 'custom' in (body as object));
  if (!told) return;
  const types = new Map(await customTypesOf(tx, workspaceId, now));
  for (const { type, body } of inputs) {
    const { key, type: declared } = body as { readonly key?: string; readonly type?: CustomType };
    if (type === declaredType && key !== undefined && declared !== undefined) types.set(key, declared);
  }
  const wrong = inputs.flatMap(({ body }, i) =>
    Object.entries((body as { readonly custom?: Record<string, CustomValue> }).custom ?? {}).flatMap(
      ([key, value]) => {
        const type = types.get(key);
        if (type === undefined || fitsCustom(value, type)) return [];
        const message = `declared as ${type}, not ${typeof value}`;
        return [{ path: `facts.${i}.body.custom.${key}`, code: 'custom_type', message }];
      },
    ),
  );
  if (wrong.length > 0) throw new Refusal('fact-invalid', { count: wrong.length }, wrong);
}
