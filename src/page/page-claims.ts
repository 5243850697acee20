import { handlesOf, parseByline } from './byline.js';
import { FIELD_OF, RANK_OF, SCHEMA } from './claim-names.js';
import type { Claim } from './page.js';
import type { PageHints } from './page-survey.js';
import { plainText } from './plain-text.js';
import { articleObject, isObject, jsonLdObjects, textsOf, typesOf, type JsonObject } from './structured-data.js';
import { growTree, type Tree, type TreeElement } from './tree.js';

const MOST_CLAIMS = 400;
const LONGEST_VALUE = 1_000;
const LONGEST_ITEM = 300;
/** Elements of a microdata scope in which its name is looked for. */
const MOST_INSIDE = 200;

/** What a page tells machines about itself: JSON-LD, meta tags, microdata, link elements. In order of trust within each field. */
export function machineClaims(tree: Tree, url: string | undefined): readonly Claim[] {
  const claims: Claim[] = [];
  const add = (field: string, value: string | undefined, from: string): void => {
    const text = unescaped(value?.slice(0, 4 * LONGEST_VALUE) ?? '')
      .replace(/\s+/gu, ' ')
      .trim()
      .slice(0, LONGEST_VALUE);
    if (
      text !== '' &&
      claims.length < MOST_CLAIMS &&
      !claims.some((claim) => claim.field === field && claim.value === text && claim.from === from)
    )
      claims.push({ field, value: text, from });
  };
  const canonical = linkClaims(tree, add);
  const objects = jsonLdObjects(tree);
  const pageTitle = tree.elements.find((element) => element.tag === 'h1');
  const about = {
    ...((canonical ?? url) !== undefined && { url: canonical ?? url ?? '' }),
    ...(pageTitle && { title: plainText(pageTitle, LONGEST_VALUE) }),
  };
  const article = articleObject(objects, about);
  if (article) objectClaims(article, objects, add);
  else
    for (const object of objects)
      if (
        typesOf(object).some((type) =>
          /^(?:WebPage|ItemPage|VideoObject|Product|Book|SoftwareSourceCode|ScholarlyArticle|MedicalWebPage|Movie|MusicRecording|Event)$/.test(
            type,
          ),
        )
      )
        objectClaims(object, objects, add);
  if (!claims.some((claim) => claim.field === 'author'))
    for (const object of objects)
      if (typesOf(object).includes('WebPage'))
        for (const name of textsOf(object['author'], objects)) add('author', name, 'json-ld WebPage');
  metaClaims(tree, add);
  microdataClaims(tree, add);
  for (const object of objects)
    if (typesOf(object).some((type) => /^(?:WebSite|NewsMediaOrganization)$/.test(type)))
      for (const name of textsOf(object['name'])) add('outlet', name, 'json-ld WebSite');
  return claims;
}

/** Pages escape values for HTML where nothing will unescape them ("O&#039;Mara" in JSON-LD), or twice over. */
export function unescaped(value: string): string {
  return /&(?:#\w+|\w+);/u.test(value) ? plainText(growTree(value.replaceAll('<', '&lt;')).root) : value;
}

type Add = (field: string, value: string | undefined, from: string) => void;

/** What blogs label an author with, in the language of the blog. */
const WRITTEN_BY =
  /written by|^by$|author|(?:\s|^)(?:par|por|da|di|von|door|av|af|przez)$|автор|作者|執筆|投稿者|yazan/iu;

function linkClaims(tree: Tree, add: Add): string | undefined {
  let canonical: string | undefined;
  for (const { tag, attributes } of tree.elements) {
    if (tag === 'html') add('language', attributes['lang'] ?? attributes['xml:lang'], 'html lang');
    if (tag !== 'link' || attributes['rel'] === undefined) continue;
    const rel = attributes['rel'].toLowerCase().split(/\s+/);
    if (rel.includes('canonical')) {
      canonical ??= attributes['href'];
      add('canonical', attributes['href'], 'canonical');
    }
    if (rel.includes('original-source') || rel.includes('syndication-source'))
      add('original', attributes['href'], attributes['rel']);
  }
  return canonical;
}

function objectClaims(article: JsonObject, objects: readonly JsonObject[], add: Add): void {
  for (const [property, field] of Object.entries(SCHEMA)) {
    for (const text of textsOf(article[property], objects)) add(field, text, 'json-ld');
  }
  const page = article['mainEntityOfPage'];
  if (isObject(page)) for (const text of textsOf(page['datePublished'])) add('published', text, 'json-ld');
  if (article['headline'] === undefined)
    for (const text of textsOf(article['name'])) add('title', text, 'json-ld name');
}

function metaClaims(tree: Tree, add: Add): void {
  const found: { field: string; value: string | undefined; from: string; rank: number }[] = [];
  const labels = new Map<string, string>();
  for (const { tag, attributes } of tree.elements) {
    if (tag !== 'meta') continue;
    const content = attributes['content'] ?? attributes['value'];
    for (const key of ['property', 'name', 'itemprop', 'http-equiv'] as const) {
      const name = attributes[key]?.trim().toLowerCase();
      if (name === undefined) continue;
      if (/^twitter:(?:label|data)\d$/.test(name)) labels.set(name, content ?? '');
      const field = FIELD_OF.get(name);
      if (field !== undefined && !(key === 'http-equiv' && field === 'modified'))
        found.push({
          field,
          value: content,
          from: name.includes(':') ? name : `meta ${name}`,
          rank: RANK_OF.get(name) ?? 0,
        });
    }
  }
  for (const { field, value, from } of found.sort((a, b) => a.rank - b.rank)) add(field, value, from);
  for (const at of [1, 2])
    if (WRITTEN_BY.test(labels.get(`twitter:label${at}`) ?? ''))
      add('author', labels.get(`twitter:data${at}`), `twitter:data${at}`);
}

function microdataClaims(tree: Tree, add: Add): void {
  let own: { readonly item: TreeElement | undefined } | undefined;
  for (const element of tree.elements) {
    const property = element.attributes['itemprop'];
    if (property === undefined || element.tag === 'meta' || element.tag === 'link') {
      if (property !== undefined && element.tag === 'meta' && SCHEMA[property])
        add(SCHEMA[property], element.attributes['content'], `itemprop ${property}`);
      continue;
    }
    for (const name of property.split(/\s+/)) {
      const field = Object.hasOwn(SCHEMA, name) ? SCHEMA[name] : undefined;
      if (field === undefined || field === 'image' || field === 'description' || field === 'agency') continue;
      if (field === 'author') {
        own ??= { item: sayingOf(element) };
        if (sayingOf(element) !== own.item) continue;
      }
      const value =
        element.attributes['content'] ??
        element.attributes['datetime'] ??
        nameInside(element) ??
        plainText(element, LONGEST_ITEM);
      if (value.length <= LONGEST_ITEM) add(field, field === 'author' ? authorsIn(value) : value, `itemprop ${name}`);
    }
  }
}

/** Names without what surrounds them; a handle as it is. */
function authorsIn(value: string): string {
  const { names } = parseByline(value);
  return (names.length > 0 ? names : handlesOf(value)).join(', ');
}

const MOST_LEVELS = 30;
const COMMENT = /(?:^|[\s_-])comments?(?:$|[\s_-])/iu;
const SAYING = /\/(?:Comment|UserComments|Answer|DiscussionForumPosting|Review)$/u;

/** The comment, answer or post that an element stands in: of several authors those in the first one's place are the page's own. */
function sayingOf(element: TreeElement): TreeElement | undefined {
  for (let at = element.parent, level = 0; at && level < MOST_LEVELS; at = at.parent, level++)
    if (SAYING.test(at.attributes['itemtype'] ?? '') || COMMENT.test(at.attributes['class'] ?? '')) return at;
  return undefined;
}

/** Microdata wraps a person in a scope of its own: the `name` inside is meant. */
function nameInside(element: TreeElement): string | undefined {
  const stack: TreeElement[] = [element];
  for (let node = stack.pop(), seen = 0; node && seen < MOST_INSIDE; node = stack.pop(), seen++) {
    for (const child of node.children) {
      if (typeof child === 'string') continue;
      if (child.attributes['itemprop'] === 'name') return child.attributes['content'] ?? plainText(child, LONGEST_ITEM);
      stack.push(child);
    }
  }
  return undefined;
}

/** What the claims tell of the page that helps to judge its blocks. */
export function hintsOf(claims: readonly Claim[]): PageHints {
  const values = (field: string): string[] =>
    claims
      .filter((claim) => claim.field === field)
      .map((claim) => claim.value)
      .slice(0, 12);
  return { titles: values('title'), descriptions: values('description') };
}
