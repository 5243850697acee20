import { agencyNamed } from './agency.js';
import { authorsNamedBy } from './author-element.js';
import type { Block } from './block.js';
import { parseByline } from './byline.js';
import { DATED_LEAD } from './byline-patterns.js';
import { looksLikePerson } from './name-shape.js';
import { findForeign } from './foreign-element.js';
import type { HeadZone } from './head-zone.js';
import type { Claim } from './page.js';
import type { Tree, TreeElement } from './tree.js';

const MOST_CLAIMS = 60;
const LONGEST_BYLINE = 220;
/** A name alone on its line, with the date and the desk that may follow it. */
const LONGEST_NAME_LINE = 90;
/** Elements from the first paragraph within which a far claim is looked for. */
const FARTHEST = 2_000;
/** More authors than this far from the head are a list of other stories'. */
const MOST_FAR = 2;

const SIGNED =
  /^[\W_]*(?:(?:written|posted|published|reported|story|words|text|article|submitted|created)\s+)?by(?:[\s.:]\s*\S|\p{Lu})/iu;
const SIGNED_ELSEWHERE = /^(?:著者|作者|執筆|文|記者|取材・文|投稿者|von|par|por)\s*[:：●•]/iu;
/** A label whose name stands in a block of its own below. */
const LABEL =
  /^[\W_]*(?:(?:(?:written|posted|published|reported|story|words|text|article|reporting) by|by)\s*[:：]?|(?:authors?|words|writers?|reporters?|text|von|par|por|autor|auteur)\s*[:：])$/iu;
/** "Author: Ann Roe" where a block glues label and name. */
const LABELLED = /^[\W_]*(?:authors?|writers?|reporters?|words|autor|auteur)\s*[:：]\s*(?=\p{Lu})/iu;

const JOB_AFTER = /\b(?:writer|reporter|correspondent|editor|contributor|columnist|journalist|producer|critic)s?\b/iu;

type Add = (value: string, from: string) => void;

/** Who signs the report as its page shows it: the lines and elements about the headline, the line that closes it, and only where they say nothing the rest of the page. */
export function authorClaims(tree: Tree, blocks: readonly Block[], zone: HeadZone): readonly Claim[] {
  const claims: Claim[] = [];
  const add: Add = (value, from) => {
    const text = value.replace(/\s+/gu, ' ').trim();
    if (text !== '' && claims.length < MOST_CLAIMS && !claims.some((claim) => claim.value === text))
      claims.push({ field: 'author', value: text, from });
  };
  const { isForeign, isInParagraph } = findForeign(tree, blocks, [blocks[zone.headline], blocks[zone.first]]);
  const scene: Scene = { tree, blocks, isForeign };
  const below = zone.headline >= 0 && zone.headline <= zone.first ? zone.headline : zone.start;
  signedBetween(scene, below, zone.end, add);
  if (claims.length === 0) signedBetween(scene, zone.start, below, add);
  // Names that look like another story's still are the best guess where no others stand.
  if (claims.length === 0) signedBetween({ ...scene, isForeign: isInParagraph }, zone.start, zone.end, add);
  for (let at = zone.last; at < zone.last + 4; at++) {
    const text = blocks[at]?.text ?? '';
    if (text.length <= 120 && (/^[\W_]*by[\s.:]/iu.test(text) || LABELLED.test(text)))
      signedLine(text, add, 'closing line');
    labelledName(blocks, at, add, 'closing line');
  }
  if (claims.length === 0) for (const claim of farClaims(scene, zone)) add(claim.value, claim.from);
  nameLines(blocks, zone, add);
  return claims;
}

interface Scene {
  readonly tree: Tree;
  readonly blocks: readonly Block[];
  readonly isForeign: (element: TreeElement) => boolean;
}

/** Signatures in the blocks of a stretch and in the elements that hold them. */
function signedBetween({ tree, blocks, isForeign }: Scene, from: number, to: number, add: Add): void {
  for (let at = from; at < to; at++) {
    const block = blocks[at];
    if (block === undefined || isForeign(block.element)) continue;
    signedLine(block.text, add, 'byline');
    labelledName(blocks, at, add, 'byline');
  }
  const first = blocks[from]?.element.index ?? 0;
  const last = blocks[to]?.element.index ?? tree.elements.length;
  for (const element of tree.elements.slice(first, Math.min(last, first + 1_500)))
    if (!isForeign(element)) for (const { name, from: place } of authorsNamedBy(element)) add(name, place);
}

function signedLine(text: string, add: Add, from: string): void {
  if (text.length > LONGEST_BYLINE) return;
  const line = text.replace(/\n/gu, ' | ').replace(/^[^|•·]{1,30}[|•·]\s*(?=by\s)/iu, '');
  if (!DATED_LEAD.test(line) && !SIGNED.test(line) && !SIGNED_ELSEWHERE.test(line) && !LABELLED.test(line)) return;
  const { names } = parseByline(line);
  if (names.some(looksLikePerson) || names.some((name) => /\p{Lo}/u.test(name)) || line.length <= 60)
    for (const name of names) add(name, from);
}

/** "Written by" in one block, the name in the next. */
function labelledName(blocks: readonly Block[], at: number, add: Add, from: string): void {
  const [label, line] = [blocks[at]?.text ?? '', blocks[at + 1]?.text ?? ''];
  if (!LABEL.test(label) || line.length > LONGEST_NAME_LINE) return;
  for (const name of parseByline(line).names) if (looksLikePerson(name) || /^\S{3,30}$/u.test(line)) add(name, from);
}

/**
 * A person or an agency alone on a line between headline and report: bylines without "By". A person counts with a date or a
 * trade on the same line, or where another line of the page opens with the name (as a note on the author does).
 */
function nameLines(blocks: readonly Block[], zone: HeadZone, add: Add): void {
  if (zone.headline < 0) return;
  for (let at = zone.headline + 1; at < zone.first; at++) {
    const { text = '', links = 0 } = blocks[at] ?? {};
    if (text.length > LONGEST_NAME_LINE || links > 0) continue;
    if (agencyNamed(text.replace(/^[([]|[)\]]$/gu, '')) !== undefined) add(text, 'agency line');
    const { names } = parseByline(text);
    const [first = ''] = names;
    if (!names.every(looksLikePerson) || first === '' || !text.startsWith(first)) continue;
    const more = names.length === 1 ? text.slice(first.length) : '';
    const vouched =
      /\d{4}/u.test(more) ||
      JOB_AFTER.test(more) ||
      blocks.some((other, place) => place > at && other.text.startsWith(first));
    if (vouched) for (const name of names) add(name, 'name line');
  }
}

/** Where the head says nothing: the rest of the page, nearest to the report first; an author only where the page names few. */
function farClaims({ tree, blocks, isForeign }: Scene, zone: HeadZone): readonly Claim[] {
  const claims: Claim[] = [];
  const add: Add = (value, from) => {
    if (claims.length < MOST_CLAIMS) claims.push({ field: 'author', value: value.trim(), from: `${from}, far` });
  };
  const middle = blocks[zone.first]?.element.index ?? 0;
  const near = tree.elements
    .slice(Math.max(0, middle - FARTHEST), middle + FARTHEST)
    .sort((a, b) => Math.abs(a.index - middle) - Math.abs(b.index - middle));
  for (const element of near)
    if (!isForeign(element))
      for (const { name, from } of authorsNamedBy(element)) if (from !== 'author element') add(name, from);
  for (const block of [
    ...blocks.slice(zone.last, zone.last + 12),
    ...blocks.slice(Math.max(0, zone.start - 30), zone.start),
  ])
    if (!isForeign(block.element)) signedLine(block.text, add, 'byline');
  return new Set(claims.map((claim) => claim.value)).size <= MOST_FAR ? claims : [];
}
