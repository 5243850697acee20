import type { TreeElement } from './tree.js';

/**
 * Where a block stands, told by the names that page makers give to the elements around it. The words are those that occur in class
 * and id names of many sites; each place is the distance (levels up, 12 for none) to the nearest element so named.
 */
const PLACE_WORDS = {
  body: 'article-?body|entry-?content|post-?content|story-?body|article-?content|body-?content|articletext|article__?body|content-?body|story-?content|post-?body|main-?content|article-?text|body-?copy|rich-?text|prose|wysiwyg|markdown|postarea|blog-?post|mw-parser-output|caas-body|article_content',
  content: 'article|content|entry|post|story|body|main|text|copy|page|hentry|blog',
  comment: 'comments?|disqus|replies|reply|respond|discussion|livefyre|fb-?comments|commentlist',
  related:
    'related|recommend(?:ed|ations?)?|more-?(?:stories|articles|news|from|on|posts|like)|read-?(?:more|next|also)|also-?(?:like|read)|similar|outbrain|taboola|trending|popular|most-?(?:read|popular|viewed)|up-?next|next-?(?:post|article)|prev(?:ious)?|latest|recent|suggest(?:ed|ions?)?|further|in-?this|headlines|teasers?|cards?|river|feed|rail|carousel|zergnet|revcontent',
  share: 'share|sharing|social|addthis|sharedaddy|follow|tweet|facebook|twitter|whatsapp|a2a|shr',
  side: 'sidebar|side|aside|widgets?|rail|right-?col(?:umn)?|left-?col(?:umn)?|secondary|complementary|col-?right|tertiary',
  menu: 'nav(?:bar|igation)?|menu|breadcrumbs?|topbar|header|masthead|site-?header|toolbar|pagination|pager|toc|tabs?|subnav|global-?nav|skip',
  foot: 'footer|foot|bottom|colophon|legal|copyright|site-?info|site-?footer|disclaimers?|terms',
  promo:
    'promo(?:tion)?s?|newsletters?|subscri(?:be|ption)s?|sign-?up|cta|call-?to-?action|membership|paywall|donat(?:e|ion)|offer|upsell|campaign|callout|marketing|optin|mailchimp|mc_embed|app-?banner|support',
  ad: 'ads?|advert(?:s|isement|ising)?|sponsor(?:ed|s)?|dfp|gpt|banner|adsense|ad-?(?:slot|unit|container|wrapper)|commercial|partner',
  author:
    'authors?|by-?line|bio|writer|contributors?|about-?(?:the-?)?author|author-?(?:box|bio|info|card|name)|profile|avatar|vcard|user',
  meta: 'meta|date|time(?:stamp)?|published|post-?info|entry-?(?:meta|utility|footer)|article-?info|tags?|categor(?:y|ies)|topics?|labels?|taxonomy|kicker|eyebrow|posted',
  caption:
    'captions?|credits?|figcaption|wp-?caption|photo|image|img|gallery|media|slides?|slideshow|video|picture|figure|thumb(?:nail)?|cutline|player|embed',
  consent:
    'cookies?|consent|gdpr|modal|popup|pop-?up|overlay|lightbox|dialog|banner|notice|alert|toast|interstitial|onetrust|cmp|notification|tooltip|dropdown',
  deck: 'deck|dek|standfirst|sub-?head(?:line)?|sub-?title|summary|excerpt|lede|intro|description|abstract|synopsis|tagline|key-?points|highlights|takeaways|bullets',
  form: 'form|search|input|login|sign-?in|register|field|button|btn|filter|poll|quiz|survey|vote|rating',
  reference:
    'references?|footnotes?|citations?|reflist|notes|sources|bibliography|infobox|navbox|catlinks|mw-editsection|edit-?section|metadata|hatnote|toc|printfooter',
} as const;

/** Names of the places, in the order of `Ancestry.near`. */
export const PLACES = Object.keys(PLACE_WORDS) as (keyof typeof PLACE_WORDS)[];

/** No such element within this many levels. */
const FAR = 12;
const LEVELS = 10;

/** The elements above a block: nearest level of each tag and of each place. */
export interface Ancestry {
  readonly tags: ReadonlyMap<string, number>;
  readonly near: readonly number[];
}

const PATTERNS = PLACES.map((place) => new RegExp(`(?<![a-z])(?:${PLACE_WORDS[place]})(?![a-z])`, 'u'));

/** Reads the names of a page's elements once; asking for a block's surroundings then costs ten look-ups. */
export function readAncestries(): (element: TreeElement) => Ancestry {
  const masks = new Map<TreeElement, number>();
  const maskOf = (element: TreeElement): number => {
    const known = masks.get(element);
    if (known !== undefined) return known;
    const name = element.tag === 'body' || element.tag === 'html' ? '' : nameOf(element);
    const mask =
      name === '' ? 0 : PATTERNS.reduce((bits, pattern, place) => (pattern.test(name) ? bits | (1 << place) : bits), 0);
    masks.set(element, mask);
    return mask;
  };
  return (element) => ancestryOf(element, maskOf);
}

/** Looks at an element and up to ten above it; `body` and `html` say nothing of a place. */
function ancestryOf(element: TreeElement, maskOf: (element: TreeElement) => number): Ancestry {
  const tags = new Map<string, number>();
  const near = PLACES.map(() => FAR);
  let level = 0;
  for (let at: TreeElement | undefined = element; at && level < LEVELS; at = at.parent, level++) {
    if (!tags.has(at.tag)) tags.set(at.tag, level);
    const mask = maskOf(at);
    if (mask !== 0) near.forEach((distance, place) => distance === FAR && (mask >> place) & 1 && (near[place] = level));
  }
  return { tags, near };
}

/** Class, id, role and the like of an element in lower case, with "camelCase" taken apart. Semantic tags count as names. */
function nameOf(element: TreeElement): string {
  const { attributes: named } = element;
  const own =
    `${named['class'] ?? ''} ${named['id'] ?? ''} ${named['role'] ?? ''} ${named['itemprop'] ?? ''} ${named['data-component'] ?? ''} ${named['data-testid'] ?? ''}`.slice(
      0,
      400,
    );
  const tag = /^(?:nav|aside|footer|header|form|article|main)$/u.test(element.tag) ? element.tag : '';
  return `${tag} ${own}`.trim() === '' ? '' : `${tag} ${own.replace(/([a-z])([A-Z])/gu, '$1-$2').toLowerCase()}`;
}
