import {
  isList,
  isObject,
  jsonLdObjects,
  parseJson,
  scriptText,
  type Json,
  type JsonObject,
} from './structured-data.js';
import type { Tree, TreeElement } from './tree.js';

/**
 * The article of a page that shows none: scripts were to put it there. It waits in a template, in the `noscript` of the page,
 * in the `articleBody` of JSON-LD, or in the state of a web framework, as HTML or as a list of paragraphs.
 */

/** Less is a teaser. */
const SHORTEST = 400;
const MOST_STRINGS = 100_000;
const DEEPEST = 80;
const TEMPLATE_TYPE = /^(?:text\/(?:template|html|x-[\w-]*template[\w-]*|x-handlebars|ng-template)|x-tmpl[\w-]*)$/i;
const STATE_SCRIPT = /^\s*(?:window|self|globalThis|var|let|const)?[\s.]*(?:\[["'][\w$]+["']\]|[\w$.]+)\s*=\s*(?=[{[])/;

/** HTML of an article that the page holds out of sight; undefined where there is none. The longest candidate wins. */
export function hiddenArticle(tree: Tree): string | undefined {
  const candidates = [...jsonLdObjects(tree).map(articleBody), ...tree.elements.map(hiddenIn)];
  const found = candidates.filter((html): html is string => html !== undefined && proseLength(html) >= SHORTEST);
  return found.reduce<string | undefined>(
    (best, html) => (best === undefined || proseLength(html) > proseLength(best) ? html : best),
    undefined,
  );
}

function hiddenIn(element: TreeElement): string | undefined {
  const text = scriptText(element);
  if (element.tag === 'template' || element.tag === 'noscript') return text.includes('<p') ? text : undefined;
  if (element.tag !== 'script' || text.length < SHORTEST) return undefined;
  const type = element.attributes['type'] ?? '';
  if (TEMPLATE_TYPE.test(type)) return text;
  if (/ld\+json/i.test(type)) return undefined;
  const state = /json/i.test(type)
    ? text
    : STATE_SCRIPT.test(text.slice(0, 300))
      ? text.replace(STATE_SCRIPT, '')
      : undefined;
  const value = state === undefined ? undefined : parseJson(state);
  return value === undefined ? undefined : longestProse(value);
}

function articleBody(object: JsonObject): string | undefined {
  const body = object['articleBody'];
  return typeof body === 'string' ? asHtml(body) : undefined;
}

/** The strings of one place in a JSON value (same keys, any positions in lists) that together hold most prose, as paragraphs. */
function longestProse(value: Json): string | undefined {
  const places = new Map<string, { texts: string[]; length: number }>();
  const stack: { value: Json; path: string; depth: number }[] = [{ value, path: '', depth: 0 }];
  for (let count = 0; stack.length > 0 && count < MOST_STRINGS; count++) {
    const item = stack.pop();
    if (!item || item.depth > DEEPEST) continue;
    const { value: here, path, depth } = item;
    if (typeof here === 'string') {
      if (!isProse(here)) continue;
      const place = places.get(path) ?? { texts: [], length: 0 };
      place.texts.push(here);
      place.length += here.length;
      places.set(path, place);
    } else if (isList(here))
      for (let at = here.length - 1; at >= 0; at--) stack.push({ value: here[at] ?? null, path, depth: depth + 1 });
    else if (isObject(here))
      for (const [key, inner] of Object.entries(here).reverse())
        stack.push({ value: inner, path: `${path}/${key.slice(0, 60)}`, depth: depth + 1 });
  }
  const best = [...places.values()].reduce<{ texts: string[]; length: number } | undefined>(
    (top, place) => (top === undefined || place.length > top.length ? place : top),
    undefined,
  );
  return best && best.texts.map(asHtml).join('\n');
}

function isProse(text: string): boolean {
  return (
    text.length >= 40 &&
    text.split(' ', 8).length >= 7 &&
    (/<p[\s>]/i.test(text) || /[.!?…]["”’')]*\s*$/.test(text.slice(-40)))
  );
}

/** HTML as it is; plain text as paragraphs, one a line. */
function asHtml(text: string): string {
  if (/<(?:p|div|br|h[1-6]|ul)\b/i.test(text)) return text;
  if (/&lt;(?:p|div|br)\b/i.test(text))
    return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  return text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => `<p>${line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`)
    .join('\n');
}

/** Characters outside of tags, roughly. */
function proseLength(html: string): number {
  return html.replace(/<[^<>]*>/g, '').replace(/\s+/g, ' ').length;
}
