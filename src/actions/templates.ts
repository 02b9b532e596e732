// The methods that ship with Perene, each whole: one told as the difference to another is put over it.
import { readdirSync, readFileSync } from 'node:fs';
import { baseOf, overTemplate } from '#domain/method/over-template.ts';

/** The template of a workspace that chose none. */
export const defaultTemplate = 'servicos-b2b';

const folder = new URL('../templates/', import.meta.url);
const whole = new Map<string, string>();

/** Keys of the shipped templates, the default one first. */
export function templateKeys(): readonly string[] {
  const keys = readdirSync(folder).flatMap((file) => /^([a-z0-9-]+)\.yaml$/.exec(file)?.[1] ?? []);
  return [defaultTemplate, ...keys.filter((key) => key !== defaultTemplate).toSorted()];
}

/** Text of a template that ships with Perene, as a method of its own. */
export function templateSource(key: string): string {
  const known = whole.get(key);
  if (known !== undefined) return known;
  const text = readFileSync(new URL(`${key}.yaml`, folder), 'utf8');
  const base = baseOf(text);
  const source = base === null ? text : overTemplate(templateSource(base), text);
  whole.set(key, source);
  return source;
}
