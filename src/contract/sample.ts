// The sample base: whether it is there, load it, take it away. It has a workspace of its own and needs none to be named.
import { z } from 'zod';
import { conflict, isoDay, json, onceHeader } from './common.ts';
import { paths } from './paths.ts';

export const sampleState = z.object({
  state: z.enum(['none', 'loading', 'ready']),
  /** Customers written so far, and in all, while it is loading. */
  done: z.int(),
  of: z.int(),
  /** Slug of its workspace once it is ready. */
  workspace: z.string().nullable(),
});
export const sampleLoaded = z.object({
  workspace: z.string(),
  name: z.string(),
  accounts: z.int(),
  facts: z.int(),
  today: isoDay,
});

export const getSample = {
  method: 'get',
  path: paths.sample,
  summary: 'Whether the sample base is there, and how far its loading is',
  request: {},
  responses: { 200: json(sampleState, 'As it is now') },
} as const;
export const postSample = {
  method: 'post',
  path: paths.sample,
  summary: 'Load the sample base, in place of an older one',
  request: { headers: onceHeader },
  responses: { 200: json(sampleLoaded, 'Loaded and decided'), ...conflict },
} as const;
export const deleteSample = {
  method: 'delete',
  path: paths.sample,
  summary: 'Take the sample base away, whole',
  request: {},
  responses: { 200: json(z.object({ removed: z.boolean() }), 'False: there was none'), ...conflict },
} as const;

export type SampleState = z.output<typeof sampleState>;
export type SampleLoaded = z.output<typeof sampleLoaded>;
