import type { Collation, Passage, Range } from '../collation/collation.js';
import type { Report, ReportCollation } from '../report/report.js';
import { isTaken, leadingCollation, titleOfChanges } from '../report/leading-collation.js';
import { rowsOf, type Piece } from '../report/rows.js';
import { layOutStemma } from '../report/stemma-layout.js';
import { assurance } from '../report/verdict-words.js';
import type { KeptReport } from './report-store.js';
import type { PageTag, PairView, Reading, ReportView } from './view.js';

/** A report with what the desk needs to draw it, so that the browser lays out nothing that isn't a matter of pixels. */
export function viewReport({ id, made, report }: KeptReport): ReportView {
  const traced = tracedTag(report);
  const leading = leadingCollation(report);
  const sure = assurance(report);
  return {
    id,
    made,
    report,
    layout: layOutStemma(report.stemma),
    traced,
    ...(leading !== undefined && { pair: pairOf(report, leading, traced) }),
    ...(leading !== undefined && isTaken(leading) && { changesTitle: titleOfChanges(leading) }),
    ...(sure !== undefined && { assurance: sure }),
  };
}

/** The pages of a report by siglum, as far as their texts are in it: the traced one and those that it was laid beside. */
export function textsOf(report: Report): ReadonlyMap<string, { readonly tag: PageTag; readonly text: string }> {
  const traced = tracedTag(report);
  const others = report.collations.map((each) => ({ tag: tagOf(report, each), text: each.text }));
  return new Map(
    [...others, { tag: traced, text: report.page.source }].map((page) => [page.tag.siglum ?? page.tag.id, page]),
  );
}

/** The traced page beside another that the report has collated, by sigla; undefined for pairs that it hasn't. */
export function knownPair(report: Report, base: string, witness: string): PairView | undefined {
  const traced = tracedTag(report);
  if (witness !== traced.siglum) return undefined;
  const found = report.collations.find((each) => tagOf(report, each).siglum === base);
  return found && pairOf(report, found, traced);
}

/** A collation as rows. */
export function viewPair(
  sides: { readonly base: PageTag; readonly witness: PageTag },
  collation: Collation,
  texts: { readonly base: string; readonly witness: string },
): PairView {
  const { passages, ...rest } = collation;
  return {
    ...sides,
    collation: rest,
    rows:
      passages.length === 0
        ? rowsOf(collation, texts.base, texts.witness).slice(0, 2)
        : rowsOf(collation, texts.base, texts.witness),
    lengths: { base: texts.base.length, witness: texts.witness.length },
  };
}

/** How every page of the report has a stretch of the traced page's text, nearest kin first. */
export function readingsAt(report: Report, range: Range): Reading[] {
  const own: Reading = {
    page: tracedTag(report),
    relation: report.verdict.relation,
    pieces: [{ text: report.page.source.slice(...range), kind: 'same', touches: [] }],
    at: range,
  };
  return [own, ...report.collations.map((each) => readingIn(report, each, range))];
}

function readingIn(report: Report, each: ReportCollation, range: Range): Reading {
  const found = each.collation.passages.filter(
    (passage) => passage.witness[0] < range[1] && passage.witness[1] > range[0],
  );
  const cuts = found.map((passage) => cutBase(passage, each.text, range)).filter((cut) => cut.pieces.length > 0);
  const page = tagOf(report, each);
  const relation = each.collation.relation;
  if (cuts.length === 0) return { page, relation, pieces: [] };
  const at: Range = [Math.min(...cuts.map((cut) => cut.at[0])), Math.max(...cuts.map((cut) => cut.at[1]))];
  return { page, relation, pieces: cuts.flatMap((cut) => cut.pieces), at };
}

/** What the base has where the witness has `range`: equal stretches by distance from their beginning, variants whole. */
function cutBase(
  { base, witness, variants }: Passage,
  text: string,
  range: Range,
): { readonly pieces: Piece[]; readonly at: Range } {
  const pieces: Piece[] = [];
  const ends: number[] = [];
  const take = (from: number, to: number, mark: Pick<Piece, 'kind' | 'touches'>): void => {
    if (to <= from) return;
    pieces.push({ text: text.slice(from, to), ...mark });
    ends.push(from, to);
  };
  let [atBase, atWitness] = [base[0], witness[0]];
  for (const variant of [
    ...variants,
    {
      base: [base[1], base[1]] as Range,
      witness: [witness[1], witness[1]] as Range,
      kind: 'omission' as const,
      touches: [],
    },
  ]) {
    const [skip, keep] = [
      Math.max(0, range[0] - atWitness),
      Math.max(0, Math.min(range[1], variant.witness[0]) - atWitness),
    ];
    const whole = range[1] >= variant.witness[0] && range[0] <= atWitness;
    take(Math.min(atBase + skip, variant.base[0]), whole ? variant.base[0] : Math.min(atBase + keep, variant.base[0]), {
      kind: 'same',
      touches: [],
    });
    const inside =
      variant.witness[0] < range[1] &&
      (variant.witness[1] > range[0] || (variant.witness[0] === variant.witness[1] && variant.witness[0] >= range[0]));
    if (inside) take(variant.base[0], variant.base[1], variant);
    atBase = variant.base[1];
    atWitness = variant.witness[1];
  }
  return {
    pieces: pieces.map(({ text: piece, kind, touches }) => ({ text: piece, kind, touches })),
    at: [Math.min(...ends), Math.max(...ends)],
  };
}

function pairOf(report: Report, each: ReportCollation, traced: PageTag): PairView {
  return viewPair({ base: tagOf(report, each), witness: traced }, each.collation, {
    base: each.text,
    witness: report.page.source,
  });
}

function tagOf(report: Report, { with: other }: ReportCollation): PageTag {
  const siglum = report.stemma.witnesses[report.exhibits.findIndex((exhibit) => exhibit.id === other.id)]?.siglum;
  return { ...other, ...(siglum !== undefined && { siglum }) };
}

/** The traced page is the last of the family: the exhibits have the family's order, and so have the witnesses that were kept. */
function tracedTag({ id, page, stemma, exhibits }: Report): PageTag {
  const own = stemma.witnesses[exhibits.length - 1];
  const { url, outlet, title, published } = page;
  return {
    id: own?.id || id || page.id || own?.siglum || TRACED,
    siglum: own?.siglum ?? TRACED,
    ...(url !== undefined && { url }),
    ...(outlet !== undefined && { outlet }),
    ...(title !== undefined && { title }),
    ...(published !== undefined && { published }),
  };
}

/** What the traced page is called where no other page was found. */
const TRACED = '*';
