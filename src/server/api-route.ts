import type { OpenAPIHono } from '@hono/zod-openapi';
import { createRoute, type z } from '@hono/zod-openapi';
import { problemSchema } from './schema-contract.js';

/** The application as all routes know it. */
export type App = OpenAPIHono;

type Schema = z.ZodType;

/** A route of the API in few words. */
export interface ApiRoute<Body extends Schema, Params extends z.ZodObject, Query extends z.ZodObject> {
  readonly method: 'get' | 'post' | 'delete';
  readonly path: string;
  /** What it does, as a sentence. */
  readonly summary: string;
  readonly tag: string;
  readonly body?: Body;
  readonly params?: Params;
  readonly query?: Query;
  readonly answer: Schema;
  readonly status?: 200 | 202;
}

/** A route with its validation and its place in the OpenAPI document; all of them answer problems alike. */
export function apiRoute<Body extends Schema, Params extends z.ZodObject, Query extends z.ZodObject>(
  route: ApiRoute<Body, Params, Query>,
) {
  const { method, path, summary, tag, body, params, query, answer, status = 200 } = route;
  return createRoute({
    method,
    path,
    summary,
    operationId: operationOf(method, path),
    tags: [tag],
    request: {
      ...(body !== undefined && { body: { required: true, content: { 'application/json': { schema: body } } } }),
      ...(params !== undefined && { params }),
      ...(query !== undefined && { query }),
    } as unknown as {
      body: { content: { 'application/json': { schema: Body } } };
      params: Params;
      query: Query;
    },
    responses: {
      [status]: { description: 'The answer', content: { 'application/json': { schema: answer } } },
      default: { description: 'What went wrong', content: { 'application/problem+json': { schema: problemSchema } } },
    },
  });
}

/**
 * An answer in JSON. Its type says nothing on purpose: what a route answers with is checked against its schema in tests,
 * on real answers, and the compiler can't match readonly data with what Zod infers.
 */
export function answerJson(value: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): never {
  return new Response(JSON.stringify(value), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers },
  }) as never;
}

function operationOf(method: string, path: string): string {
  const words = path.split(/[^a-z]+/i).filter((word) => word !== '' && word !== 'api');
  return [method, ...words.map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join('');
}
