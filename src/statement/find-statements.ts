import type { Range } from '../collation/collation.js';
import type { Lexicon } from '../witness/lexicon.js';
import type { Part, PartKind } from '../page/page.js';
import type { Witness } from '../witness/witness.js';
import { findCast } from './cast.js';
import { followChains, type Told } from './follow-chains.js';
import { withHeadlines } from './headline-source.js';
import { joinParagraphs } from './join-paragraphs.js';
import { findDatePhrases } from './date-phrases.js';
import { findTriples } from './find-triples.js';
import { toReading, type Reading } from './reading.js';
import { pageDay } from './page-day.js';
import { marksOf } from './statement-marks.js';
import type { StatementModel } from './statement-model.js';
import type { Statement } from './statement.js';
import { toBlocks, type Block, type Stretch } from './words.js';

/** Kinds of parts in which nobody is reported to say anything. */
const SILENT = new Set(['byline', 'outlet', 'credit', 'contributor', 'tags', 'advertisement', 'share', 'related']);

/**
 * Who is reported to have said what on a page, in order of their cues. Pure; cost linear in the page's words, plus
 * cues × the paragraph around each.
 */
export function findStatements(
  witness: Witness,
  knowledge: { lexicon: Lexicon; model: StatementModel },
): readonly Statement[] {
  return readStatements(witness, knowledge).statements;
}

/** The statements of a page's text, and those of what stands beside it. */
export interface PageStatements {
  readonly statements: readonly Statement[];
  /** Headline, deck and captions that are no part of `Witness.text` (of an HTML page): ranges point into the part's own text. */
  readonly beside: readonly PartStatements[];
}

export interface PartStatements {
  readonly kind: PartKind;
  readonly text: string;
  readonly statements: readonly Statement[];
}

/** The statements of a page with its headline, deck and captions, read as one text so that names go both ways. */
export function readStatements(
  witness: Witness,
  knowledge: { lexicon: Lexicon; model: StatementModel },
): PageStatements {
  const { lexicon, model } = knowledge;
  const layout = layOut(witness);
  const reading = toReading(layout.text, layout.blocks, model);
  if (reading.words.length === 0) return { statements: [], beside: [] };
  const cast = findCast(reading, { table: model.words, isCommon: (form) => lexicon.isListed(form) });
  const { triples, doubtful, search } = findTriples(reading, model);
  const { outlet } = witness.page;
  const today = pageDay(witness.page, reading);
  const times = findDatePhrases(reading, today);
  const told = followChains(
    { reading, cast, own: outlet?.toLowerCase().replace(/^the /u, ''), today, times, search, doubtful },
    joinParagraphs(reading, withHeadlines(reading, cast, triples)),
  );
  const found = told.map((one) => toStatement(reading, one));
  return {
    statements: within(found, layout.body),
    beside: layout.beside
      .map(({ part, place }) => ({ kind: part.kind, text: part.text, statements: within(found, place) }))
      .filter(({ statements }) => statements.length > 0),
  };
}

/** Parts of an HTML page that can report what somebody said and stand outside of its text. */
const BESIDE = new Set<PartKind>(['headline', 'deck', 'caption']);

/** A page's text with what stands beside it: headline and deck before, captions after. */
interface Layout {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly body: Block;
  readonly beside: readonly { readonly part: Part; readonly place: Block }[];
}

function layOut(witness: Witness): Layout {
  const outside = witness.page.parts.filter((part) => BESIDE.has(part.kind) && part.start === undefined);
  const beside: { part: Part; place: Block }[] = [];
  let text = '';
  const put = (piece: string): Block => {
    const start = text.length;
    text += `${piece}\n`;
    return { start, end: start + piece.length };
  };
  for (const part of outside) if (part.kind !== 'caption') beside.push({ part, place: put(part.text) });
  const body = put(witness.text);
  for (const part of outside) if (part.kind === 'caption') beside.push({ part, place: put(part.text) });
  const silent = witness.page.parts.filter((part) => SILENT.has(part.kind));
  const blocks = toBlocks(text).filter(
    (block) =>
      !silent.some(
        ({ start, end }) =>
          start !== undefined &&
          end !== undefined &&
          start + body.start <= block.start &&
          block.end <= end + body.start,
      ),
  );
  return { text, blocks, body, beside };
}

/** The statements whose cue lies in a place, their ranges counted from its start. */
function within(statements: readonly Statement[], place: Block): Statement[] {
  const inside = ([start, end]: Range) => start >= place.start && end <= place.end;
  const moved = (ranges: readonly Range[]) =>
    ranges.filter(inside).map(([start, end]): Range => [start - place.start, end - place.start]);
  return statements
    .filter(({ cue, content }) => cue.every(inside) && content.some(inside))
    .map((one) => ({ ...one, content: moved(one.content), cue: moved(one.cue), speaker: moved(one.speaker) }));
}

function toStatement(reading: Reading, told: Told): Statement {
  const { triple, speaker, chain, time } = told;
  return {
    kind: kindOf(reading, triple.content),
    content: toRanges(reading, triple.content),
    cue: toRanges(reading, [triple.cue]),
    speaker: toRanges(reading, triple.source),
    ...(speaker.name === undefined ? {} : { name: speaker.name }),
    ...(speaker.office === undefined ? {} : { office: speaker.office }),
    via: chain.map((link) => link.name),
    ...(time === undefined ? {} : { time }),
    marks: marksOf(reading, triple),
    probability: Number(triple.probability.toFixed(3)),
  };
}

function toRanges(reading: Reading, stretches: readonly Stretch[]): Range[] {
  return stretches.map((s) => [reading.words.start[s.from] ?? 0, reading.words.end[s.to - 1] ?? 0]);
}

/** Direct: quoted sentences and nothing else; mixed: quoted words inside the reporter's own, or a quoted fragment; else indirect. */
function kindOf(reading: Reading, content: readonly Stretch[]): Statement['kind'] {
  const { words, quotes } = reading;
  let quoted = 0;
  let open = 0;
  for (const stretch of content) {
    for (let i = stretch.from; i < stretch.to; i++) {
      if (!/[\p{L}\p{N}]/u.test(words.forms[i] ?? '')) continue;
      if ((quotes.inside[i] ?? 0) > 0) quoted++;
      else open++;
    }
  }
  if (quoted === 0) return 'indirect';
  if (open > 0) return 'mixed';
  return content.some((s) => opensAsSentence(reading, s)) ? 'direct' : 'mixed';
}

function opensAsSentence(reading: Reading, s: Stretch): boolean {
  const { words } = reading;
  const text = words.text.slice(words.start[s.from], words.end[s.to - 1]);
  return /^[^\p{L}\p{N}]*[\p{Lu}\p{N}]/u.test(text);
}
