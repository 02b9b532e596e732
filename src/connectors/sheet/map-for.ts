// Which part of a `--map` file speaks of a file, or of one sheet of a workbook.
import type { FileMap, MapFile } from './mapping-file.ts';

/**
 * What the map says of a file: by its path, its name, its name without the ending, or `*`. A part named
 * `carteira.xlsx#Clientes` speaks of that sheet alone, before what is said of the file. Case does not count.
 */
export function mapFor(map: MapFile, path: string, sheet: string | null = null): FileMap | null {
  const entries = [...map.files].map(
    ([key, file]) => [key.replaceAll('\\', '/').toLowerCase(), file] as const,
  );
  const ofSheet = sheet === null ? null : partOf(entries, path, `#${sheet.trim().toLowerCase()}`);
  return ofSheet ?? partOf(entries, path, '');
}

function partOf(entries: readonly (readonly [string, FileMap])[], path: string, end: string): FileMap | null {
  const lower = path.replaceAll('\\', '/').toLowerCase();
  const name = lower.split('/').at(-1) ?? lower;
  const byEnd = entries.find(
    ([key]) => key.includes('/') && `${lower}${end}`.endsWith(`/${key.replace(/^\.?\//, '')}`),
  );
  if (byEnd) return byEnd[1];
  for (const wanted of [lower, name, name.replace(/\.[a-z0-9]+$/, ''), '*']) {
    const found = entries.find(([key]) => key === `${wanted}${end}`);
    if (found) return found[1];
  }
  return null;
}
