// What makes two tellings of a fact the same: a hash over canonical JSON of its content.
import { hash } from 'node:crypto';

/** JSON with sorted keys and without absent fields: equal values give equal text (after RFC 8785 for our value range). */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  let text = '';
  if (Array.isArray(value)) {
    for (const inner of value) text += `${text === '' ? '' : ','}${canonicalJson(inner)}`;
    return `[${text}]`;
  }
  const fields = value as Readonly<Record<string, unknown>>;
  for (const key of Object.keys(fields).sort()) {
    const inner = fields[key];
    if (inner !== undefined)
      text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(inner)}`;
  }
  return `{${text}}`;
}

/** SHA-256 of canonical JSON, 32 hex digits (128 bits are plenty to tell contents apart). */
export function contentHash(value: unknown): string {
  return hash('sha256', canonicalJson(value), 'hex').slice(0, 32);
}

/**
 * Hash of a fact's content. The date counts only when the source told it: a state of the file's day is the
 * same fact next month while its value is the same.
 */
export function factHash(fact: { type: string; body: unknown; occurredAt: number; dated: boolean }): string {
  return contentHash([fact.type, fact.body, fact.dated ? fact.occurredAt : null]);
}
