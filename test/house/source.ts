// The files of the checkout as the house tests read them: paths from its root, texts, and code without comments.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');
const apart = new Set(['node_modules', 'dist', '.git', '.perene', 'tmp']);

/** Paths of all files below a folder of the checkout, with `/`, sorted. */
export function filesUnder(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      // A linked checkout holds `.git` as a file, and may link its packages.
      if (apart.has(entry.name)) return [];
      if (entry.isDirectory()) return filesUnder(path);
      return entry.isFile() ? [path] : [];
    })
    .sort();
}

/** Text of a file of the checkout. */
export const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');

export const isTest = (path: string): boolean =>
  /\.test\.tsx?$/.test(path) || /\/testing[^/]*\.ts$/.test(path);

/** TypeScript of the rooms. */
export const roomFiles = (): readonly string[] => filesUnder('src').filter((path) => /\.tsx?$/.test(path));

/** Code without its comments. Strings stay, so an address in a string keeps its slashes. */
export const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');

/** What a file imports, static and dynamic, in order. */
export function importsOf(text: string): readonly string[] {
  const pattern = /(?:\bfrom\s*|\bimport\s*\(?\s*)(['"])([#.@a-z][^'"\s]*)\1/g;
  return [...withoutComments(text).matchAll(pattern)].map((match) => match[2] ?? '');
}
