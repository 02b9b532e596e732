// The method of a workspace: the one that runs, those that ship, what another would change, and its publishing.
import { z } from 'zod';
import {
  conflict,
  isoInstant,
  json,
  jsonBody,
  language,
  onceHeader,
  refusals,
  workspaceParams,
} from './common.ts';
import { band } from './line.ts';
import { paths } from './paths.ts';

const speech = z.object({ lang: language.default('pt-BR') });
/** Bytes of a method's text that are read. */
export const methodTextLimit = 1024 * 1024;

/** Which method: one that ships, one that ran here, or one as YAML text. */
export const methodChoice = z.union([
  z.strictObject({ template: z.string().min(1).max(60) }),
  z.strictObject({ version: z.int().positive() }),
  z.strictObject({ source: z.string().min(1).max(methodTextLimit) }),
]);

const named = z.object({ key: z.string(), label: z.string() });
export const methodRead = z.object({
  version: z.int(),
  key: z.string(),
  label: z.string(),
  stages: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      goal: z.string(),
      exit: z.array(z.object({ label: z.string(), confirmed: z.boolean() })),
      late: z.string(),
      questions: z.array(z.string()),
      faster: z.array(z.string()),
    }),
  ),
  /** Pillars of health; each row of `weights` holds one number for each of them. */
  pillars: z.array(z.string()),
  weights: z.array(
    z.object({ segment: z.string().nullable(), label: z.string(), weights: z.array(z.number()) }),
  ),
  signals: z.array(z.object({ key: z.string(), label: z.string(), when: z.string() })),
  /** What the practice check says: warnings, each with its reason. */
  warnings: z.array(z.object({ code: z.string(), title: z.string(), text: z.string() })),
  /** Newest first. */
  versions: z.array(
    z.object({ version: z.int(), key: z.string(), label: z.string(), actor: z.string(), at: isoInstant }),
  ),
  templates: z.array(named.extend({ stages: z.array(z.string()) })),
});

export const methodPreview = z.object({
  /** The version it was looked at beside; sent back when it is published. */
  over: z.int(),
  total: z.int(),
  looked: z.int(),
  changed: z.int(),
  byAspect: z.object({ band: z.int(), stage: z.int(), action: z.int(), offer: z.int(), list: z.int() }),
  text: z.string(),
  bands: z.array(z.object({ from: band, to: band, accounts: z.int(), text: z.string() })),
  examples: z.array(z.object({ id: z.string(), account: z.string(), changes: z.array(z.string()) })),
});

export const getMethod = {
  method: 'get',
  path: paths.method,
  summary: 'The method that runs, the versions before it, and the templates that ship',
  request: { params: workspaceParams, query: speech },
  responses: { 200: json(methodRead, 'The method in words'), ...refusals },
} as const;

export const getMethodText = {
  method: 'get',
  path: paths.methodText,
  summary: 'The YAML text of a version of the method; of the running one when left out',
  request: {
    params: workspaceParams,
    query: z.object({ version: z.coerce.number().int().positive().optional() }),
  },
  responses: { 200: json(z.object({ version: z.int(), source: z.string() }), 'The text'), ...refusals },
} as const;

export const previewMethod = {
  method: 'post',
  path: paths.methodPreview,
  summary: 'What another method would change on today’s list; nothing is kept',
  request: { params: workspaceParams, query: speech, body: jsonBody(methodChoice) },
  responses: { 200: json(methodPreview, 'What would change'), ...refusals },
} as const;

export const publishMethod = {
  method: 'post',
  path: paths.method,
  summary: 'Publish a method as the next version',
  request: {
    params: workspaceParams,
    headers: onceHeader,
    /** `over`: the version it was looked at beside. */
    body: jsonBody(z.strictObject({ choice: methodChoice, over: z.int().positive() })),
  },
  responses: {
    200: json(z.object({ version: z.int(), changes: z.int() }), 'The version that runs now'),
    ...refusals,
    ...conflict,
  },
} as const;

export type MethodRead = z.output<typeof methodRead>;
export type MethodPreview = z.output<typeof methodPreview>;
export type MethodChoice = z.input<typeof methodChoice>;
