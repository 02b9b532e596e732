// The chapters of the book as tests read them: fenced blocks, and tables that must equal what the code says.
import { factSpecs } from '#domain/facts/catalogue.ts';
import type { FactSpec } from '#domain/facts/spec.ts';

export type Block = { readonly language: string; readonly line: number; readonly text: string };

/** Fenced blocks of a chapter, in order, with the line each begins on. */
export function blocksOf(chapter: string): readonly Block[] {
  return [...chapter.matchAll(/^```(\w*)[^\n]*\n([\s\S]*?)^```$/gm)].map((match) => ({
    language: match[1] ?? '',
    line: chapter.slice(0, match.index).split('\n').length + 1,
    text: match[2] ?? '',
  }));
}

/** Replaces the first fenced block after a marker comment. */
export function withBlockAfter(chapter: string, marker: string, text: string): string {
  const at = chapter.indexOf(`<!-- ${marker} -->`);
  const head = chapter.slice(0, at);
  return (
    head +
    chapter.slice(at).replace(/^(```\w*\n)[\s\S]*?^```$/m, (_all, open: string) => `${open}${text}\`\`\``)
  );
}

function fieldsOf(spec: FactSpec): string {
  const fields = Object.entries(spec.body.shape).map(([name, schema]) => {
    const optional = (schema as { safeParse(value: unknown): { success: boolean } }).safeParse(
      undefined,
    ).success;
    return `${name}${optional ? '?' : ''}${spec.texts.includes(name) ? ' (text)' : ''}`;
  });
  return fields.join(', ');
}

/** The table of all fact types, by kind, as the catalogue has them. */
export function factTable(): string {
  const kinds = new Map<string, FactSpec[]>();
  for (const spec of factSpecs.values()) kinds.set(spec.kind, [...(kinds.get(spec.kind) ?? []), spec]);
  const rows = [...kinds.values()].flat().map((spec) => {
    const of = spec.workspace ? 'workspace' : spec.type === 'source-covered' ? 'either' : 'account';
    return `| ${spec.kind} | \`${spec.type}\` | ${spec.nature} | ${of} | ${fieldsOf(spec)} |`;
  });
  return ['| kind | type | nature | of | fields |', '| --- | --- | --- | --- | --- |', ...rows].join('\n');
}
