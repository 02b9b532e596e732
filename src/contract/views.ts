// Saved views of the Base: a name for filters, order, columns and drawing.
import { z } from 'zod';
import { accountsFilter, sorts } from './accounts.ts';
import { asOfQuery, json, jsonBody, refusals, workspaceParams, onceHeader } from './common.ts';
import { paths } from './paths.ts';

export const viewName = z.string().trim().min(1).max(60);
export const viewSpec = z.strictObject({
  filter: accountsFilter,
  sort: z.enum(sorts).optional(),
  dir: z.enum(['asc', 'desc']).optional(),
  /** Column keys in order; absent: those of the browser. */
  columns: z.array(z.string().min(1).max(40)).max(40).optional(),
  drawn: z.enum(['list', 'scatter']).default('list'),
});
export const savedView = z.object({
  id: z.string(),
  name: z.string(),
  shared: z.boolean(),
  spec: viewSpec,
  /** The reader may rename, change, move and remove it. */
  mine: z.boolean(),
  accounts: z.int(),
  /** Filters that name what no longer exists. */
  gone: z.array(z.object({ filter: z.enum(['stage', 'signal', 'owner']), key: z.string() })),
});
export const views = z.object({ views: z.array(savedView) });
const viewParams = workspaceParams.extend({ view: z.string().min(1).max(120) });
const kept = z.object({ id: z.string() });

export const listViews = {
  method: 'get',
  path: paths.views,
  summary: 'Saved views of the Base, each with its count on a day',
  request: { params: workspaceParams, query: asOfQuery },
  responses: { 200: json(views, 'Shared ones first, each row in its order'), ...refusals },
} as const;

export const postView = {
  method: 'post',
  path: paths.views,
  summary: 'Keep a view; where nobody signs in it is shared',
  request: {
    params: workspaceParams,
    headers: onceHeader,
    body: jsonBody(z.strictObject({ name: viewName, shared: z.boolean().default(false), spec: viewSpec })),
  },
  responses: { 200: json(kept, 'Kept'), ...refusals },
} as const;

export const patchView = {
  method: 'patch',
  path: paths.view,
  summary: 'Rename, share, change, move or remove a view; `removed: false` puts it back',
  request: {
    params: viewParams,
    body: jsonBody(
      z.strictObject({
        name: viewName.optional(),
        shared: z.boolean().optional(),
        spec: viewSpec.optional(),
        /** Place in its row, from 0. */
        place: z.int().min(0).max(100).optional(),
        removed: z.boolean().optional(),
      }),
    ),
  },
  responses: { 200: json(kept, 'As it is now'), ...refusals },
} as const;

export type SavedView = z.output<typeof savedView>;
export type ViewSpec = z.output<typeof viewSpec>;
export type NewView = z.input<(typeof postView)['request']['body']['content']['application/json']['schema']>;
export type ViewChange = z.input<
  (typeof patchView)['request']['body']['content']['application/json']['schema']
>;
