// Who may speak to this server at all: those who name it by a loopback name or, once the base has an owner, by a name it was
// told. Another name is refused (another site's page could point one here), and so is any write that another site's page
// asks for. Who they are is asked afterwards (`rights.ts`).
import { timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import type { AppVariables, Door } from './door.ts';
import { problemAnswer } from './problem-answer.ts';

const loopbackNames = new Set(['127.0.0.1', 'localhost', '[::1]']);

function hostName(host: string): string {
  const match = /^(\[[^\]]+\]|[^:]+)(:\d+)?$/.exec(host);
  return (match?.[1] ?? '').toLowerCase();
}

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** Whether a write comes from a page of this server, or from no page at all. */
function sameSite(headers: Headers, host: string): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') return false;
  const origin = headers.get('origin');
  return origin === null || origin === `http://${host}` || origin === `https://${host}`;
}

/** Refuses foreign hosts, cross-site writes and wrong tokens; says whether the operator's token came. */
export function guard(door: Door, hasOwner: () => Promise<boolean>): MiddlewareHandler<AppVariables> {
  const answersTo = async (name: string): Promise<boolean> =>
    loopbackNames.has(name) || (door.hosts?.has(name) === true && (await hasOwner()));
  return async (c, next) => {
    const host = c.req.header('host') ?? '';
    if (!(await answersTo(hostName(host)))) return problemAnswer(c, 403, 'host-refused', { host });
    const authorization = c.req.header('authorization');
    const token = authorization?.replace(/^Bearer /i, '');
    if (token !== undefined && !sameText(token, door.operatorToken))
      return problemAnswer(c, 401, 'token-wrong', {});
    const reads = c.req.method === 'GET' || c.req.method === 'HEAD';
    if (!reads && token === undefined && !sameSite(c.req.raw.headers, host))
      return problemAnswer(c, 403, 'cross-site', { origin: c.req.header('origin') ?? '' });
    c.set('token', token !== undefined);
    await next();
    return undefined;
  };
}

/** Refuses bodies of another kind than a route reads, and addresses with a character no text may hold. */
export const readable: MiddlewareHandler = async (c, next) => {
  if (/%00/.test(c.req.url)) return problemAnswer(c, 422, 'field-invalid', {});
  if (['POST', 'PUT', 'PATCH'].includes(c.req.method)) {
    const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
    const wanted = /\/(?:imports|drafts\/[^/]+\/files)$/.test(c.req.path)
      ? 'application/octet-stream'
      : 'application/json';
    // A call without a body has no type to be wrong (parting two accounts takes none); a browser says that its length is 0.
    const bare = type === '' && (c.req.header('content-length') === '0' || c.req.raw.body === null);
    if (type !== wanted && !bare) return problemAnswer(c, 415, 'body-type', { wanted, type });
  }
  await next();
  return undefined;
};

const contentPolicy = [
  "default-src 'self'",
  "img-src 'self' data:",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "form-action 'self'",
].join('; ');

/** Headers of every answer. Styles may be inline (drawn positions), scripts never. */
export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  c.header('content-security-policy', contentPolicy);
  c.header('x-content-type-options', 'nosniff');
  c.header('referrer-policy', 'no-referrer');
  c.header('cross-origin-opener-policy', 'same-origin');
  c.header('cross-origin-resource-policy', 'same-origin');
};
