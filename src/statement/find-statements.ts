import type { Range } from '../collation/collation.js';
import type { Lexicon } from '../witness/lexicon.js';
import type { Witness } from '../witness/witness.js';
import { findCast } from './cast.js';
import { followChains, type Told } from './follow-chains.js';
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
  const { lexicon, model } = knowledge;
  const reading = toReading(witness.text, blocksOf(witness), model);
  if (reading.words.length === 0) return [];
  const cast = findCast(reading, { table: model.words, isCommon: (form) => lexicon.isListed(form) });
  const { triples, doubtful, search } = findTriples(reading, model);
  const { outlet } = witness.page;
  const today = pageDay(witness.page, reading);
  const times = findDatePhrases(reading, today);
  const told = followChains(
    { reading, cast, own: outlet?.toLowerCase().replace(/^the /u, ''), today, times, search, doubtful },
    joinParagraphs(reading, triples),
  );
  return told.map((one) => toStatement(reading, one));
}

/** The lines of the page's text that report something: paragraphs of the models. */
function blocksOf(witness: Witness): Block[] {
  const silent = witness.page.parts.filter((part) => SILENT.has(part.kind));
  return toBlocks(witness.text).filter(
    (block) =>
      !silent.some(
        ({ start, end }) => start !== undefined && end !== undefined && start <= block.start && block.end <= end,
      ),
  );
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
