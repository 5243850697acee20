import { z } from '@hono/zod-openapi';
import { answerJson, apiRoute, type App } from './api-route.js';
import type { DeskParts } from './desk-parts.js';
import { feedInput, watchSchema } from './schema-desk.js';

/** Feeds that are watched and what was found in them. */
export function addWatch(app: App, { watch }: Pick<DeskParts, 'watch'>): void {
  const tag = 'Watch';
  app.openapi(
    apiRoute({
      method: 'get',
      path: '/api/watch',
      tag,
      summary: 'The feeds and the findings, newest first',
      answer: watchSchema,
    }),
    () => answerJson(watch.state()),
  );
  app.openapi(
    apiRoute({
      method: 'post',
      path: '/api/watch/feeds',
      tag,
      summary: 'Watches a feed',
      body: feedInput,
      answer: watchSchema,
    }),
    async (context) => {
      await watch.add(context.req.valid('json').url);
      return answerJson(watch.state());
    },
  );
  app.openapi(
    apiRoute({
      method: 'delete',
      path: '/api/watch/feeds',
      tag,
      summary: 'Stops watching a feed',
      query: z.object({ url: z.string().max(8000) }),
      answer: watchSchema,
    }),
    async (context) => {
      await watch.remove(context.req.valid('query').url);
      return answerJson(watch.state());
    },
  );
}
