import type { Tree, TreeElement } from './tree.js';

/**
 * The JSON that pages carry for machines: JSON-LD and the state of web frameworks. It is untrusted: size, number of nodes and
 * depth are capped, references by `@id` are looked up once and never followed in circles, broken JSON is mended where that is easy.
 */

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/** What one page may hold; the largest JSON-LD of 305 real pages has 36,931 characters. */
const LARGEST_SCRIPT = 3_000_000;
const MOST_NODES = 50_000;
const DEEPEST = 60;

const ARTICLE =
  /^(?:https?:\/\/schema\.org\/)?(?:\w*Article|\w*NewsArticle|BlogPosting|LiveBlogPosting|Report|SocialMediaPosting|DiscussionForumPosting|Review|Recipe|\w*Posting|ImageGallery|Quotation|Statement)$/;

/** The objects of all JSON-LD scripts, in document order, nested ones after the ones that hold them. */
export function jsonLdObjects(tree: Tree): readonly JsonObject[] {
  const objects: JsonObject[] = [];
  for (const element of tree.elements) {
    if (element.tag !== 'script' || !/ld\+json/i.test(element.attributes['type'] ?? '')) continue;
    const value = parseJson(scriptText(element));
    if (value !== undefined) gather(value, objects);
  }
  return objects;
}

/** The object that describes the page's article; where several do, the one whose headline or address is `about`, else the first. */
export function articleObject(
  objects: readonly JsonObject[],
  about: { readonly url?: string; readonly title?: string },
): JsonObject | undefined {
  const articles = objects.filter((object) => typesOf(object).some((type) => ARTICLE.test(type)));
  const named = articles.filter(
    (object) => typeof object['headline'] === 'string' || typeof object['datePublished'] === 'string',
  );
  const addressed = named.find(
    (object) => about.url !== undefined && addressesOf(object).some((address) => sameAddress(address, about.url ?? '')),
  );
  const titled = named.find((object) => about.title !== undefined && textOf(object['headline']) === about.title);
  return addressed ?? titled ?? named[0] ?? articles[0];
}

/** Types of an object, without the schema's address. */
export function typesOf(object: JsonObject): readonly string[] {
  const type = object['@type'];
  return (Array.isArray(type) ? type : [type]).filter((name): name is string => typeof name === 'string');
}

/** A value as text: itself, or what an object gives as its name, value or address. */
function textOf(value: Json | undefined): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim();
  if (typeof value === 'number') return String(value);
  if (isList(value))
    return (
      value
        .slice(0, 100)
        .map(textOf)
        .filter((text) => text !== undefined)
        .join(', ') || undefined
    );
  const parts = isObject(value) && value['name'] === undefined ? [value['givenName'], value['familyName']] : [];
  if (parts.every((part) => typeof part === 'string') && parts.length > 0) return parts.join(' ');
  if (isObject(value))
    return textOf(value['name'] ?? value['@value'] ?? value['headline'] ?? value['url'] ?? value['@id']);
  return undefined;
}

/** The texts of one value or of each of a list. Objects that only point to another by `@id` are looked up in `objects`. */
export function textsOf(value: Json | undefined, objects: readonly JsonObject[] = []): readonly string[] {
  const held = isObject(value) && isList(value['@list']) ? value['@list'] : value;
  const list = isList(held) ? held.slice(0, 100) : [held];
  const texts = list.map((item: Json | undefined) =>
    textOf(
      typeof item === 'string' && /^(?:https?:|#|_:)/u.test(item)
        ? (lookUp({ '@id': item }, objects) ?? item)
        : isObject(item) && item['name'] === undefined
          ? (lookUp(item, objects) ?? item)
          : item,
    ),
  );
  return texts.filter((text): text is string => text !== undefined);
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** JSON as found on pages: wrapped in comments or CDATA, with raw line breaks in strings or commas too many. Undefined where it can't be read. */
export function parseJson(text: string): Json | undefined {
  if (text.length > LARGEST_SCRIPT) return undefined;
  const bare = text
    .replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[|\/\*\s*<!\[CDATA\[\s*\*\/)/, '')
    .replace(/(?:-->|\/\/\s*\]\]>|\]\]>|\/\*\s*\]\]>\s*\*\/|;)\s*$/, '');
  const mends = [
    bare,
    bare.replace(/[\u0000-\u001f]+/g, ' '),
    bare.replace(/[\u0000-\u001f]+/g, ' ').replace(/,\s*([}\]])/g, '$1'),
  ];
  for (const candidate of mends) {
    try {
      return JSON.parse(candidate) as Json;
    } catch {
      continue;
    }
  }
  return undefined;
}

export function scriptText(element: TreeElement): string {
  return element.children.filter((child): child is string => typeof child === 'string').join('');
}

function gather(value: Json, objects: JsonObject[]): void {
  const queue: { value: Json; depth: number }[] = [{ value, depth: 0 }];
  for (let at = 0; at < queue.length && objects.length < MOST_NODES && at < MOST_NODES; at++) {
    const { value: item, depth } = queue[at] ?? { value: null, depth: 0 };
    if (depth > DEEPEST) continue;
    if (isList(item)) for (const one of item.slice(0, MOST_NODES)) queue.push({ value: one, depth: depth + 1 });
    else if (isObject(item)) {
      objects.push(item);
      for (const one of Object.values(item))
        if (typeof one === 'object' && one !== null) queue.push({ value: one, depth: depth + 1 });
    }
  }
}

function lookUp(pointer: JsonObject, objects: readonly JsonObject[]): JsonObject | undefined {
  const id = pointer['@id'];
  return typeof id === 'string'
    ? objects.find((object) => object['@id'] === id && object['name'] !== undefined)
    : undefined;
}

function addressesOf(object: JsonObject): readonly string[] {
  const page = object['mainEntityOfPage'];
  return [object['url'], object['@id'], page, isObject(page) ? page['@id'] : undefined].filter(
    (address): address is string => typeof address === 'string',
  );
}

function sameAddress(a: string, b: string): boolean {
  const plain = (address: string): string =>
    address
      .replace(/^https?:\/\/(?:www\.|m\.|amp\.)?/i, '')
      .replace(/[?#].*$/, '')
      .replace(/\/+$/, '');
  return plain(a) !== '' && plain(a) === plain(b);
}
