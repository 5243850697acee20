import { StemmaError } from '../error.js';
import { cutBlocks, type Block } from './block.js';
import { hiddenArticle } from './hidden-article.js';
import { headingClaims } from './heading-claims.js';
import { judgeBlocks } from './judge-blocks.js';
import { hintsOf, machineClaims } from './page-claims.js';
import { REPORTED, type Claim, type Part, type PartKind } from './page.js';
import { refusal } from './refusal.js';
import { growTree, type Tree } from './tree.js';
import { typeBlock } from './type-blocks.js';

/** The parts and claims of an HTML page, before its claims are weighed. */
export interface HtmlReading {
  readonly parts: readonly Part[];
  readonly claims: readonly Claim[];
  readonly text: string;
  readonly notes: readonly string[];
}

/** Blocks at least this likely to be reported are kept. */
const KEEP = 0.5;

/** Less reported text than this, and the article is looked for out of sight; the shortest news of the 305 real pages has 480 characters. */
const TEASER = 450;

/** Reads an HTML page: tree, blocks, which of them were reported, what kind each is, what the page claims. */
export function readHtml(html: string, url: string | undefined): HtmlReading {
  const tree = growTree(html);
  const claims = [...machineClaims(tree, url), ...headingClaims(tree)];
  const shown = readTree(tree, claims);
  const hidden = shown.text.length < TEASER ? hiddenArticle(tree) : undefined;
  const found = hidden === undefined ? undefined : readHidden(hidden, claims);
  const reading = found && found.text.length > shown.text.length ? found : shown;
  if (reading.text === '') throw new StemmaError('unreadable-page', refusal(tree));
  const notes = [...(tree.cut.length > 0 ? [`the page was cut at a limit (${tree.cut.join(', ')})`] : []), ...(reading === found ? ['the article was not shown on the page: it stood in a script'] : [])];
  return { ...reading, claims, notes };
}

interface BodyReading {
  readonly parts: readonly Part[];
  readonly text: string;
}

function readTree(tree: Tree, claims: readonly Claim[]): BodyReading {
  const blocks = cutBlocks(tree);
  const likely = judgeBlocks(blocks, tree, hintsOf(claims));
  const titles = claims.filter((claim) => claim.field === 'title').map((claim) => claim.value);
  const typed = blocks.map((block, at) => ({ block, kind: headlineKind(block, titles) ?? typeBlock(block, (likely[at] ?? 0) >= KEEP) }));
  return withText(assemble(typed, likely));
}

/** Nothing but the article stands in a script: all of it is kept that is no furniture by its own words. */
function readHidden(html: string, claims: readonly Claim[]): BodyReading {
  const blocks = cutBlocks(growTree(`<article>${html}</article>`));
  const titles = claims.filter((claim) => claim.field === 'title').map((claim) => claim.value);
  return withText(assemble(blocks.map((block) => ({ block, kind: headlineKind(block, titles) ?? typeBlock(block, true) })), new Float32Array(blocks.length).fill(1)));
}

function withText(parts: readonly Part[]): BodyReading {
  return { parts, text: parts.filter((part) => part.start !== undefined).map((part) => part.text).join('\n\n') };
}

function headlineKind(block: Block, titles: readonly string[]): PartKind | undefined {
  const plain = fold(block.text);
  if (!/^h[1-3]$/u.test(block.element.tag) && block.linked > 0) return undefined;
  return plain.length > 10 && titles.some((title) => fold(title) === plain) ? 'headline' : undefined;
}

/** Parts in reading order, with places in the text for what was reported; the page's other furniture only near the report. */
function assemble(typed: readonly { block: Block; kind: PartKind | undefined }[], likely: Float32Array): readonly Part[] {
  const isReported = (at: number): boolean => (likely[at] ?? 0) >= KEEP && REPORTED.has(typed[at]?.kind ?? 'furniture');
  const first = typed.findIndex((_, at) => isReported(at));
  const last = typed.findLastIndex((_, at) => isReported(at));
  const parts: Part[] = [];
  let end = 0;
  typed.forEach(({ block, kind }, at) => {
    if (kind === undefined) return;
    if (isReported(at)) {
      const previous = parts[parts.length - 1];
      if (kind === 'table' && previous?.kind === 'table' && typed[at - 1]?.block.row === block.row) {
        parts[parts.length - 1] = { ...previous, text: `${previous.text}\t${block.text}`, end: (end += block.text.length + 1) };
        return;
      }
      const start = end === 0 ? 0 : end + 2;
      end = start + block.text.length;
      parts.push({ kind, text: block.text, start, end });
    } else if (at >= first - 25 && at <= last + 12 && !REPORTED.has(kind) && kind !== 'furniture') parts.push({ kind, text: block.text.slice(0, 1000) });
  });
  return parts;
}

function fold(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}
