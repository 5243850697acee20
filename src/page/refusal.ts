import { plainText } from './page-claims.js';
import type { Tree } from './tree.js';

const ERROR_TITLE = /(?<!\p{L})(?:404|403|410|500|502|503|not found|page (?:not found|unavailable|does(?:n[’']t| not) exist|missing)|forbidden|access denied|error|unavailable|gone|moved|bad gateway|service unavailable)(?!\p{L})/iu;
const ROBOT_TITLE = /just a moment|attention required|are you (?:a )?(?:robot|human)|verify(?:ing)? (?:you are|that you)|security check|captcha|pardon our interruption|checking your browser|access to this page has been denied/i;
const LOGIN_TITLE = /(?<!\p{L})(?:log ?in|sign ?in|register|subscribe to (?:read|continue)|create (?:an|your) account)(?!\p{L})/iu;

/** Why a page holds no article, as one sentence for a person. */
export function refusal(tree: Tree): string {
  const title = tree.elements.find((element) => element.tag === 'title');
  const heading = tree.elements.find((element) => element.tag === 'h1');
  const said = [title, heading].flatMap((element) => (element ? [plainText(element)] : [])).join(' ');
  if (ROBOT_TITLE.test(said)) return 'No article here: the site asked for proof that a person is reading; save the page in a browser and give the file.';
  if (tree.elements.some((element) => element.tag === 'input' && element.attributes['type']?.toLowerCase() === 'password') || LOGIN_TITLE.test(said)) return 'No article here: a login form.';
  if (ERROR_TITLE.test(said)) return `No article here: an error page${said === '' ? '' : ` (“${said.slice(0, 80)}”)`}.`;
  if (tree.elements.length > 1 && tree.elements.some((element) => element.tag === 'rss' || element.tag === 'feed' || element.tag === 'urlset')) return 'No article here: a feed or sitemap; add it with `stemma add`.';
  const images = tree.elements.filter((element) => element.tag === 'img').length;
  if (images > 0 && tree.elements.length < 40) return 'No article here: the page only shows a picture.';
  return 'No article here: the page has no running text.';
}
