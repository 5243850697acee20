import { agencyNamed } from './agency.js';
import type { Block } from './block.js';
import { parseByline } from './byline.js';
import { JOB } from './byline-patterns.js';
import { parseDate } from './date.js';
import { isGivenName } from './given-names.js';
import type { HeadZone } from './head-zone.js';
import { lineKind } from './line-kind.js';
import { piecesOfLine } from './line-pieces.js';
import { looksLikePerson } from './name-shape.js';

/** A name alone on its line, with the date and the desk that may follow it. */
export const LONGEST_NAME_LINE = 90;

const TRADE = '\\b(?:writer|reporter|correspondent|editor|contributor|columnist|journalist|producer|critic)s?\\b';
const JOB_AFTER = new RegExp(TRADE, 'iu');
/** "ANN ROE, Associated Press" reads as a credit does, but for the comma. */
const OFFICE_AFTER = /^[^/|]{5,40}, /u;
const NOTE = new RegExp(`^(?:, | is | was | has | writes| covers| reports| works).{0,120}?${TRADE}`, 'iu');

/** A name that stands alone between headline and report. */
interface NameAlone {
  readonly name: string;
  readonly from: 'name line' | 'vouched name line' | 'agency line';
}

/**
 * Persons or an agency alone on a line between headline and report: bylines without "By". Vouched is a person with a date, a trade
 * or an agency on the same line, one with a common given name, or one of whom another line of the page tells (as a note on the
 * author does).
 */
export function namesAlone(blocks: readonly Block[], zone: HeadZone): readonly NameAlone[] {
  if (zone.headline < 0) return [];
  return blocks.slice(zone.headline + 1, zone.first).flatMap((block, at): readonly NameAlone[] => {
    if (block.text.length > LONGEST_NAME_LINE) return [];
    const parts = piecesOfLine(block).flatMap((piece) => piece.split(/\s*[|•·]\s*/u));
    const said = parts.filter((part) => !isDay(part));
    const text = said.join(' | ');
    if (said.length === 1 && agencyNamed(text.replace(/^[([]|[)\]]$/gu, '')) !== undefined)
      return block.links > 0 ? [] : [{ name: text, from: 'agency line' }];
    if (isPictured(block) || (lineKind(text) === 'credit' && !OFFICE_AFTER.test(text))) return [];
    const { names, agencies } = parseByline(text);
    const [first = ''] = names;
    if (!names.every(looksLikePerson) || first === '' || !text.startsWith(first)) return [];
    const more = names.length === 1 ? text.slice(first.length) : '';
    const isDated = /\d{4}/u.test(more) || said.length < parts.length;
    const isTraded = JOB_AFTER.test(more) || (more === '' && isPost(blocks[zone.headline + at + 2]?.text ?? ''));
    const isVouched = isDated || isTraded || agencies.length > 0 || isPortrayed(block, first);
    const isKnown = isGivenName(first.split(' ')[0] ?? '');
    const isToldOf = blocks.some((other) => other.text.startsWith(first) && NOTE.test(other.text.slice(first.length)));
    // Linked names are mostly those of topics.
    if (block.links > 0 && !isVouched && !(isKnown && leadsToPerson(block.element))) return [];
    if (!isVouched && !isKnown && !isToldOf) return [];
    // After a known name and a comma, what is no known name is where its bearer is: "Ann Roe, Port Kestrin".
    const signers = names.filter((name, at) => at === 0 || !isKnown || isGivenName(name.split(' ')[0] ?? ''));
    return signers.map((name) => ({ name, from: isVouched ? 'vouched name line' : 'name line' }));
  });
}

/** "Senior Reporter", "Chief Baker at Crumb & Co": what stands below a name. */
function isPost(line: string): boolean {
  return JOB.test(line) || /^\p{Lu}[\p{L} ,&-]{2,40} (?:at|@|of|bei|chez) (?:the )?\p{Lu}[^.!?]{1,40}$/u.test(line);
}

function isDay(part: string): boolean {
  return parseDate(part) !== undefined && parseByline(part).names.length === 0;
}

/** Levels above a name, and elements in each, among which a picture of its bearer is looked for. */
const PORTRAIT_LEVELS = 2;
const MOST_AROUND = 30;

/** A picture beside the name that says whom it shows: the portrait of a byline. */
function isPortrayed({ element }: Block, name: string): boolean {
  for (let at = element.parent, level = 0; at && level < PORTRAIT_LEVELS; at = at.parent, level++)
    if (holdsPortrait(at, name)) return true;
  return false;
}

function holdsPortrait(around: Block['element'], name: string): boolean {
  const queue = [around];
  for (let at = 0; at < queue.length && at < MOST_AROUND; at++)
    for (const child of queue[at]?.children ?? []) {
      if (typeof child === 'string' || queue.length > MOST_AROUND) continue;
      if (child.tag === 'img' && child.attributes['alt']?.includes(name) === true) return true;
      queue.push(child);
    }
  return false;
}

const MOST_CHILDREN = 20;
const PERSONAL =
  /^mailto:|(?:twitter|x|instagram|facebook|linkedin|bsky|threads)\.(?:com|app|net)\/|\/(?:u|user|profile)s?\//iu;

function leadsToPerson(element: Block['element'], level = 0): boolean {
  return element.children
    .slice(0, MOST_CHILDREN)
    .some(
      (child) =>
        typeof child !== 'string' &&
        ((child.tag === 'a' && PERSONAL.test(child.attributes['href'] ?? '')) ||
          (level < 3 && leadsToPerson(child, level + 1))),
    );
}

/** A name beside a picture is whom it shows or who made it. */
function isPictured({ element }: Block): boolean {
  for (let at: Block['element'] | undefined = element, level = 0; at && level < 4; at = at.parent, level++)
    if (
      /^fig(?:ure|caption)$/u.test(at.tag) ||
      /caption|credit|photo|image|gallery/iu.test(at.attributes['class'] ?? '')
    )
      return true;
  return false;
}
