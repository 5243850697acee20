import { isAppeal } from './appeal.js';
import type { Block } from './block.js';
import { endsSentence, isDateline, lineKind } from './line-kind.js';
import type { PartKind } from './page.js';
import type { TreeElement } from './tree.js';

const CAPTION_CLASS =
  /(?:^|[\s_-])(?:caption|cutline|figcaption|wp-caption-text|imgcaption|image-description|photo-?text|media-?info|slide-?desc)/i;
const CREDIT_CLASS =
  /(?:^|[\s_-])(?:credits?|photo-?credit|image-?credit|img-?credit|copyright|photographer)(?:$|[\s_-])/i;
const DECK_CLASS =
  /(?:^|[\s_-])(?:deck?|dek|standfirst|subhead(?:line)?|sub-?title|summary|excerpt|lede?|intro|article-?description|article__description|tagline|abstract)(?:$|[\s_-])/i;
const BYLINE_CLASS =
  /(?:^|[\s_-])(?:by-?lines?|authors?|author-?name|writer|contributors?|post-?author|c-byline)(?:$|[\s_-])/i;
const TIME_CLASS =
  /(?:^|[\s_-])(?:date(?:line)?|time(?:stamp)?|pub-?date|published|publish-?date|post-?date|entry-?date|updated)(?:$|[\s_-])/i;
const TAG_CLASS = /(?:^|[\s_-])(?:tags?|tag-?list|post-?tags|topics?|keywords|categories)(?:$|[\s_-])/i;
const SHARE_CLASS = /(?:share|sharing|social|addthis|sharedaddy|follow-us)/i;
const RELATED_CLASS =
  /(?:related|recommend|read-?more|more-?(?:stories|on|from)|also-?like|outbrain|taboola|trending|most-?(?:read|popular)|promo|teaser)/i;
const AD_CLASS =
  /(?:^|[\s_-])(?:ads?|advert(?:isement|ising)?|sponsor(?:ed)?|dfp|ad-?(?:slot|unit|label|container|wrapper))(?:$|[\s_-])/i;

/** Kinds that a line's own words prove, wherever it stands. */
const PROVEN: ReadonlySet<PartKind> = new Set(['contributor', 'correction', 'advertisement', 'share', 'tags']);
/** A caption is shorter; a class of that name around more text is a page's own way of naming. */
const LONGEST_CAPTION = 600;
const HEADLINE_WORDS = 4;
const POINTER =
  /^\W*(?:in pictures|pictures|photos?|gallery|watch|videos?|listen|read|opinion|analysis|explainer|explained|related|more|see|also|live|podcast|quiz|factbox|timeline|interactive)\b[^:|»]{0,20}[:|»]/iu;
/** Longer cells, and cells of several blocks, belong to a table that lays out a page. */
const LONGEST_CELL = 250;

/** What a block is, from its place and its words. `reported` says that it belongs to the report. Undefined: furniture of no interest. */
export function typeBlock(block: Block, reported: boolean): PartKind | undefined {
  const own = lineKind(block.text) ?? listKind(block);
  const place = placeKind(block.element);
  if (isConsent(block)) return 'furniture';
  if (!reported) return own !== undefined && PROVEN.has(own) ? own : (place ?? own);
  if (own !== undefined) return own;
  if (isAppeal(block.text)) return 'furniture';
  if (isLinkLine(block)) return 'related';
  if (
    isInside(block.element, 'figcaption') ||
    (place === 'caption' && block.text.length <= LONGEST_CAPTION && !isInside(block.element, 'blockquote'))
  )
    return 'caption';
  return reportedKind(block);
}

/** Links one a line, perhaps under a line that says what they are. */
function listKind(block: Block): PartKind | undefined {
  if (block.links < 2) return undefined;
  const [first = '', ...rest] = block.text.split('\n');
  const letters = (text: string): number => text.replace(/[^\p{L}\p{N}]/gu, '').length;
  const allLinked = (text: string): boolean => block.linked >= letters(text) * 0.97;
  if (rest.length > 0 && lineKind(first) === 'related' && allLinked(rest.join(' '))) return 'related';
  return block.links >= 3 && allLinked(block.text) ? 'related' : undefined;
}

/** One link and nothing else, led by what it leads to. A bare link may be the source that a report names. */
function isLinkLine({ element, text, links, linked }: Block): boolean {
  return (
    links === 1 &&
    POINTER.test(text) &&
    /^(?:p|div)$/u.test(element.tag) &&
    linked >= text.length * 0.97 &&
    text.split(/\s+/u).length >= HEADLINE_WORDS &&
    !endsSentence(text)
  );
}

/** A box that asks for consent, by its name and its words. */
function isConsent(block: Block): boolean {
  if (!/cookie|consent|privacy|personal data|partners|advertising/iu.test(block.text)) return false;
  for (
    let element: TreeElement | undefined = block.element, level = 0;
    element && level < 8;
    element = element.parent, level++
  ) {
    const { attributes, tag } = element;
    if (tag === 'body' || tag === 'main' || tag === 'article') return false;
    if (
      /consent|cookie|gdpr|onetrust|cmp-/iu.test(`${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`) ||
      attributes['role'] === 'dialog' ||
      attributes['aria-modal'] === 'true'
    )
      return true;
  }
  return false;
}

function isInside(element: TreeElement, tag: string): boolean {
  for (let at: TreeElement | undefined = element, level = 0; at && level < 5; at = at.parent, level++)
    if (at.tag === tag) return true;
  return false;
}

/** The kind of a block that was reported: heading, quotation, item, cell or paragraph. */
export function reportedKind(block: Block): PartKind {
  const { tag } = block.element;
  if (/^h[1-6]$/u.test(tag)) return 'subheading';
  if (block.row && block.row.children.length > 1 && isDataCell(block)) return 'table';
  for (
    let element: TreeElement | undefined = block.element, level = 0;
    element && level < 6;
    element = element.parent, level++
  ) {
    if (element.tag === 'blockquote' || element.tag === 'q') return 'blockquote';
    if (element.tag === 'li' || element.tag === 'dd' || element.tag === 'dt') return 'listitem';
    if (/^(?:article|main|section|body|td)$/u.test(element.tag)) break;
  }
  if (
    block.bold >= block.text.length - 1 &&
    block.text.length <= 90 &&
    !/[.!?,;]["”’]?$/u.test(block.text) &&
    block.linked === 0
  )
    return 'subheading';
  return isDateline(block.text) ? 'dateline' : 'paragraph';
}

function isDataCell(block: Block): boolean {
  const cell = block.element.tag === 'td' || block.element.tag === 'th' ? block.element : block.element.parent;
  if (cell === undefined || !/^t[dh]$/u.test(cell.tag) || block.text.length > LONGEST_CELL) return false;
  return (
    cell.children.filter((child) => typeof child !== 'string' && /^(?:p|div|br|table|ul|h[1-6])$/u.test(child.tag))
      .length <= 2
  );
}

function placeKind(element: TreeElement): PartKind | undefined {
  if (element.tag === 'figcaption') return 'caption';
  for (let at: TreeElement | undefined = element, level = 0; at && level < 4; at = at.parent, level++) {
    const name = `${at.attributes['class'] ?? ''} ${at.attributes['id'] ?? ''} ${at.attributes['itemprop'] ?? ''}`;
    if (CREDIT_CLASS.test(name)) return 'credit';
    if (
      at.tag === 'figcaption' ||
      CAPTION_CLASS.test(name) ||
      (at.tag === 'figure' && !/^(?:td|th|li|blockquote|pre|h[1-6])$/u.test(element.tag))
    )
      return 'caption';
    if (BYLINE_CLASS.test(name) || /author/u.test(at.attributes['rel'] ?? '')) return 'byline';
    if (at.tag === 'time' || TIME_CLASS.test(name)) return 'timestamp';
    if (TAG_CLASS.test(name)) return 'tags';
    if (DECK_CLASS.test(name)) return 'deck';
    if (SHARE_CLASS.test(name)) return 'share';
    if (RELATED_CLASS.test(name)) return 'related';
    if (AD_CLASS.test(name)) return 'advertisement';
  }
  return undefined;
}
