import { writeFileSync } from 'node:fs';
import { dataRows, half, seeded } from '../eval/data.js';
import { cutBlocks, type Block } from '../src/page/block.js';
import { contextFeatures, sideBySide } from '../src/page/block-context.js';
import { blockFeatures, type Matrix } from '../src/page/block-features.js';
import { askForest, writeForest, type Forest } from '../src/page/forest.js';
import { headingClaims } from '../src/page/heading-claims.js';
import { hintsOf, machineClaims } from '../src/page/page-claims.js';
import { growTree, type Tree } from '../src/page/tree.js';
import { growForest, type Examples } from './grow-forest.js';
import { hashText, labelBlocks, readLabels, type Label } from './page-labels.js';

/**
 * Trains the judgement of a page's blocks and writes it to src/page/block-forest.ts: `npm run train page`.
 * Training pages are the tuning half of pages-segments and all of pages-metadata (its pages carry no expected body; their
 * titles, authors and dates are not used here). The same pages and labels give the same forest.
 */

/** A training page: its blocks, their labels and features. */
export interface TrainingPage {
  readonly url: string;
  readonly tree: Tree;
  readonly blocks: readonly Block[];
  readonly labels: readonly Label[];
  readonly features: Matrix;
  /** 0 to 4: pages of one fold are judged by forests grown on the others. */
  readonly fold: number;
}

const FOLDS = 5;
/** Share of the easy furniture that is used; the rest is made up for by weight. */
const EASY_SHARE = 0.35;
const SEED = 7;

export function readTrainingPages(): readonly TrainingPage[] {
  const labels = readLabels();
  const rows = ['pages-segments.jsonl.gz', 'pages-metadata.jsonl.gz'].flatMap((name) =>
    dataRows<{ url: string; html: string }>(name).filter(
      (row) => name.startsWith('pages-metadata') || half(row.url) === 'tune',
    ),
  );
  return rows.flatMap(({ url, html }) => {
    const found = labels.get(hashText(url));
    return found ? [prepare(url, html, found)] : [];
  });
}

function prepare(url: string, html: string, labels: Readonly<Record<string, string>>): TrainingPage {
  const tree = growTree(html);
  const blocks = cutBlocks(tree);
  const hints = hintsOf([...machineClaims(tree, url), ...headingClaims(tree)]);
  return {
    url,
    tree,
    blocks,
    labels: labelBlocks(blocks, labels),
    features: blockFeatures(blocks, tree, hints),
    fold: Number.parseInt(hashText(url), 16) % FOLDS,
  };
}

/** First judgements of each page by forests that never saw it. */
export function judgeUnseen(
  pages: readonly TrainingPage[],
  featuresOf: (page: TrainingPage) => Matrix,
): ReadonlyMap<TrainingPage, Float32Array> {
  const judged = new Map<TrainingPage, Float32Array>();
  for (let fold = 0; fold < FOLDS; fold++) {
    const forest = growFrom(
      pages.filter((page) => page.fold !== fold),
      featuresOf,
    );
    for (const page of pages.filter((other) => other.fold === fold)) judged.set(page, judge(forest, featuresOf(page)));
  }
  return judged;
}

export function growFrom(pages: readonly TrainingPage[], featuresOf: (page: TrainingPage) => Matrix): Forest {
  // Chosen once and not searched: 120 trees at rate .1 gave the same F1 within .005 by cross-validation on the tuning half.
  return growForest(examplesOf(pages, featuresOf), {
    trees: 160,
    leaves: 12,
    rate: 0.08,
    leafWeight: 6,
    ridge: 3,
    columns: 0.3,
    random: seeded(SEED),
  });
}

export function judge(forest: Forest, { width, values }: Matrix): Float32Array {
  return Float32Array.from({ length: values.length / width }, (_, row) =>
    askForest(forest, values.subarray(row * width, (row + 1) * width)),
  );
}

export function withContext(page: TrainingPage, first: Float32Array): Matrix {
  return sideBySide(page.features, contextFeatures(page.blocks, page.tree, first));
}

function examplesOf(pages: readonly TrainingPage[], featuresOf: (page: TrainingPage) => Matrix): Examples {
  const random = seeded(SEED);
  const picked: { row: Float32Array; answer: number; weight: number }[] = [];
  let width = 0;
  for (const page of pages) {
    const matrix = featuresOf(page);
    width = matrix.width;
    const reported = page.labels.reduce((sum, label) => sum + (label.reported ? label.weight : 0), 0);
    // A page of 400 list items must not outvote ten pages of ten paragraphs.
    const scale = Math.sqrt(40 / (20 + reported));
    page.labels.forEach((label, at) => {
      if (label.easy && random() > EASY_SHARE) return;
      picked.push({
        row: matrix.values.subarray(at * width, (at + 1) * width),
        answer: label.reported,
        weight: scale * label.weight * (label.easy ? 1 / EASY_SHARE : 1),
      });
    });
  }
  const values = new Float32Array(picked.length * width);
  picked.forEach(({ row }, at) => values.set(row, at * width));
  return {
    width,
    values,
    answers: Float32Array.from(picked, ({ answer }) => answer),
    weights: Float32Array.from(picked, ({ weight }) => weight),
  };
}

/** Trains both stages on all pages. */
export function trainStages(pages: readonly TrainingPage[]): { first: Forest; second: Forest } {
  const unseen = judgeUnseen(pages, (page) => page.features);
  const contexts = new Map(
    pages.map((page) => [page, withContext(page, unseen.get(page) ?? new Float32Array(0))] as const),
  );
  return {
    first: growFrom(pages, (page) => page.features),
    second: growFrom(pages, (page) => contexts.get(page) ?? page.features),
  };
}

/** `npm run train page`: both forests to src/page/block-forest.ts. */
export function buildPage(): void {
  const pages = readTrainingPages();
  const { first, second } = trainStages(pages);
  const file = new URL('../src/page/block-forest.ts', import.meta.url);
  writeFileSync(
    file,
    `/** Grown by train/page-blocks.ts on ${pages.length} pages; the format is that of \`readForest\`. */\nexport const FIRST =\n  '${writeForest(first)}';\n\nexport const SECOND =\n  '${writeForest(second)}';\n`,
  );
  console.log(`${pages.length} pages, ${pages.reduce((sum, page) => sum + page.blocks.length, 0)} blocks`);
}
