import { plainText } from './plain-text.js';
import type { Tree } from './tree.js';

const ERROR_PAGE =
  /^(?:oops\W*|sorry\W*|uh[- ]oh\W*)?(?:error\W*|http\W*)?(?:40[0-9]|410|429|50[0-4])(?!\d|[,.]\d)|(?<!\p{L})(?:page|file|url|article|content|story) (?:you (?:requested|are looking for) )?(?:was |is |could |can )?(?:not found|not be found|no longer (?:available|exists)|unavailable|missing)|page does(?:n[’']t| not) exist|can(?:not|[’']t) be found|^(?:not found|forbidden|access denied|bad gateway|service unavailable|internal server error|error)\W*$|(?:40[034]|50[023])\s+(?:not found|forbidden|error|bad gateway|service)/iu;
const ROBOT_PAGE =
  /^just a moment|attention required!|are you (?:a )?(?:robot|human)\?|verify(?:ing)? (?:that )?you are (?:a )?human|^security check|complete the captcha|pardon our interruption|checking your browser|access to this page has been denied/iu;
const LOGIN_PAGE =
  /^(?:please )?(?:log ?in|sign ?in|log ?on|register|create (?:an|your) account)(?!\p{L})|(?:log ?in|sign ?in) (?:to|required)|(?:members|subscribers) only/iu;
const SUBSCRIBE_PAGE =
  /subscribe to (?:read|continue)|already a subscriber|this (?:article|content|story) is (?:only )?(?:for|available to) (?:subscribers|members)/iu;

/** Pages whose signs are trusted have less text than this beside them. None of 305 real pages is refused at this length. */
const LITTLE_TEXT = 420;
/** A password field stands in the corner of many a page: with even a short report it means nothing. */
const LEAST_TEXT = 250;

/** Why a page with so little text is taken for no article: it shows the signs of an error page, a login form, or a check for robots. Undefined: it shows none. */
export function signOfNoArticle(tree: Tree, textLength: number): string | undefined {
  if (textLength >= LITTLE_TEXT) return undefined;
  const said = tree.elements
    .filter((element) => element.tag === 'title' || element.tag === 'h1' || element.tag === 'h2')
    .slice(0, 6)
    .map((element) => plainText(element));
  const says = (pattern: RegExp): string | undefined => said.find((line) => pattern.test(line));
  if (says(ROBOT_PAGE) !== undefined)
    return 'No article here: the site asked for proof that a person is reading; save the page in a browser and give the file.';
  const error = says(ERROR_PAGE);
  if (error !== undefined) return `No article here: an error page (“${error.slice(0, 80)}”).`;
  if (says(SUBSCRIBE_PAGE) !== undefined) return 'No article here: the page asks for a subscription.';
  const password = tree.elements.some(
    (element) => element.tag === 'input' && element.attributes['type']?.toLowerCase() === 'password',
  );
  return says(LOGIN_PAGE) !== undefined || (password && textLength < LEAST_TEXT)
    ? 'No article here: a login form.'
    : undefined;
}

/** Why a page without any text holds no article, as one sentence for a person. */
export function reasonForNoText(tree: Tree): string {
  if (tree.elements.some((element) => element.tag === 'rss' || element.tag === 'feed' || element.tag === 'urlset'))
    return 'No article here: a feed or sitemap; add it with `stemma add`.';
  if (tree.elements.some((element) => element.tag === 'img') && tree.elements.length < 40)
    return 'No article here: the page only shows a picture.';
  return tree.cut.length > 0
    ? `No article here: the page has no running text before the limit where reading stopped (${tree.cut.join(', ')}).`
    : 'No article here: the page has no running text.';
}
