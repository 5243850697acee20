import { StemmaError } from '../error.js';
import { cutBlocks, type Block } from './block.js';
import { headingClaims } from './heading-claims.js';
import { judgeBlocks } from './judge-blocks.js';
import { hintsOf, machineClaims } from './page-claims.js';
import { REPORTED, type Claim, type Part, type PartKind } from './page.js';
import { growTree } from './tree.js';
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

/** Reads an HTML page: tree, blocks, which of them were reported, what kind each is, what the page claims. */
export function readHtml(html: string, url: string | undefined): HtmlReading {
  const tree = growTree(html);
  const blocks = cutBlocks(tree);
  const claims = [...machineClaims(tree, url), ...headingClaims(tree)];
  const likely = judgeBlocks(blocks, tree, hintsOf(claims));
  const titles = claims.filter((claim) => claim.field === 'title').map((claim) => claim.value);
  const typed = blocks.map((block, at) => ({ block, kind: headlineKind(block, titles) ?? typeBlock(block, (likely[at] ?? 0) >= KEEP) }));
  const parts = assemble(typed, likely);
  const text = parts.filter((part) => part.start !== undefined).map((part) => part.text).join('\n\n');
  if (text === '') throw new StemmaError('unreadable-page', 'No article found on this page: it has no running text.');
  return { parts, claims, text, notes: tree.cut.length > 0 ? [`the page was cut at a limit (${tree.cut.join(', ')})`] : [] };
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
