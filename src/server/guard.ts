import { createHash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { problemOf, problemResponse } from './problem.js';

/**
 * Who may talk to the desk. A page on the web can make a browser send requests to 127.0.0.1, and a name that changes its
 * address between two look-ups (DNS rebinding) can make them look like the desk's own. Three checks answer that: the Host
 * must be the desk's, a request that changes something must come from the desk's own pages, and beyond loopback it must
 * carry a token. Programs that aren't browsers send no Origin and are let through the second check.
 */
export interface GuardOptions {
  /** Names by which the desk may be called besides loopback's: those of `--host`. Addresses in figures can't be rebound and always pass. */
  readonly hosts: readonly string[];
  /** Needed for everything where given. */
  readonly token?: string;
}

/** What a page of the desk may load and do: its own script and style, nothing inline, nothing from elsewhere, no frame around it. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** The one path that another site's page may post to: the bookmarklet's, which carries a key of its own. */
export const BOOKMARKLET_PATH = '/in';

const COOKIE = 'stemma-token';

/** Puts the headers on every answer. An answer that brings its own policy (the evidence file) keeps it. */
export function safeHeaders(): MiddlewareHandler {
  return async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(HEADERS)) {
      if (!context.res.headers.has(name)) context.res.headers.set(name, value);
    }
  };
}

/** Refuses what doesn't come from the desk itself or from a program of the user's. */
export function guard({ hosts, token }: GuardOptions): MiddlewareHandler {
  const names = new Set(['localhost', ...hosts.map((host) => host.toLowerCase())]);
  return async (context, next) => {
    const host = context.req.header('host') ?? '';
    if (!isOwnHost(host, names))
      return refuse(`This desk isn't called ${host.slice(0, 100) || 'by no name'}; ask for it by its address.`);
    const crossing = context.req.path !== BOOKMARKLET_PATH && isCrossing(context.req.raw, host);
    if (crossing) return refuse('Another site’s page asked for this; only the desk’s own pages may.');
    if (token === undefined) return next();
    const offered = offeredToken(context.req.header('authorization')) ?? getCookie(context, COOKIE) ?? '';
    if (sameSecret(offered, token)) return next();
    const linked = context.req.method === 'GET' ? context.req.query('token') : undefined;
    if (linked === undefined || !sameSecret(linked, token))
      return problemResponse(
        problemOf(
          'unauthorised',
          'This desk needs its token: open the address that stemma serve printed, or send it as a bearer token.',
        ),
      );
    setCookie(context, COOKIE, token, { httpOnly: true, sameSite: 'Strict', path: '/', maxAge: 30 * 86_400 });
    return context.redirect(context.req.path, 303);
  };
}

/** Whether two secrets are equal, in a time that doesn't tell how far they agree. */
export function sameSecret(a: string, b: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

function refuse(detail: string): Response {
  return problemResponse(problemOf('forbidden', detail));
}

function isOwnHost(host: string, names: ReadonlySet<string>): boolean {
  const name = host.toLowerCase().replace(/:\d{1,5}$/, '');
  return names.has(name) || /^\d{1,3}(?:\.\d{1,3}){3}$/.test(name) || /^\[[0-9a-f:.]{2,45}\]$/.test(name);
}

/** A browser says where a request comes from in `Sec-Fetch-Site` and `Origin`. Links into the desk are fine, all else from elsewhere is not. */
function isCrossing(request: Request, host: string): boolean {
  const site = request.headers.get('sec-fetch-site');
  const origin = request.headers.get('origin');
  const reads = request.method === 'GET' || request.method === 'HEAD';
  const navigates =
    reads &&
    request.headers.get('sec-fetch-mode') === 'navigate' &&
    request.headers.get('sec-fetch-dest') === 'document';
  if (site !== null && site !== 'same-origin' && site !== 'none' && !navigates) return true;
  return origin !== null && !reads && !isOrigin(origin, host);
}

function isOrigin(origin: string, host: string): boolean {
  return (
    URL.canParse(origin) &&
    /^https?:$/.test(new URL(origin).protocol) &&
    new URL(origin).host === host.toLowerCase().replace(/:80$/, '')
  );
}

function offeredToken(authorization: string | undefined): string | undefined {
  const match = /^(Bearer|Basic) +([\w.~+/=-]{1,500})$/i.exec(authorization ?? '');
  if (match === null) return undefined;
  const [, scheme = '', value = ''] = match;
  return /^bearer$/i.test(scheme) ? value : Buffer.from(value, 'base64').toString('utf8').split(':').slice(1).join(':');
}
