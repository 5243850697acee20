import type { PageHints } from './block-features.js';
import { parseByline } from './byline.js';
import type { Claim } from './page.js';
import { articleObject, isObject, jsonLdObjects, textsOf, typesOf, type JsonObject } from './structured-data.js';
import type { Tree, TreeElement } from './tree.js';

/** Where the machines' side of a page makes its claims: meta names and properties, by field, best first. */
const META: Readonly<Record<string, readonly string[]>> = {
  title: ['og:title', 'twitter:title', 'parsely-title', 'sailthru.title', 'dc.title', 'dcterms.title', 'citation_title', 'headline', 'hdl', 'title', 'cxenseparse:title', 'article:title', 'mediator_title'],
  author: ['author', 'article:author_name', 'parsely-author', 'sailthru.author', 'dc.creator', 'dc.contributor', 'dcterms.creator', 'byl', 'byline', 'article:author', 'og:author', 'citation_author', 'authors', 'article.author', 'cxenseparse:author', 'mediator_author', 'dcsext.author', 'twitter:creator:name', 'web_author', 'shareaholic:article_author_name', 'tweetmeme-author', 'article_author'],
  published: ['article:published_time', 'og:article:published_time', 'article:published', 'og:published_time', 'datepublished', 'parsely-pub-date', 'sailthru.date', 'pubdate', 'publishdate', 'publish-date', 'publish_date', 'publication_date', 'published_date', 'dc.date.issued', 'dcterms.issued', 'dc.date', 'dcterms.date', 'dc.date.created', 'dcterms.created', 'citation_publication_date', 'citation_date', 'citation_online_date', 'originalpublicationdate', 'article_date_original', 'cxenseparse:recs:publishtime', 'displaydate', 'ptime', 'pdate', 'date', 'article.published', 'article-publication-date', 'date.release', 'created', 'rnews:datepublished', 'shareaholic:article_published_time', 'bt:pubdate', 'gsa_date', 'og:pubdate', 'published', 'publishtime', 'datecreated', 'date_published', 'dateissued'],
  modified: ['article:modified_time', 'og:article:modified_time', 'og:modified_time', 'og:updated_time', 'datemodified', 'lastmod', 'last-modified', 'last_modified', 'dcterms.modified', 'dc.date.modified', 'article.updated', 'moddate', 'utime', 'date.modified', 'bt:moddate', 'article_date_updated', 'rnews:datemodified', 'updated_time', 'shareaholic:article_modified_time'],
  outlet: ['og:site_name', 'application-name', 'apple-mobile-web-app-title', 'publisher', 'article:publisher', 'dc.publisher', 'dcterms.publisher', 'cre', 'source', 'copyright', 'citation_journal_title', 'twitter:site'],
  section: ['article:section', 'parsely-section', 'section', 'category', 'articlesection', 'cxenseparse:taxonomy', 'sailthru.section', 'og:section', 'cg', 'prism.section'],
  keywords: ['news_keywords', 'keywords', 'article:tag', 'parsely-tags', 'sailthru.tags', 'og:article:tag', 'dc.subject', 'citation_keywords'],
  original: ['original-source', 'syndication-source', 'dc.source', 'dcterms.source', 'article:original_url', 'og:original_url', 'originalurl'],
  agency: ['agency', 'article:agency', 'wire', 'news_agency', 'credit', 'article:source', 'dcsext.agency', 'source_name'],
  description: ['og:description', 'description', 'twitter:description', 'dc.description', 'sailthru.description', 'abstract'],
  image: ['og:image', 'og:image:url', 'twitter:image', 'twitter:image:src', 'parsely-image-url', 'thumbnail'],
  language: ['og:locale', 'language', 'content-language', 'dc.language', 'dcterms.language', 'inlanguage'],
};
const FIELD_OF: ReadonlyMap<string, string> = new Map(Object.entries(META).flatMap(([field, names]) => names.map((name) => [name, field] as const)));
const RANK_OF: ReadonlyMap<string, number> = new Map(Object.values(META).flatMap((names) => names.map((name, at) => [name, at] as const)));

/** Properties of schema.org by field. */
const SCHEMA: Readonly<Record<string, string>> = {
  headline: 'title',
  author: 'author',
  creator: 'author',
  datePublished: 'published',
  dateModified: 'modified',
  publisher: 'outlet',
  articleSection: 'section',
  keywords: 'keywords',
  isBasedOn: 'original',
  isBasedOnUrl: 'original',
  sourceOrganization: 'agency',
  creditText: 'agency',
  inLanguage: 'language',
  description: 'description',
  image: 'image',
  thumbnailUrl: 'image',
};
const MOST_CLAIMS = 400;
const LONGEST_VALUE = 1_000;

/** What a page tells machines about itself: JSON-LD, meta tags, microdata, link elements. In order of trust within each field. */
export function machineClaims(tree: Tree, url: string | undefined): readonly Claim[] {
  const claims: Claim[] = [];
  const add = (field: string, value: string | undefined, from: string): void => {
    const text = value?.replace(/\s+/gu, ' ').trim().slice(0, LONGEST_VALUE) ?? '';
    if (text !== '' && claims.length < MOST_CLAIMS && !claims.some((claim) => claim.field === field && claim.value === text && claim.from === from)) claims.push({ field, value: text, from });
  };
  const canonical = linkClaims(tree, add);
  const objects = jsonLdObjects(tree);
  const pageTitle = tree.elements.find((element) => element.tag === 'h1');
  const about = { ...((canonical ?? url) !== undefined && { url: canonical ?? url ?? '' }), ...(pageTitle && { title: plainText(pageTitle) }) };
  const article = articleObject(objects, about);
  if (article) objectClaims(article, objects, add);
  else for (const object of objects) if (typesOf(object).some((type) => /^(?:WebPage|ItemPage|VideoObject|Product|Book|SoftwareSourceCode|ScholarlyArticle|MedicalWebPage|Movie|MusicRecording|Event)$/.test(type))) objectClaims(object, objects, add);
  metaClaims(tree, add);
  microdataClaims(tree, add);
  for (const object of objects) if (typesOf(object).some((type) => /^(?:WebSite|NewsMediaOrganization)$/.test(type))) for (const name of textsOf(object['name'])) add('outlet', name, 'json-ld WebSite');
  return claims;
}

/** All text inside an element, white space collapsed. */
export function plainText(element: TreeElement): string {
  const pieces: string[] = [];
  const visit = (node: TreeElement): void => {
    for (const child of node.children) {
      if (typeof child === 'string') pieces.push(child);
      else if (!/^(?:script|style|noscript|svg|template|button|select)$/.test(child.tag)) {
        const breaks = /^(?:br|div|p|li|h[1-6]|section|header|td)$/.test(child.tag);
        if (breaks) pieces.push(' ');
        visit(child);
        if (breaks) pieces.push(' ');
      }
    }
  };
  visit(element);
  return pieces.join('').replace(/[\s\u00a0]+/gu, ' ').trim();
}

type Add = (field: string, value: string | undefined, from: string) => void;

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
    if (rel.includes('original-source') || rel.includes('syndication-source')) add('original', attributes['href'], attributes['rel']);
  }
  return canonical;
}

function objectClaims(article: JsonObject, objects: readonly JsonObject[], add: Add): void {
  for (const [property, field] of Object.entries(SCHEMA)) {
    for (const text of textsOf(article[property], objects)) add(field, text, 'json-ld');
  }
  const page = article['mainEntityOfPage'];
  if (isObject(page)) for (const text of textsOf(page['datePublished'])) add('published', text, 'json-ld');
  if (article['headline'] === undefined) for (const text of textsOf(article['name'])) add('title', text, 'json-ld name');
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
      if (field !== undefined && !(key === 'http-equiv' && field === 'modified')) found.push({ field, value: content, from: name.includes(':') ? name : `meta ${name}`, rank: RANK_OF.get(name) ?? 0 });
    }
  }
  for (const { field, value, from } of found.sort((a, b) => a.rank - b.rank)) add(field, value, from);
  for (const at of [1, 2]) if (/written by|^by$|author/i.test(labels.get(`twitter:label${at}`) ?? '')) add('author', labels.get(`twitter:data${at}`), `twitter:data${at}`);
}

function microdataClaims(tree: Tree, add: Add): void {
  for (const element of tree.elements) {
    const property = element.attributes['itemprop'];
    if (property === undefined || element.tag === 'meta' || element.tag === 'link') {
      if (property !== undefined && element.tag === 'meta' && SCHEMA[property]) add(SCHEMA[property], element.attributes['content'], `itemprop ${property}`);
      continue;
    }
    for (const name of property.split(/\s+/)) {
      const field = Object.hasOwn(SCHEMA, name) ? SCHEMA[name] : undefined;
      if (field === undefined || field === 'image' || field === 'description' || field === 'agency') continue;
      const value = element.attributes['content'] ?? element.attributes['datetime'] ?? nameInside(element) ?? plainText(element);
      if (value.length <= 300) add(field, field === 'author' ? parseByline(value).names.join(', ') : value, `itemprop ${name}`);
    }
  }
}

/** Microdata wraps a person in a scope of its own: the `name` inside is meant. */
function nameInside(element: TreeElement): string | undefined {
  if (element.attributes['itemscope'] === undefined) return undefined;
  const stack: TreeElement[] = [element];
  for (let node = stack.pop(); node; node = stack.pop()) {
    for (const child of node.children) {
      if (typeof child === 'string') continue;
      if (child.attributes['itemprop'] === 'name') return child.attributes['content'] ?? plainText(child);
      stack.push(child);
    }
  }
  return undefined;
}

/** What the claims tell of the page that helps to judge its blocks. */
export function hintsOf(claims: readonly Claim[]): PageHints {
  const values = (field: string): string[] => claims.filter((claim) => claim.field === field).map((claim) => claim.value).slice(0, 12);
  return { titles: values('title'), descriptions: values('description') };
}
