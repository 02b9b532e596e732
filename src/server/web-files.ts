// The built pages. A path that is no file is a view of the application, so it gets the page itself.
import { createReadStream, statSync } from 'node:fs';
import { extname, join, normalize, sep } from 'node:path';
import { Readable } from 'node:stream';
import type { MiddlewareHandler } from 'hono';
import { problemAnswer } from './problem-answer.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

function fileAt(directory: string, path: string): string | null {
  const full = normalize(join(directory, path));
  // With its separator: a neighbour of the folder may begin with the folder's name.
  if (!full.startsWith(`${normalize(directory)}${sep}`) || full.includes('\0')) return null;
  const found = statSync(full, { throwIfNoEntry: false });
  return found?.isFile() ? full : null;
}

/** Serves files of a directory; names with a hash in them are kept for a year, the page itself is always asked for. */
export function webFiles(directory: string): MiddlewareHandler {
  return async (c, next) => {
    let path: string;
    try {
      path = decodeURIComponent(c.req.path);
    } catch {
      return problemAnswer(c, 404, 'route-not-found', { path: c.req.path });
    }
    const file = fileAt(directory, path) ?? (extname(path) === '' ? fileAt(directory, '/index.html') : null);
    if (file === null) return next();
    const lasting = file.startsWith(join(directory, 'assets', sep));
    return c.body(Readable.toWeb(createReadStream(file)) as ReadableStream, 200, {
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      'cache-control': lasting ? 'public, max-age=31536000, immutable' : 'no-cache',
    });
  };
}
