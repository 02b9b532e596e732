// For tests only: brings a sheet written as text, and checks what holds for every import.
import assert from 'node:assert/strict';
import { z } from 'zod';
import { type Day, parseDay } from '#base/day.ts';
import { specOf } from '#domain/facts/catalogue.ts';
import { contentOf, type FactDraft } from './draft.ts';
import { importFile, type FileImport, type SheetImport, type SheetOptions } from './import-sheet.ts';
import { mapFor } from './map-for.ts';
import { readMapFile } from './mapping-file.ts';
import type { FileReport } from './report.ts';

const keywords = [
  { match: ['sponsor saiu'], event: 'sponsor_left', family: null },
  { match: ['trabalho manual'], event: 'manual_work', family: 'automacao' },
];

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

export function today(text = '2026-04-15'): Day {
  return parseDay(text) ?? 0;
}

type Bring = Partial<Omit<SheetOptions, 'map' | 'sheet'>> & { readonly yaml?: string };

/** The one table of a file. */
export async function bring(content: string | Uint8Array, options: Bring = {}): Promise<SheetImport> {
  const [table] = (await bringFile(content, options)).tables;
  assert.ok(table);
  return table;
}

export async function bringFile(content: string | Uint8Array, options: Bring = {}): Promise<FileImport> {
  const { yaml, ...rest } = options;
  const path = rest.path ?? 'clientes.csv';
  const told = yaml === undefined ? null : readMapFile(yaml);
  if (told && 'problems' in told) assert.fail(JSON.stringify(told.problems));
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return importFile(once(bytes), {
    path,
    today: today(),
    currency: 'BRL',
    keywords,
    mapOf: (sheet) => (told ? mapFor(told.map, path, sheet) : null),
    ...rest,
  });
}

export function facts(result: SheetImport): readonly FactDraft[] {
  return [...result.rows.flatMap((row) => row.facts), ...result.workspace];
}

export function monthlyCents(result: SheetImport): number {
  let total = 0;
  for (const fact of facts(result)) {
    if (fact.type !== 'contract-signed') continue;
    for (const line of fact.body.lines) total += (line.cents ?? 0) / (line.months ?? 1);
  }
  return Math.round(total);
}

export function addsUp(report: FileReport): void {
  assert.equal(
    report.accepted + report.refused + report.duplicates + report.skipped.blank + report.skipped.total,
    report.rows,
  );
}

/** Every draft is a fact the door would take, and no two records of one import share an id. */
export function sound(result: SheetImport): void {
  const ids = new Map<string, string>();
  for (const fact of facts(result)) {
    const read = specOf(fact.type).body.safeParse(fact.body);
    assert.ok(
      read.success,
      `${fact.type} ${fact.externalId}: ${read.success ? '' : z.prettifyError(read.error)}`,
    );
    assert.ok(fact.externalId.length <= 400 && (fact.account?.key.length ?? 1) <= 300);
    assert.ok(!fact.history || fact.occurredOn < today('2030-01-01'));
    const content = contentOf(fact);
    assert.equal(ids.get(fact.externalId) ?? content, content, fact.externalId);
    ids.set(fact.externalId, content);
  }
}
