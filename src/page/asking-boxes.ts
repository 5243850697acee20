import type { Block } from './block.js';
import { plainText } from './plain-text.js';
import type { Tree, TreeElement } from './tree.js';

/** Boxes that ask something of the reader: an address for a newsletter, a vote, a payment. */

/** Characters of such a box; more is a part of the page that happens to hold a form. */
const LONGEST = 600;
const LEVELS = 6;
/** Boxes and fields looked at: each costs its surroundings. */
const MOST = 60;
const MOST_FIELDS = 60;
/** Elements of a box among which one to click is looked for. */
const MOST_INSIDE = 100;
const ASKING =
  /(?:^|[\s_-])(?:paywall|pay-?wall|regwall|reg-?wall|poll|quiz|sign-?up(?:-?(?:form|box))?|newsletter-?(?:box|form|sign-?up|promo|widget))(?:$|[\s_-])/iu;
const NO_BOX = /^(?:html|body|main|article|p)$/u;

/** The outermost elements of all asking boxes of a page; none holds a block of `core`, the report's headline and first paragraph. */
export function findAskingBoxes(tree: Tree, core: readonly (Block | undefined)[]): ReadonlySet<TreeElement> {
  const boxes = new Set<TreeElement>();
  let fields = 0;
  const ofReport = new Set<TreeElement>();
  for (const block of core) for (let at = block?.element; at; at = at.parent) ofReport.add(at);
  const isBox = (element: TreeElement): boolean =>
    !NO_BOX.test(element.tag) && !ofReport.has(element) && plainText(element, LONGEST).length <= LONGEST;
  for (const element of tree.elements) {
    if (boxes.size >= MOST) break;
    const { attributes } = element;
    if (asksForAddress(element) && ++fields <= MOST_FIELDS) boxes.add(outermost(element, isBox));
    else if (
      ASKING.test(`${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`) &&
      isBox(element) &&
      leadsOn(element)
    )
      boxes.add(element);
  }
  return boxes;
}

function asksForAddress({ tag, attributes }: TreeElement): boolean {
  return tag === 'input' && (attributes['type'] === 'email' || /^e-?mail/iu.test(attributes['name'] ?? ''));
}

/** Something to click or to fill in: without it a box of that name is a part of the report that subscribers alone may read. */
function leadsOn(box: TreeElement): boolean {
  const queue = [box];
  for (let at = 0; at < queue.length && at < MOST_INSIDE; at++)
    for (const child of queue[at]?.children ?? []) {
      if (typeof child === 'string' || queue.length > MOST_INSIDE) continue;
      if (/^(?:a|button|input|form|iframe)$/u.test(child.tag)) return true;
      queue.push(child);
    }
  return false;
}

/** The largest short element around a field for an address. */
function outermost(field: TreeElement, isBox: (element: TreeElement) => boolean): TreeElement {
  let box = field;
  for (let at = field.parent, level = 0; at && level < LEVELS && isBox(at); at = at.parent, level++) box = at;
  return box;
}
