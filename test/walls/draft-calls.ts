// Calls of the routes of drafts, mappings and the first value that try to reach over the wall between workspaces.
import { routes } from '#contract/routes.ts';
import type { Call, Made } from './two-workspaces.ts';

const bodies: Readonly<Partial<Record<keyof typeof routes, readonly unknown[]>>> = {
  postDraft: [{}, { today: '2026-04-01' }],
  patchDraftTable: [
    { included: false },
    { kind: 'contacts' },
    { fixes: [{ row: 2, column: 'Cliente', value: 'x' }] },
  ],
  putDraftQuestion: [{ key: 'kept' }, { key: 'ended', day: '2026-04-01' }],
  putFirstValue: [{ text: 'Nosso primeiro valor' }, { text: null }],
};

/** Calls of one of these routes for the workspace `ours`; null: it is none of them. */
export function draftCalls(name: keyof typeof routes, ours: string, made: Made): Call[] | null {
  const { method, path } = routes[name];
  if (!/\{(?:draft|mapping)\}|\/(?:drafts|mappings|first-value)$/.test(path)) return null;
  const drafts = path.includes('{draft}')
    ? [made.ourDraft, made.theirDraft, crypto.randomUUID(), 'nenhum']
    : [''];
  const parts = /\{(?:file|table|question|mapping)\}/.test(path)
    ? [made.theirFile, made.theirMapping, `gone:${made.theirs[2]}`, crypto.randomUUID()]
    : [''];
  const into = (draft: string, part: string): string =>
    path
      .replace('{workspace}', ours)
      .replace('{draft}', draft)
      .replace(/\{(?:file|table|question|mapping)\}/, part);
  const bytes = name === 'postDraftFile' ? Buffer.from('Cliente;Valor mensal\nNossa Firma;10,00\n') : null;
  const query = bytes ? '?name=x.csv' : '';
  return drafts.flatMap((draft) =>
    parts.flatMap((part) => {
      const url = `${into(draft, part)}${query}`;
      if (bytes) return [{ method, url, body: bytes }];
      const sent = bodies[name];
      return sent ? sent.map((body) => ({ method, url, body: JSON.stringify(body) })) : [{ method, url }];
    }),
  );
}
