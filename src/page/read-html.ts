import { StemmaError } from '../error.js';
import { findAskingBoxes } from './asking-boxes.js';
import { findBelowReport } from './below-report.js';
import { cutBlocks, type Block } from './block.js';
import { fold } from './fold.js';
import { headClaims } from './head-claims.js';
import { findHeadZone, type HeadZone } from './head-zone.js';
import { headlineText } from './headline-text.js';
import { hiddenArticle } from './hidden-article.js';
import { headingClaims } from './heading-claims.js';
import { judgeBlocks } from './judge-blocks.js';
import { lineKind } from './line-kind.js';
import { findMainArticle } from './main-article.js';
import { hintsOf, machineClaims } from './page-claims.js';
import { REPORTED, type Claim, type Part, type PartKind } from './page.js';
import { findPullQuotes } from './pull-quotes.js';
import { reasonForNoText, signOfNoArticle } from './refusal.js';
import { originClaims } from './origin-claims.js';
import { scriptClaims } from './script-claims.js';
import { splitLines } from './split-lines.js';
import { withoutEnds } from './title-pieces.js';
import { growTree, type Tree, type TreeElement } from './tree.js';
import { reportedKind, typeBlock } from './type-blocks.js';
import { windowOutlet } from './window-outlet.js';

/** The parts and claims of an HTML page, before its claims are weighed. */
export interface HtmlReading {
  readonly parts: readonly Part[];
  readonly claims: readonly Claim[];
  readonly text: string;
  readonly notes: readonly string[];
}

/** Blocks at least this likely to be reported are kept. */
const KEEP = 0.5;

/** Characters of a sentence. */
const SENTENCE = 60;
/** Below this even the likeliest sentence of a page is left. */
const UNLIKELY = 0.02;

/** Less reported text than this, and the article is looked for out of sight. A choice: two short paragraphs. */
const TEASER = 450;

/** Reads an HTML page: tree, blocks, which of them were reported, what kind each is, what the page claims. */
export function readHtml(html: string, url: string | undefined): HtmlReading {
  const tree = growTree(html);
  const told = [...machineClaims(tree, url), ...headingClaims(tree)];
  const claims = [...told, ...windowOutlet(told, url), ...originClaims(tree, told, url)];
  const shown = readTree(tree, claims);
  const hidden = shown.text.length < TEASER ? hiddenArticle(tree) : undefined;
  const found = hidden === undefined ? undefined : readHidden(hidden, claims);
  const reading = found && found.text.length > shown.text.length ? headed(found, shown) : shown;
  const refused =
    signOfNoArticle(tree, reading.text.length) ?? (reading.text === '' ? reasonForNoText(tree) : undefined);
  if (refused !== undefined) throw new StemmaError('unreadable-page', refused);
  const notes = [
    ...(tree.cut.length > 0 ? [`the page was cut at a limit (${tree.cut.join(', ')})`] : []),
    ...(reading !== shown ? ['the article was not shown on the page: it stood in a script'] : []),
    ...reading.notes,
  ];
  return { ...reading, claims: [...claims, ...shown.claims, ...scriptClaims(tree)], notes };
}

/** Levels within which a block may stand in a box. */
const BOX_LEVELS = 8;

interface Typed {
  readonly block: Block;
  readonly kind: PartKind | undefined;
}

interface BodyReading {
  readonly parts: readonly Part[];
  readonly text: string;
  readonly claims: readonly Claim[];
  readonly notes: readonly string[];
}

function readTree(tree: Tree, claims: readonly Claim[]): BodyReading {
  const machineTitles = claims.filter((claim) => claim.field === 'title').map((claim) => claim.value);
  const blocks = splitLines(cutBlocks(tree), machineTitles);
  const likely = raise(judgeBlocks(blocks, tree, hintsOf(claims)), blocks);
  const zone = findHeadZone(blocks, (at) => (likely[at] ?? 0) >= KEEP, claims);
  const main = findMainArticle(blocks, (at) => (likely[at] ?? 0) >= KEEP, zone.headline);
  const isBelow = findBelowReport(blocks, zone);
  const asking = findAskingBoxes(tree, [blocks[zone.headline], blocks[zone.first]]);
  blocks.forEach((block, at) => {
    // What a page sets in cells above its headline are menus and tickers.
    const isAbove = at < zone.headline && reportedKind(block) === 'table';
    if (main.isOther(at) || isBelow(at) || isAbove || isInside(block.element, asking)) likely[at] = 0;
  });
  const headline = blocks[zone.headline]?.text;
  const titles = new Set([...(headline === undefined ? [] : [headline]), ...machineTitles].map(fold));
  const typed = withoutPullQuotes(
    spareCaptions(
      blocks.map((block, at) => ({
        block,
        kind: headlineKind(block, titles) ?? typeBlock(block, (likely[at] ?? 0) >= KEEP),
      })),
      likely,
    ),
  );
  const heading = blocks[zone.headline];
  const title = heading && headlineText(heading, machineTitlesOf(claims));
  const notes = main.articles > 1 ? [`the page holds ${main.articles} articles; the main one was read`] : [];
  return {
    ...withText(assemble(typed, likely, zone)),
    notes,
    claims: [
      ...(title === undefined ? [] : [{ field: 'title', value: title, from: 'headline' }]),
      ...headClaims(tree, blocks, zone),
    ],
  };
}

/** What machines are told, whole and without a name before or after a bar or dash. */
function machineTitlesOf(claims: readonly Claim[]): readonly string[] {
  return claims
    .filter((claim) => claim.field === 'title' && claim.from !== 'h1')
    .flatMap(({ value }) => [value, ...withoutEnds(value)]);
}

function isInside(element: TreeElement, boxes: ReadonlySet<TreeElement>): boolean {
  if (boxes.size === 0) return false;
  for (let at: TreeElement | undefined = element, level = 0; at && level < BOX_LEVELS; at = at.parent, level++)
    if (boxes.has(at)) return true;
  return false;
}

function withoutPullQuotes(typed: readonly Typed[]): readonly Typed[] {
  const repeated = findPullQuotes(typed);
  return typed.map((item, at) => (repeated.has(at) ? { block: item.block, kind: 'furniture' } : item));
}

/** A page whose report is told in captions (a slide show) has its captions read as paragraphs. */
function spareCaptions(typed: readonly Typed[], likely: Float32Array): readonly Typed[] {
  const told = typed.map(({ kind }, at) => kind === 'caption' && (likely[at] ?? 0) >= KEEP);
  const length = (counts: (at: number) => boolean | undefined): number =>
    typed.reduce((sum, { block }, at) => sum + (counts(at) ? block.text.length : 0), 0);
  const inCaptions = length((at) => told[at]);
  const elsewhere = length((at) => (likely[at] ?? 0) >= KEEP && REPORTED.has(typed[at]?.kind ?? 'furniture'));
  return inCaptions <= elsewhere
    ? typed
    : typed.map((item, at) =>
        told[at] && lineKind(item.block.text) === undefined
          ? { block: item.block, kind: reportedKind(item.block) }
          : item,
      );
}

/** An article from a script under the headline that the page shows. */
function headed(hidden: BodyReading, shown: BodyReading): BodyReading {
  const headline = shown.parts.find((part) => part.kind === 'headline');
  return headline === undefined || hidden.parts.some((part) => part.kind === 'headline')
    ? hidden
    : { ...hidden, parts: [{ kind: 'headline', text: headline.text }, ...hidden.parts] };
}

/** Where nothing is likely enough, the likeliest is taken, if it's a sentence or more and not wholly unlikely. */
function raise(likely: Float32Array, blocks: readonly Block[]): Float32Array {
  if (likely.some((p, at) => p >= KEEP && (blocks[at]?.text.length ?? 0) >= SENTENCE)) return likely;
  const top = Math.max(0, ...likely.filter((_, at) => (blocks[at]?.text.length ?? 0) >= SENTENCE));
  return top < UNLIKELY ? likely : likely.map((p) => Math.min(1, p * (KEEP / (top * 0.8))));
}

/** Nothing but the article stands in a script: all of it is kept that is no furniture by its own words. */
function readHidden(html: string, claims: readonly Claim[]): BodyReading {
  const blocks = cutBlocks(growTree(`<article>${html}</article>`));
  const titles = new Set(claims.filter((claim) => claim.field === 'title').map((claim) => fold(claim.value)));
  const typed = blocks.map((block) => ({ block, kind: headlineKind(block, titles) ?? typeBlock(block, true) }));
  const zone = findHeadZone(blocks, () => true, claims);
  return { ...withText(assemble(typed, new Float32Array(blocks.length).fill(1), zone)), notes: [], claims: [] };
}

function withText(parts: readonly Part[]): { parts: readonly Part[]; text: string } {
  return {
    parts,
    text: parts
      .filter((part) => part.start !== undefined)
      .map((part) => part.text)
      .join('\n\n'),
  };
}

/** `titles` are folded. */
function headlineKind(block: Block, titles: ReadonlySet<string>): PartKind | undefined {
  if (!/^h[1-3]$/u.test(block.element.tag) && block.linked > 0) return undefined;
  const plain = fold(block.text);
  return plain.length > 10 && titles.has(plain) ? 'headline' : undefined;
}

/** Kinds that only stand near the headline; elsewhere they are another story's. */
const HEAD_KINDS: ReadonlySet<PartKind> = new Set(['byline', 'timestamp', 'deck', 'dateline', 'outlet']);

/** Parts in reading order, with places in the text for what was reported; the page's other furniture only near the report. */
function assemble(typed: readonly Typed[], likely: Float32Array, zone: HeadZone): readonly Part[] {
  const isReported = (at: number): boolean => (likely[at] ?? 0) >= KEEP && REPORTED.has(typed[at]?.kind ?? 'furniture');
  const parts: Part[] = [];
  let end = 0;
  typed.forEach(({ block, kind }, at) => {
    if (kind === undefined) return;
    if (isReported(at)) {
      const previous = parts[parts.length - 1];
      if (kind === 'table' && previous?.kind === 'table' && typed[at - 1]?.block.row === block.row) {
        parts[parts.length - 1] = {
          ...previous,
          text: `${previous.text}\t${block.text}`,
          end: (end += block.text.length + 1),
        };
        return;
      }
      const start = end === 0 ? 0 : end + 2;
      end = start + block.text.length;
      parts.push({ kind, text: block.text, start, end });
      return;
    }
    // Within a report times are those of a live blog's posts.
    const near = HEAD_KINDS.has(kind)
      ? (at >= zone.start && at < zone.end) ||
        (kind === 'byline' && at > zone.last && at <= zone.last + 3) ||
        (kind === 'timestamp' && !block.row && at > zone.first && at < zone.last)
      : at >= zone.start && at <= zone.last + 12;
    if (near && !REPORTED.has(kind) && kind !== 'furniture') parts.push({ kind, text: block.text.slice(0, 1000) });
  });
  return parts;
}
