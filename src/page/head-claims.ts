import type { Block } from './block.js';
import { DATED_LEAD, looksLikePerson, parseByline } from './byline.js';
import { parseDate } from './date.js';
import type { HeadZone } from './head-zone.js';
import { lineKind } from './line-kind.js';
import { plainText } from './plain-text.js';
import type { Claim } from './page.js';
import type { Tree, TreeElement } from './tree.js';

const AUTHOR_NAME =
  /(?:^|[\s_-])(?:by-?lines?|authors?|author-?names?|article-?author|post-?author|entry-?author|writers?|contributors?|reporter|journalist|creator|username|user-?name|posted-?by|written-?by|fn|poster|blogger|c-byline|submitter|editor-?name)(?:$|[\s_-])|by-?line|authorname|author-name/iu;
const AUTHOR_LINK =
  /\/(?:authors?|profiles?|contributors?|people|person|by|staff|writers?|reporters?|users?|member|editors?|journalists?|byline|bio|correspondents?|creators?|autor|auteur)\/[^/?#]+/iu;
const DATE_NAME =
  /(?:^|[\s_-])(?:date|time|timestamp|datetime|pub-?date|published|publish(?:ed)?-?(?:date|time|on)|post-?date|entry-?date|posted-?on|article-?date|dateline|created|smart-?date|meta-?date|post-?time|updated|modified)(?:$|[\s_-])|timestamp|pubdate|publishdate|dateline/iu;
const MOST_CLAIMS = 100;
const LONGEST_BYLINE = 220;
const LONGEST_DATE = 120;
/** Elements from the first paragraph within which a far claim is looked for. */
const FARTHEST = 2_000;

/** What the lines around the headline say of author and date, and a byline that closes the report. */
export function headClaims(tree: Tree, blocks: readonly Block[], zone: HeadZone): readonly Claim[] {
  const claims: Claim[] = [];
  const add = (field: string, value: string | undefined, from: string): void => {
    const text = value?.replace(/\s+/gu, ' ').trim() ?? '';
    if (
      text !== '' &&
      claims.length < MOST_CLAIMS &&
      !claims.some((claim) => claim.field === field && claim.value === text)
    )
      claims.push({ field, value: text, from });
  };
  for (const block of blocks.slice(zone.start, zone.end)) claimOfLine(block.text, add);
  for (const element of elementsOf(tree, blocks, zone)) claimOfElement(element, add);
  for (const block of blocks.slice(zone.last, zone.last + 4))
    if (/^[\W_]*by[\s.:]/iu.test(block.text) && block.text.length <= 120) claimOfLine(block.text, add, 'closing line');
  const wanting = ['author', 'published'].filter((field) => !claims.some((claim) => claim.field === field));
  for (const claim of wanting.length > 0 ? farClaims(tree, blocks, zone) : [])
    if (wanting.includes(claim.field)) add(claim.field, claim.value, claim.from);
  return claims;
}

/** Where the head says nothing: the rest of the page, nearest to the head first; an author only where the page links no other. */
function farClaims(tree: Tree, blocks: readonly Block[], zone: HeadZone): readonly Claim[] {
  const claims: Claim[] = [];
  const add: Add = (field, value, from) => {
    if (value !== undefined && from !== 'author element' && claims.length < MOST_CLAIMS)
      claims.push({ field, value: value.trim(), from: `${from}, far` });
  };
  const middle = blocks[zone.first]?.element.index ?? 0;
  const near = [...tree.elements]
    .filter((element) => Math.abs(element.index - middle) < FARTHEST)
    .sort((a, b) => Math.abs(a.index - middle) - Math.abs(b.index - middle));
  for (const element of near) claimOfElement(element, add);
  for (const block of [
    ...blocks.slice(zone.last, zone.last + 12),
    ...blocks.slice(Math.max(0, zone.start - 30), zone.start),
  ])
    claimOfLine(block.text, add);
  const authors = new Set(claims.filter((claim) => claim.field === 'author').map((claim) => claim.value));
  return claims.filter((claim) => claim.field !== 'author' || authors.size <= 2);
}

type Add = (field: string, value: string | undefined, from: string) => void;

function claimOfLine(text: string, add: Add, from = 'byline'): void {
  if (text.length > LONGEST_BYLINE) return;
  const line = text.replace(/\n/gu, ' | ').replace(/^[^|•·]{1,30}[|•·]\s*(?=by\s)/iu, '');
  if (
    DATED_LEAD.test(line) ||
    /^[\W_]*(?:(?:written|posted|published|reported|story|words|text|article|submitted|created)\s+)?by(?:[\s.:]\s*\S|\p{Lu})/iu.test(
      line,
    ) ||
    /^(?:著者|作者|執筆|文|記者|取材・文|投稿者|von|par|por)\s*[:：●•]/iu.test(line)
  ) {
    const { names } = parseByline(line);
    if (names.some(looksLikePerson) || names.some((name) => /\p{Lo}/u.test(name)) || line.length <= 60)
      for (const name of names) add('author', name, from);
  }
  const date = line.length <= LONGEST_BYLINE ? parseDate(line) : undefined;
  if (
    date !== undefined &&
    (lineKind(line) === 'timestamp' ||
      line.length <= 60 ||
      /publish|posted|updated|written|公開|掲載|更新/iu.test(line))
  )
    datesOf(line, add);
}

/** "Published 9 May 2019 | Updated 10 May 2019": each date under its own word. */
function datesOf(line: string, add: Add): void {
  const updated = /(?:last )?(?:updated?|modified|更新|aktualisiert|mis à jour)/iu.exec(line);
  const before = updated ? line.slice(0, updated.index) : line;
  const after = updated ? line.slice(updated.index) : '';
  if (parseDate(before) !== undefined) add('published', before, 'visible date');
  if (parseDate(after) !== undefined) add('modified', after, 'visible date');
}

function claimOfElement(element: TreeElement, add: Add): void {
  const { attributes, tag } = element;
  const name = `${attributes['class'] ?? ''} ${attributes['id'] ?? ''} ${attributes['itemprop'] ?? ''} ${attributes['data-testid'] ?? ''}`;
  const stamp =
    attributes['datetime'] ??
    attributes['data-origindate'] ??
    attributes['data-datetime'] ??
    attributes['data-published'] ??
    attributes['data-date'] ??
    attributes['data-timestamp'];
  const modified = /updat|modif/iu.test(name) || /dateModified/u.test(attributes['itemprop'] ?? '');
  if (tag === 'time' || tag === 'relative-time' || DATE_NAME.test(name)) {
    if (stamp !== undefined && parseDate(stamp) !== undefined)
      add(modified ? 'modified' : 'published', stamp, '<time>');
    else {
      const text = plainText(element);
      if (text.length <= LONGEST_DATE && parseDate(text) !== undefined) datesOf(text, add);
      else if (attributes['title'] !== undefined && parseDate(attributes['title']) !== undefined)
        add('published', attributes['title'], '<time>');
    }
  }
  const isAuthor =
    /(?:^|\s)author(?:\s|$)/u.test(attributes['rel'] ?? '') ||
    (tag === 'a' && AUTHOR_LINK.test(attributes['href'] ?? ''));
  if (!isAuthor && !AUTHOR_NAME.test(name)) return;
  const text = plainText(element);
  if (text.length < 2 || text.length > (isAuthor ? 60 : 120)) return;
  for (const author of parseByline(text).names)
    if (isAuthor || looksLikePerson(author) || /\p{Lo}/u.test(author) || text.length <= 40)
      add('author', author, isAuthor ? 'author link' : 'author element');
}

/** Elements from the zone's first block to its last, with what they hold. */
function elementsOf(tree: Tree, blocks: readonly Block[], zone: HeadZone): readonly TreeElement[] {
  const from = blocks[zone.start]?.element.index ?? 0;
  const to = blocks[zone.end]?.element.index ?? tree.elements.length;
  return to > from ? tree.elements.slice(from, Math.min(to, from + 1_500)) : [];
}
