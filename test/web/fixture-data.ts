// The routes of Dados over the fixture: figures that stand still, answers that are remembered while it runs.
import type { IncomingMessage } from 'node:http';
import { dataQuality, olderImports } from './sample-data.ts';
import type { OwnWords } from '#contract/keywords.ts';
import { identity } from './sample-identity.ts';
import { foundWords, keywordList, keywordsChanged } from './sample-keywords.ts';
import { answerSuggested, takeBackSuggested } from './sample-suggested.ts';

const answered = new Map<string, Set<string>>();

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  const text = Buffer.concat(pieces).toString();
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}

/** Status and body of a request about data or identities; null for any other. */
export async function answerData(
  request: IncomingMessage,
  url: URL,
  size: number,
): Promise<readonly [number, unknown] | null> {
  const [, , , , slug = '', thing, id = '', more] = url.pathname.split('/');
  const told = answered.get(slug) ?? new Set<string>();
  answered.set(slug, told);
  const remember = (subject: string, yes: boolean): void =>
    void (yes ? told.add(subject) : told.delete(subject));
  if (thing === 'data-quality') return [200, dataQuality(size)];
  if (thing === 'identity' && request.method === 'GET')
    return [200, identity(size, told, url.searchParams.get('cursor'))];
  if (thing === 'keywords') {
    if (id === 'found') return [200, foundWords(url.searchParams.get('word') ?? '')];
    if (request.method === 'PUT') return keywordsChanged(slug, (await bodyOf(request)) as OwnWords);
    return [200, keywordList(slug)];
  }
  if (thing === 'imports' && request.method === 'GET') return [200, olderImports];
  if (thing === 'imports' && request.method === 'DELETE') return [200, { id, withdrawn: 37, accounts: 31 }];
  const [answer = ''] = url.pathname.split('/').slice(8);
  if (more === 'suggestions' && request.method === 'DELETE') return [200, takeBackSuggested(id, answer)];
  if (more === 'suggestions') return [200, answerSuggested(id, String((await bodyOf(request))['event']))];
  if (request.method !== 'POST') return null;
  if (thing === 'identity') {
    const body = await bodyOf(request);
    if (id === 'pairs') remember(String(body['right']), body['rejected'] === true);
    else remember(String(body['root']), body['answer'] !== 'taken_back');
    return [200, { rejected: body['rejected'] === true, group: 'grupo', accounts: 3 }];
  }
  if (thing === 'accounts' && more === 'assign') {
    const body = await bodyOf(request);
    remember(id, body['assigned'] === true);
    return [200, { id, assigned: body['assigned'] }];
  }
  if (thing === 'accounts' && (more === 'merge' || more === 'unmerge')) {
    await bodyOf(request);
    remember(id, more === 'merge');
    return [200, { id, members: [id] }];
  }
  return null;
}
