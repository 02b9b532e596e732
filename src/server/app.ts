// The HTTP door: routes of the contract bound to verbs, the OpenAPI document made from the same schemas, the web files.
import { OpenAPIHono } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { accessRoutes } from './access-routes.ts';
import { accountRoutes } from './account-routes.ts';
import { changeRoutes } from './change-routes.ts';
import { baseRoutes } from './base-routes.ts';
import { contactRoutes } from './contact-routes.ts';
import { dataRoutes } from './data-routes.ts';
import type { App, AppVariables, Door } from './door.ts';
import { draftRoutes } from './draft-routes.ts';
import { exportRoutes } from './export-routes.ts';
import { entryRoutes } from './entry-routes.ts';
import { factRoutes } from './fact-routes.ts';
import { guard, readable, securityHeaders } from './guard.ts';
import { importRoutes } from './import-routes.ts';
import { peopleRoutes } from './people-routes.ts';
import { keywordRoutes } from './keyword-routes.ts';
import { methodRoutes } from './method-routes.ts';
import { onError, problemAnswer } from './problem-answer.ts';
import { askRights, identify, ownerAsked } from './rights.ts';
import { sampleRoutes } from './sample-routes.ts';
import { listRoutes } from './list-routes.ts';
import { teamRoutes } from './team-routes.ts';
import { webFiles } from './web-files.ts';
import { ritualRoutes } from './ritual-routes.ts';
import { taskRoutes } from './task-routes.ts';
import { weekRoutes } from './week-routes.ts';

/** Largest body of a JSON request (bytes). */
const jsonLimit = 2 * 1024 * 1024;
/** Largest body of who signs in (bytes). */
const credentialsLimit = 16 * 1024;
/** Largest file sent through the browser (bytes): it passes through; what of it is held whole has limits of its own. */
const sheetLimit = 8 * 1024 * 1024 * 1024;

function limited(bytes: number): MiddlewareHandler {
  return bodyLimit({
    maxSize: bytes,
    onError: (c) => problemAnswer(c, 413, 'body-too-large', { limit: bytes / 1024 / 1024 }),
  });
}

/** The application; start it with any server that speaks `fetch`. */
export function createApp(door: Door): App {
  const app: App = new OpenAPIHono<AppVariables>({
    defaultHook: (result, c) => {
      if (result.success) return undefined;
      const errors = result.error.issues.map((issue) => ({
        path: issue.path.join('.'),
        code: issue.code ?? 'invalid',
        message: issue.message,
      }));
      return problemAnswer(c, 422, 'field-invalid', {}, errors);
    },
  });
  app.use(securityHeaders);
  const hasOwner = ownerAsked(door);
  app.use(guard(door, hasOwner));
  app.use('/api/*', readable);
  app.use('/api/*', identify(door, hasOwner));
  for (const path of ['/api/auth/*', '/api/v1/owner', '/api/v1/link/*', '/api/v1/password'])
    app.use(path, limited(credentialsLimit));
  app.use('/api/v1/workspaces/:workspace/imports', limited(sheetLimit));
  app.use('/api/v1/workspaces/:workspace/drafts/:draft/files', limited(sheetLimit));
  app.use('/api/v1/workspaces/:workspace/facts', limited(jsonLimit));
  app.use('/api/v1/workspaces/:workspace/keywords', limited(jsonLimit));
  app.use('/api/v1/workspaces/:workspace/method/*', limited(jsonLimit));
  app.use('/api/v1/workspaces/:workspace/method', limited(jsonLimit));
  app.use('/api/v1/workspaces/:workspace/team/*', limited(jsonLimit));
  app.onError(onError(door.log));
  askRights(app, door);
  accessRoutes(app, door);
  peopleRoutes(app, door);
  accountRoutes(app, door);
  listRoutes(app, door);
  baseRoutes(app, door);
  factRoutes(app, door);
  entryRoutes(app, door);
  contactRoutes(app, door);
  importRoutes(app, door);
  draftRoutes(app, door);
  dataRoutes(app, door);
  exportRoutes(app, door);
  keywordRoutes(app, door);
  methodRoutes(app, door);
  weekRoutes(app, door);
  changeRoutes(app, door);
  ritualRoutes(app, door);
  taskRoutes(app, door);
  sampleRoutes(app, door);
  teamRoutes(app, door);
  app.doc31('/api/v1/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Perene',
      version: '1',
      description: 'Revenue after the first sale: facts in, decisions out.',
    },
  });
  app.all('/api/*', (c) => problemAnswer(c, 404, 'route-not-found', { path: c.req.path }));
  app.all('/v1/*', (c) => problemAnswer(c, 404, 'route-not-found', { path: c.req.path }));
  if (door.webDirectory !== null) app.get('*', webFiles(door.webDirectory));
  app.notFound((c) => problemAnswer(c, 404, 'route-not-found', { path: c.req.path }));
  return app;
}
