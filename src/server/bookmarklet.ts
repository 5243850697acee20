import { z } from '@hono/zod-openapi';
import { answerJson, apiRoute, type App } from './api-route.js';
import type { DeskParts } from './desk-parts.js';
import { BOOKMARKLET_PATH, sameSecret } from './guard.js';
import { failure } from './problem.js';
import { traceToReport, type TraceRequest } from './trace-to-report.js';

/**
 * The bookmarklet's way in. It runs on a stranger's page, so what it sends comes from another site; it's let in by a key
 * that only this desk's pages show. What it sends is a form, which every site's policy but the rarest lets a reader post.
 */
export function addBookmarklet(
  app: App,
  desk: Pick<DeskParts, 'archive' | 'questions' | 'reports' | 'jobs' | 'key'>,
): void {
  app.openapi(
    apiRoute({
      method: 'get',
      path: '/api/bookmarklet',
      tag: 'Trace',
      summary: 'The bookmarklet for this desk',
      answer: z.object({ href: z.string() }),
    }),
    (context) => {
      return answerJson({ href: bookmarkletOf(new URL(context.req.url).origin, desk.key) });
    },
  );
  app.post(BOOKMARKLET_PATH, async (context) => {
    const { key, url, html } = await context.req.parseBody();
    if (typeof key !== 'string' || !sameSecret(key, desk.key))
      throw failure('forbidden', 'This bookmarklet is of another desk; drag it to the bookmarks bar anew.');
    if (typeof html !== 'string' || html === '') throw failure('bad-input', 'The bookmarklet sent no page.');
    const address = typeof url === 'string' && /^https?:\/\//i.test(url) ? url.slice(0, 8000) : undefined;
    const request: TraceRequest = { page: { html, ...(address !== undefined && { url: address }) } };
    const job = desk.jobs.start('trace', address ?? 'a page', async (onProgress) => ({
      report: (await traceToReport(desk, request, onProgress)).id,
    }));
    // A page that leads on, not a redirect: only a step from the desk's own page carries its cookie.
    return context.html(
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>Stemma</title><meta http-equiv="refresh" content="0; url=/?job=${job.id}"><p><a href="/?job=${job.id}">To the trace</a></p></html>`,
    );
  });
}

function bookmarkletOf(origin: string, key: string): string {
  const script = `(()=>{const f=document.createElement('form');f.method='POST';f.action='${origin}${BOOKMARKLET_PATH}';f.target='_blank';f.enctype='multipart/form-data';f.acceptCharset='utf-8';f.style.display='none';for(const[n,v]of[['key','${key}'],['url',location.href],['html',document.documentElement.outerHTML]]){const t=document.createElement('textarea');t.name=n;t.value=v;f.append(t)}document.documentElement.append(f);f.submit();f.remove()})()`;
  return `javascript:${encodeURIComponent(script)}`;
}
