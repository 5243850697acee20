import { OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { addArchive } from './api-archive.js';
import { addJobs } from './api-jobs.js';
import { addRemote } from './api-remote.js';
import { addReports } from './api-reports.js';
import type { App } from './api-route.js';
import { addVerbs } from './api-verbs.js';
import { addWatch } from './api-watch.js';
import { addBookmarklet } from './bookmarklet.js';
import type { DeskParts } from './desk-parts.js';
import { guard, safeHeaders, type GuardOptions } from './guard.js';
import { addPages } from './pages.js';
import { isProblem, problemOf, problemOfError, problemResponse, type Problem } from './problem.js';
import { requestFault, type Issue } from './request-fault.js';

/** Bytes of a request: some pages of 16 MiB, as files or with every second character escaped. Uploads have a limit of their own, met as they stream. */
const REQUEST_LIMIT = 64 * 2 ** 20;

/** The desk's application: its pages and its API, as a function from request to answer. */
export function createDesk(parts: DeskParts, options: GuardOptions & { readonly pages: string }): App {
  const app: App = new OpenAPIHono({
    defaultHook: (result) => {
      if (!result.success) return problemResponse(invalid(result.error.issues));
      return undefined;
    },
  });
  app.use(safeHeaders());
  app.use(guard(options));
  app.use(compress());
  const limit = bodyLimit({
    maxSize: REQUEST_LIMIT,
    onError: () =>
      problemResponse(
        problemOf('too-large', `A request has ${REQUEST_LIMIT / 2 ** 20} MB at most; larger files go to /api/uploads.`),
      ),
  });
  app.use(async (context, next) => (context.req.path === '/api/uploads' ? next() : limit(context, next)));
  app.onError((error) => problemResponse(problemOfThrown(error)));
  app.notFound(({ req }) => {
    const [path, methods] = [req.path.slice(0, 200), methodsAt(app, req.path)];
    if (methods.length === 0) return problemResponse(problemOf('not-found', `Nothing is at ${path}.`));
    const response = problemResponse(
      problemOf('wrong-method', `${path} takes ${methods.join(' or ')}, not ${req.method}.`),
    );
    response.headers.set('allow', methods.join(', '));
    return response;
  });
  addVerbs(app, parts);
  addJobs(app, parts);
  addReports(app, parts);
  addArchive(app, parts);
  addRemote(app, parts);
  addWatch(app, parts);
  addBookmarklet(app, parts);
  app.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Stemma',
      version: '1',
      description: 'Where does this text come from? The verbs of the command line over HTTP.',
      license: { name: 'MIT' },
    },
    servers: [{ url: '/' }],
  });
  addPages(app, options.pages);
  return app;
}

/** The methods that an address answers to. */
function methodsAt(app: App, path: string): readonly string[] {
  const parts = path.split('/');
  const matches = (route: string): boolean => {
    const wanted = route.split('/');
    return wanted.length === parts.length && wanted.every((part, i) => part.startsWith(':') || part === parts[i]);
  };
  const found = app.routes.filter(({ method, path: route }) => method !== 'ALL' && matches(route));
  return [...new Set(found.map(({ method }) => method))];
}

/** Problems are thrown as they are; whatever else comes is named by its kind, and a bug is written where the desk's owner sees it. */
function problemOfThrown(error: unknown): Problem {
  if (isProblem(error)) return problemOfError(error);
  if (error instanceof SyntaxError) return NO_JSON;
  if (isZodError(error)) return invalid(error.issues);
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
  if (status === 415) return WRONG_KIND;
  if (status === 400) return NO_JSON;
  const problem = problemOfError(error);
  if (problem.code === 'bug') console.error(error);
  return problem;
}

const NO_JSON = problemOf('bad-input', 'The request’s body is no JSON: send an object such as {"text": "…"}.');
const WRONG_KIND = problemOf('wrong-kind', 'Send JSON, with content-type application/json.');

function isZodError(error: unknown): error is { readonly issues: readonly Issue[] } {
  return typeof error === 'object' && error !== null && 'issues' in error && Array.isArray(error.issues);
}

function invalid(issues: readonly Issue[]): Problem {
  return problemOf('bad-input', requestFault(issues));
}
