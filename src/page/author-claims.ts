import { authorsNamedBy } from './author-element.js';
import { authorsNoted } from './author-note.js';
import type { Block } from './block.js';
import { parseByline } from './byline.js';
import { looksLikePerson } from './name-shape.js';
import type { ForeignElements } from './foreign-element.js';
import type { HeadZone } from './head-zone.js';
import { piecesOfLine } from './line-pieces.js';
import { LONGEST_NAME_LINE, namesAlone } from './name-lines.js';
import type { Claim } from './page.js';
import { closesReport, isAuthorLabel, signersOf } from './signature.js';
import type { Tree, TreeElement } from './tree.js';

const MOST_CLAIMS = 60;
/** Elements from the first paragraph within which a far claim is looked for. */
const FARTHEST = 2_000;
/** More authors than this far from the head are a list of other stories'. */
const MOST_FAR = 2;

type Add = (value: string, from: string) => void;

/** Who signs the report as its page shows it: the lines and elements about the headline, the line that closes it, and only where they say nothing the rest of the page. */
export function authorClaims(
  tree: Tree,
  blocks: readonly Block[],
  zone: HeadZone,
  { isForeign, isInParagraph }: ForeignElements,
): readonly Claim[] {
  const claims: Claim[] = [];
  const add: Add = (value, from) => {
    const text = value.replace(/\s+/gu, ' ').trim();
    if (text !== '' && claims.length < MOST_CLAIMS && !claims.some((claim) => claim.value === text))
      claims.push({ field: 'author', value: text, from });
  };
  const scene: Scene = { tree, blocks, isForeign, title: blocks[zone.headline]?.text };
  const below = zone.headline >= 0 && zone.headline <= zone.first ? zone.headline : zone.start;
  signedBetween(scene, below, zone.end, add);
  if (claims.length === 0) signedBetween(scene, zone.start, below, add);
  // Between headline and the report's end a box that looks like another story's is the best guess where no other signs.
  if (claims.length === 0)
    signedBetween({ ...scene, isForeign: isInParagraph }, below, Math.min(zone.end, zone.last), add);
  for (let at = zone.last; at < zone.last + 4; at++) {
    const block = blocks[at];
    if (block === undefined || (at > zone.last && isForeign(block.element))) continue;
    const { text } = block;
    if (closesReport(text)) signedLine(text, add, 'closing line');
    labelledName(blocks, at, add, 'closing line');
  }
  if (claims.length === 0) for (const claim of farClaims(scene, zone)) add(claim.value, claim.from);
  for (const { name, from } of namesAlone(blocks, zone)) add(name, from);
  for (const name of authorsNoted(blocks, zone)) add(name, 'author note');
  return claims;
}

interface Scene {
  readonly tree: Tree;
  readonly blocks: readonly Block[];
  readonly isForeign: (element: TreeElement) => boolean;
  /** The headline: what stands after "by" in it signs nothing. */
  readonly title: string | undefined;
}

/** Signatures in the blocks of a stretch and in the elements that hold them. */
function signedBetween({ tree, blocks, isForeign, title }: Scene, from: number, to: number, add: Add): void {
  for (let at = from; at < to; at++) {
    const block = blocks[at];
    // A line of its own before the paragraph in whose element it stands signs as well.
    if (block === undefined || (isForeign(block.element) && !isLineOf(block, blocks[at + 1]))) continue;
    if (title?.includes(block.text) !== true) for (const name of signersIn(block)) add(name, 'byline');
    labelledName(blocks, at, add, 'byline');
  }
  const first = blocks[from]?.element.index ?? 0;
  const last = blocks[to]?.element.index ?? tree.elements.length;
  for (const element of tree.elements.slice(first, Math.min(last, first + 1_500)))
    if (!isForeign(element)) for (const { name, from: place } of authorsNamedBy(element)) add(name, place);
}

/** Signers of a line, else of what stands side by side in it; of "Ann Roeon 3 May" without what only styles part from the name. */
function signersIn(block: Block): readonly string[] {
  const signers = signersOf(block.text);
  const pieces = piecesOfLine(block);
  const parted = pieces.length > 1 ? pieces.flatMap(signersOf) : [];
  if (signers.length === 0) return parted;
  const isGlued = (name: string, part: string): boolean =>
    name.startsWith(part) && /^\p{Ll}/u.test(name.slice(part.length));
  return signers.map((name) => parted.find((part) => isGlued(name, part)) ?? name);
}

function isLineOf(block: Block, below: Block | undefined): boolean {
  return block.element.tag === 'p' && below?.element === block.element;
}

function signedLine(text: string, add: Add, from: string): void {
  for (const name of signersOf(text)) add(name, from);
}

/** "Written by" in one block, the name in the next. */
function labelledName(blocks: readonly Block[], at: number, add: Add, from: string): void {
  const [label, line] = [blocks[at]?.text ?? '', blocks[at + 1]?.text ?? ''];
  if (!isAuthorLabel(label) || line.length > LONGEST_NAME_LINE) return;
  for (const name of parseByline(line).names) if (looksLikePerson(name) || /^\S{3,30}$/u.test(line)) add(name, from);
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
