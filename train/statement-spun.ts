import type { Lexicon } from '../src/witness/lexicon.js';
import { seeded } from '../eval/data.js';
import { applyEdits, type Swap } from '../src/testing/edits.js';
import { spin } from '../src/testing/spinner.js';
import type { Attribution, PolnearRow } from './polnear-row.js';

/** What spinners write for the words that report speech, as read on real pages (`substitutions-seen`) and in their kind. */
const REPORTED: Readonly<Record<string, readonly string[]>> = {
  said: ['mentioned', 'stated', 'talked about', 'stated', 'mentioned', 'claimed', 'acknowledged', 'mentioned'],
  says: ['states', 'mentions', 'claims'],
  say: ['state', 'mention', 'claim'],
  saying: ['stating', 'mentioning', 'claiming'],
  told: ['informed', 'advised', 'instructed', 'knowledgeable', 'suggested', 'informed'],
  tells: ['informs', 'advises'],
  telling: ['informing', 'advising'],
  'according to': ['based on', 'in line with', 'in response to', 'consistent with', 'based on'],
  wrote: ['penned', 'composed'],
  added: ['additional', 'introduced', 'further'],
  asked: ['requested', 'inquired'],
  called: ['referred to as', 'known as', 'referred'],
  reported: ['reported', 'documented'],
  announced: ['introduced', 'declared'],
  citing: ['quoting', 'referencing'],
};

/** Share of reporting words that the copy rewords. */
const REWORDED = 0.7;

/** A copy of an article as a spinner would leave it, with its attributions moved along. */
export function spunRow(row: PolnearRow, lexicon: Lexicon, o: { rate: number; seed: number }): PolnearRow {
  const random = seeded(o.seed);
  const edits = [...row.text.matchAll(REPORTING)].flatMap((match) => {
    const choices = REPORTED[match[0]] ?? [];
    const to = choices[Math.floor(random() * choices.length)];
    return to === undefined || random() > REWORDED
      ? []
      : [{ start: match.index, end: match.index + match[0].length, to }];
  });
  const reworded = applyEdits(row.text, edits);
  const spun = spin(reworded.text, {
    thesaurus: (phrase) => (phrase.length < 4 || lexicon.isFunctionWord(phrase) ? [] : lexicon.synonyms(phrase)),
    rate: o.rate,
    seed: o.seed,
  });
  const move = (pairs: Pairs) => moved(moved(pairs, reworded.swaps), spun.swaps);
  const moveAll = (a: Attribution): Attribution => ({
    source: move(a.source),
    cue: move(a.cue),
    content: move(a.content),
  });
  const annotations = row.annotations
    .slice(0, 1)
    .map((one) => ({ ...one, attributions: one.attributions.map(moveAll) }));
  return { ...row, id: `${row.id}~spun`, text: spun.text, annotations };
}

const REPORTING = new RegExp(`\\b(?:${Object.keys(REPORTED).join('|')})\\b`, 'gu');

type Pairs = readonly (readonly [start: number, end: number])[];

function moved(pairs: Pairs, swaps: readonly Swap[]): Pairs {
  return pairs.map(([start, end]) => [place(start, swaps, 'start'), place(end, swaps, 'end')] as const);
}

/** Where an offset of the base text went. */
function place(offset: number, swaps: readonly Swap[], side: 'start' | 'end'): number {
  let shift = 0;
  for (const { base, witness } of swaps) {
    if (base[0] >= offset) break;
    if (base[1] > offset) return side === 'start' ? witness[0] : witness[1];
    shift = witness[1] - base[1];
  }
  return offset + shift;
}
