import type { Block } from './block.js';
import { isDateline, lineKind } from './line-kind.js';
import { REPORTED, type PartKind } from './page.js';
import type { TreeElement } from './tree.js';

/** A block with what it is. */
export interface TypedBlock {
  readonly block: Block;
  readonly kind: PartKind;
}

const CAPTION_CLASS = /(?:^|[\s_-])(?:caption|cutline|figcaption|wp-caption-text|imgcaption|image-description|photo-?text|media-?info|slide-?desc)/i;
const CREDIT_CLASS = /(?:^|[\s_-])(?:credits?|photo-?credit|image-?credit|img-?credit|copyright|photographer)(?:$|[\s_-])/i;
const DECK_CLASS = /(?:^|[\s_-])(?:deck?|dek|standfirst|subhead(?:line)?|sub-?title|summary|excerpt|lede?|intro|article-?description|article__description|tagline|abstract)(?:$|[\s_-])/i;
const BYLINE_CLASS = /(?:^|[\s_-])(?:by-?lines?|authors?|author-?name|writer|contributors?|post-?author|c-byline)(?:$|[\s_-])/i;
const TIME_CLASS = /(?:^|[\s_-])(?:date(?:line)?|time(?:stamp)?|pub-?date|published|publish-?date|post-?date|entry-?date|updated)(?:$|[\s_-])/i;
const TAG_CLASS = /(?:^|[\s_-])(?:tags?|tag-?list|post-?tags|topics?|keywords|categories)(?:$|[\s_-])/i;
const SHARE_CLASS = /(?:share|sharing|social|addthis|sharedaddy|follow-us)/i;
const RELATED_CLASS = /(?:related|recommend|read-?more|more-?(?:stories|on|from)|also-?like|outbrain|taboola|trending|most-?(?:read|popular)|promo|teaser)/i;
const AD_CLASS = /(?:^|[\s_-])(?:ads?|advert(?:isement|ising)?|sponsor(?:ed)?|dfp|ad-?(?:slot|unit|label|container|wrapper))(?:$|[\s_-])/i;

/** What a block is, from its place and its words. `reported` says that it belongs to the report. Undefined: furniture of no interest. */
export function typeBlock(block: Block, reported: boolean): PartKind | undefined {
  const own = lineKind(block.text);
  const place = placeKind(block.element);
  if (!reported) return place ?? own;
  if (own !== undefined && !REPORTED.has(own)) {
    if (own === 'furniture' || own === 'timestamp' || own === 'related') return own;
    return own;
  }
  return reportedKind(block);
}

function reportedKind(block: Block): PartKind {
  const { tag } = block.element;
  if (/^h[1-6]$/u.test(tag)) return 'subheading';
  if (block.row && block.row.children.length > 1) return 'table';
  for (let element: TreeElement | undefined = block.element, level = 0; element && level < 6; element = element.parent, level++) {
    if (element.tag === 'blockquote' || element.tag === 'q') return 'blockquote';
    if (element.tag === 'li' || element.tag === 'dd' || element.tag === 'dt') return 'listitem';
    if (/^(?:article|main|section|body)$/u.test(element.tag)) break;
  }
  if (block.bold >= block.text.length - 1 && block.text.length <= 90 && !/[.!?,;]["”’]?$/u.test(block.text) && block.linked === 0) return 'subheading';
  return isDateline(block.text) ? 'dateline' : 'paragraph';
}

function placeKind(element: TreeElement): PartKind | undefined {
  if (element.tag === 'figcaption') return 'caption';
  for (let at: TreeElement | undefined = element, level = 0; at && level < 4; at = at.parent, level++) {
    const name = `${at.attributes['class'] ?? ''} ${at.attributes['id'] ?? ''} ${at.attributes['itemprop'] ?? ''}`;
    if (CREDIT_CLASS.test(name)) return 'credit';
    if (at.tag === 'figcaption' || at.tag === 'figure' || CAPTION_CLASS.test(name)) return 'caption';
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
