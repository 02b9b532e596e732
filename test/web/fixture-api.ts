// The API over fictitious bases, and the built screens beside it: for looking at the screens and testing them alone.
// Workspaces: `exemplo` (120 customers), `vazia` (none), `grande` (100,000), `falha` (answers 500).
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, resolve } from 'node:path';
import { formatDay } from '#base/day.ts';
import type { Workspace } from '#contract/workspaces.ts';
import { answerBase } from './fixture-base.ts';
import { answerDay } from './fixture-day.ts';
import { answerRitual } from './fixture-ritual.ts';
import { answerData } from './fixture-data.ts';
import { answerDrafts } from './fixture-drafts.ts';
import { answerMethod } from './fixture-method.ts';
import { answerPeople } from './fixture-people.ts';
import { answerTeam } from './fixture-team.ts';
import { answerContacts } from './fixture-contacts.ts';
import { answerEntries } from './fixture-entries.ts';
import { withoutMoney } from './fixture-money.ts';
import { answerSample } from './fixture-sample.ts';
import { sampleToday } from './sample-accounts.ts';
import { customerPage } from './sample-customer.ts';
import { timeline } from './sample-timeline.ts';
import { accountOf, accountsPage } from './sample-list.ts';

const sizes: Readonly<Record<string, number>> = {
  exemplo: 120,
  vazia: 0,
  grande: 100_000,
  equipe: 120,
  leitura: 120,
  fechada: 120,
  semvalor: 120,
};
const place = (slug: string, name: string, accounts: number): Workspace => ({
  id: slug,
  slug,
  name,
  sample: slug === 'exemplo',
  accounts,
  today: formatDay(sampleToday),
});
const workspaces = [
  place('exemplo', 'Prumo Consultoria', 120),
  place('vazia', 'Firma nova', 0),
  place('grande', 'Cem mil clientes', 100_000),
  place('falha', 'Servidor com falha', 12),
  place('equipe', 'Prumo com equipe', 120),
  place('leitura', 'Prumo para quem só vê', 120),
  place('fechada', 'Prumo com porta', 120),
  place('semvalor', 'Prumo sem valores', 120),
];

const send = (response: ServerResponse, status: number, body: unknown) => {
  response.writeHead(status, {
    'content-type': status >= 400 ? 'application/problem+json' : 'application/json',
  });
  response.end(JSON.stringify(body));
};
const json = (response: ServerResponse, status: number, body: unknown) => {
  const { req } = response;
  const url = new URL(req.url ?? '/', 'http://localhost');
  const hidden = url.pathname.includes('/workspaces/semvalor/');
  send(response, status, hidden ? withoutMoney(req.method ?? 'GET', url, body) : body);
};
const problem = (response: ServerResponse, status: number, title: string) =>
  json(response, status, { type: 'about:blank', title, status, code: 'fixture' });

/** Answers one API request; anything it does not know is 404. */
export async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const [, , , , slug, thing, id, more] = url.pathname.split('/');
  const slugs = workspaces.map((workspace) => workspace.slug);
  const access = await answerPeople(request, url, slugs);
  if (access) return json(response, ...access);
  if (url.pathname === '/api/v1/workspaces') return json(response, 200, workspaces);
  if (url.pathname === '/api/v1/sample')
    return json(response, 200, await answerSample(request.method ?? 'GET'));
  const size = sizes[slug ?? ''];
  if (slug === 'falha') return problem(response, 500, 'O banco de dados parou');
  if (size === undefined) return problem(response, 404, 'Não há esta base');
  if (thing === 'changes') return json(response, 200, { mark: 'fixture' });
  const data = await answerData(request, url, size);
  if (data) return json(response, ...data);
  const draft = await answerDrafts(request, url);
  if (draft) return json(response, ...draft);
  const tool = await answerBase(request, url, size);
  if (tool) return json(response, ...tool);
  const ritual = await answerRitual(request, url, size);
  if (ritual) return json(response, ...ritual);
  const method = await answerMethod(request, url, size);
  if (method) return json(response, ...method);
  const day = await answerDay(request, url, size);
  if (day) return json(response, ...day);
  const team = await answerTeam(request, url);
  if (team) return json(response, ...team);
  const contacts = await answerContacts(request, url);
  if (contacts) return json(response, ...contacts);
  const entry = answerEntries(request, url);
  if (entry) return json(response, ...entry);
  if (thing === 'accounts' && id === undefined)
    return json(response, 200, accountsPage(size, url.searchParams));
  const account = accountOf(size, id ?? '');
  if (thing !== 'accounts' || account === undefined) return problem(response, 404, 'Não há este cliente');
  json(
    response,
    200,
    more === 'facts' ? timeline(account, url.searchParams) : customerPage(account, url.searchParams),
  );
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};
/** No inline script and no inline style sheet: what the real server allows. */
const policy =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

function screens(root: string, request: IncomingMessage, response: ServerResponse): void {
  const path = new URL(request.url ?? '/', 'http://localhost').pathname;
  const asked = resolve(root, `.${path}`);
  const file =
    asked.startsWith(root) && existsSync(asked) && statSync(asked).isFile()
      ? asked
      : join(root, 'index.html');
  response.writeHead(200, {
    'content-type': types[extname(file)] ?? 'application/octet-stream',
    'content-security-policy': policy,
  });
  createReadStream(file).pipe(response);
}

/** Serves the fixture API and the build in `root` on a free port of the loopback. */
export async function serveFixture(root: string, port = 0): Promise<{ server: Server; url: string }> {
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/api/')) void answer(request, response);
    else screens(root, request, response);
  });
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  const address = server.address();
  return { server, url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : port}` };
}

if (import.meta.main)
  console.log((await serveFixture(resolve('dist/web'), Number(process.env['PORT'] ?? 7373))).url);
