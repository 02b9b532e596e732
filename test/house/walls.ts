// Which room may import what: the one table of the walls, and the check of one file against it.
import { importsOf, isTest } from './source.ts';

type Room = { readonly rooms: readonly string[]; readonly packages: readonly string[] };
const inner = ['domain', 'base'];
/** What doors may see of the store: how to open it, where its home lies, and what it refuses. */
const storeDoor = ['store/open.ts', 'store/home.ts', 'store/errors.ts'];
const verbs = ['actions', 'contract', 'words', ...storeDoor, ...inner];

export const rooms: Readonly<Record<string, Room>> = {
  base: { rooms: [], packages: [] },
  domain: { rooms: ['base'], packages: ['zod', 'yaml', '@marcbachmann/cel-js', '@stdlib/'] },
  engine: { rooms: inner, packages: [] },
  words: { rooms: inner, packages: [] },
  sample: { rooms: inner, packages: [] },
  store: {
    rooms: inner,
    packages: ['node:', 'pg', 'pg-copy-streams', 'kysely', 'graphile-worker', 'better-auth'],
  },
  connectors: {
    rooms: inner,
    packages: ['node:', 'csv-parse', 'csv-stringify', 'write-excel-file', 'yauzl', 'saxes', 'yaml', 'zod'],
  },
  contract: { rooms: inner, packages: ['zod'] },
  actions: { rooms: ['engine', 'store', 'connectors', 'words', 'sample', ...inner], packages: ['node:'] },
  server: { rooms: verbs, packages: ['node:', 'hono', '@hono/'] },
  // `start` opens the other door.
  cli: { rooms: [...verbs, 'server'], packages: ['node:', '@hono/node-server'] },
  web: {
    rooms: ['contract', 'words', ...inner],
    packages: ['react', 'react-dom', '@base-ui/', '@fontsource-variable/', '@tanstack/', 'd3-', 'zod'],
  },
};

const covers = (allowed: string, name: string): boolean =>
  name === allowed || (/[/:-]$/.test(allowed) ? name.startsWith(allowed) : name.startsWith(`${allowed}/`));

/** One sentence for each import of a file that a wall forbids. `path` is from the root of the checkout. */
export function wallFaults(path: string, text: string): readonly string[] {
  const name = path.split('/')[1] ?? '';
  const room = rooms[name];
  if (room === undefined) return [`${path}: no room "${name}"`];
  const tests = isTest(path);
  return importsOf(text).flatMap((from) => {
    const fault = (why: string): readonly string[] => [`${path}: '${from}' ${why}`];
    if (from.includes('../')) return fault('climbs; cross a wall with #room/file');
    if (/(^|\/)index\.[cm]?[jt]sx?$/.test(from)) return fault('is a barrel');
    if (from.startsWith('./')) {
      const local = /\.(css|svg)$/.test(from) || !from.slice(2).includes('/');
      return local ? [] : fault('reaches into a folder; name it with #');
    }
    // Tests may bring what proves their room: runners, generators, other rooms.
    if (tests) return [];
    if (!from.startsWith('#'))
      return room.packages.some((allowed) => covers(allowed, from)) ? [] : fault(`is no library of ${name}`);
    const target = from.slice(1);
    if (covers(name, target)) return [];
    return room.rooms.some((allowed) => covers(allowed, target)) ? [] : fault(`is behind a wall of ${name}`);
  });
}
