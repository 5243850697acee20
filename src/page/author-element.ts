import { parseByline } from './byline.js';
import { looksLikePerson } from './name-shape.js';
import { plainText } from './plain-text.js';
import type { TreeElement } from './tree.js';

const AUTHOR_NAME =
  /(?:^|[\s_-])(?:by-?lines?|[a-z]*authors?|author-?names?|writers?|contributors?|reporter|journalist|creator|username|user-?name|posted-?by|written-?by|fn|poster|blogger|submitter|editor-?name|autor(?:es|a|in|en|i)?|autore|auteurs?|firma|signature|verfasser|skribent|forfatter|författare|yazar|szerzo|penulis|redactor|journalistes?)(?:$|[\s_-])|by-?line|authorname|author-name/iu;
/** What stands beside the name in a byline's box. */
const BESIDE_AUTHOR =
  /(?:^|[\s_-])(?:date|time|categor(?:y|ies)|tags?|section|topics?|count|social|share|follow|avatar|photo|image|img|job|role|position|bio|description|e-?mail|twitter|read(?:ing)?-?time)(?:$|[\s_-])/iu;
const NAME_ITSELF = /(?:author|byline|writer)s?[_-]*names?(?:$|[\s_-])/iu;
const AUTHOR_LINK =
  /\/(?:authors?|profiles?|contributors?|people|person|staff|writers?|reporters?|users?|member|editors?|journalists?|byline|bio|correspondents?|creators?|autor(?:es|a|en|i)?|autore|auteurs?|columnistas?|firmas|profil)\/[^/?#]+|\/by\/[^/?#]*\p{L}{2}|[/_-]author[-_=]|[?&]author(?:_?name|_?id)?=|\/@[\w.-]+(?:[?#]|\/?$)|linkedin\.com\/in\//iu;
const NO_AUTHOR_LINK = /(?:^|\s)(?:license|tag|category|bookmark|next|prev)(?:\s|$)/iu;
const HANDLE = /^\p{L}[\p{L}\p{N}.-]{2,29}$/u;

/** Whatever word a language sets before an author's name. */
const LABEL = /^\p{L}[\p{L} ]{1,24}[:：]\s*(?=\p{Lu}|\p{Lo})/u;

/** Before the name of somebody who did not write the report. */
const OTHER_ROLE =
  /(?:\b(?:edited|reviewed|checked|translated|illustrated|photographed|filmed|produced|narrated|hosted)(?: and \p{L}+)? by|\b(?:photo(?:s|graphs|graphy)?|illustrations?|videos?|graphics?)(?: by|\s?:)|\b(?:photographer|illustrator|translator|reviewer|fact[- ]checker|producer))[\s:]*$/iu;

/** Attributes that say what an element is. */
const NAMING = ['class', 'id', 'itemprop', 'data-testid', 'data-component', 'data-test', 'data-qa', 'data-cy'] as const;

/** Longer texts of a link, of another element, are no bylines. */
const LONGEST_LINK = 60;
const LONGEST_TEXT = 120;
/** Siblings before a name among which its role is looked for. */
const NEAREST = 3;
const MOST_SIBLINGS = 500;

/** A name that an element gives as an author's, and how: by its link or its class. */
export interface NamedAuthor {
  readonly name: string;
  readonly from: 'author link' | 'author element';
}

/** Whom an element names as author: by rel, by the address that it links to, by its class, id, or a data attribute. */
export function authorsNamedBy(element: TreeElement): readonly NamedAuthor[] {
  const { attributes, tag } = element;
  const data =
    attributes['data-author'] ??
    attributes['data-authors'] ??
    attributes['data-author-name'] ??
    attributes['data-byline'];
  const stored = data === undefined ? [] : parseByline(data).names.filter(looksLikePerson);
  if (stored.length > 0) return stored.map((name) => ({ name, from: 'author element' }));
  const rel = attributes['rel'] ?? '';
  const isLink =
    /(?:^|\s)author(?:\s|$)/u.test(rel) ||
    (tag === 'a' && !NO_AUTHOR_LINK.test(rel) && AUTHOR_LINK.test(attributes['href'] ?? ''));
  const called = nameOf(attributes);
  if (
    !isLink &&
    (called === '' || !AUTHOR_NAME.test(called) || (BESIDE_AUTHOR.test(called) && !NAME_ITSELF.test(called)))
  )
    return [];
  const longest = isLink ? LONGEST_LINK : LONGEST_TEXT;
  const text = linesOf(element, longest);
  if (text.length < 2 || text.length > longest || OTHER_ROLE.test(textBefore(element))) return [];
  const { names } = parseByline(text.replace(LABEL, ''));
  if (isLink)
    return (names.length === 0 && HANDLE.test(text) ? [text] : names).map((name) => ({ name, from: 'author link' }));
  return names
    .filter((name) => looksLikePerson(name) || /\p{Lo}/u.test(name) || text.length <= 40)
    .map((name) => ({ name, from: 'author element' }));
}

/** All that says what an element is: "authorLink" in two words. */
function nameOf(attributes: TreeElement['attributes']): string {
  let all = '';
  for (const name of NAMING) if (attributes[name] !== undefined) all += ` ${attributes[name]}`;
  return all === '' ? all : all.replace(/(\p{Ll})(\p{Lu})/gu, '$1-$2');
}

/** The text of an element, its lines as a list: "Ann Roe, Staff Writer". */
function linesOf(element: TreeElement, longest: number): string {
  return plainText(element, longest, ' , ')
    .replace(/\s*,[\s,]*/gu, ', ')
    .replace(/^, |, $/gu, '');
}

/** What stands right before an element, beside it or beside what holds it. */
function textBefore(element: TreeElement): string {
  for (let at: TreeElement = element, level = 0; at.parent !== undefined && level < 2; at = at.parent, level++) {
    const siblings = at.parent.children;
    if (siblings.length > MOST_SIBLINGS) break;
    const before = siblings
      .slice(0, siblings.indexOf(at))
      .slice(-NEAREST)
      .map((child) => (typeof child === 'string' ? child : plainText(child, LONGEST_TEXT)).trim())
      .findLast((text) => text !== '');
    if (before !== undefined) return before;
  }
  return '';
}
