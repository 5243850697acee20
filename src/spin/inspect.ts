import type { Lexicon } from '../witness/lexicon.js';
import type { Witness } from '../witness/witness.js';
import { findSuspects } from './find-suspects.js';
import type { Inspection, SuspectSpan } from './inspection.js';
import { judgePage } from './judge-page.js';
import { isDeclaredTranslation, machineMarks } from './machine-marks.js';
import { nameSpans } from './reworded-names.js';
import { restorePhrase } from './restore-phrase.js';
import { restoreText, SHOWN } from './restore-text.js';
import { searchQueries } from './search-queries.js';
import type { SpinModel } from './spin-model.js';
import { casedLike, suspectSpans } from './suspect-spans.js';
import type { WordStream } from './word-stream.js';

/** What `inspect` needs to know. */
export interface InspectOptions {
  readonly lexicon: Lexicon;
  readonly model: SpinModel;
}

/**
 * Is this wording a person's, and what stood there before? Works without the original.
 *
 * Idea: a machine that swaps words for synonyms breaks collocations. Each word type is held against counts of edited
 * English: do its neighbours know it, and would they know something better that it may be a substitute of? A small
 * network turns that into a probability for each word; shares of suspect word types give the page's.
 * Sources: contextual checks of odd words after Hirst and Budanitsky (2005); tortured phrases after Cabanac, Labbé and
 * Magazinov (2021). Cost: linear in words; about 15 originals × 7 look-ups each.
 *
 * `spans` holds the words to show, the most probable first; on a page that is not spun few or none are left.
 */
export function inspect(witness: Witness, { lexicon, model }: InspectOptions): Inspection {
  const look = findSuspects(witness, { lexicon, model });
  const { stream, suspects } = look;
  const { spun: judgedSpun, words } = judgePage(look, model);
  const isDeclared = isDeclaredTranslation(witness.text);
  const spun = isDeclared ? Math.min(judgedSpun, DECLARED) : judgedSpun;
  const judged = suspects
    .map((suspect, i) => ({ suspect, probability: words[i] ?? 0 }))
    .sort((a, b) => b.probability - a.probability);
  const phrase = barePhrase(witness, stream, { lexicon, model });
  const names = phrase ? [] : nameSpans(witness, stream, spun, model);
  const all = phrase ?? withNames(names, suspectSpans(witness, stream, judged, model));
  const spans = phrase ?? all.filter((span) => span.probability >= SHOWN);
  const marks = machineMarks(witness, judged, spun, model);
  const grounds = [
    ...(isDeclared ? ['The page says itself that a machine translated it.'] : []),
    ...(names.length > 0 ? [`Names are put into other words: ${listNames(names)}.`] : []),
    ...marks.grounds,
  ];
  return {
    spun,
    ...marks,
    grounds,
    spans,
    restored: restoreText(witness.text, spans),
    queries: searchQueries(witness, all, model),
  };
}

/** Spans of names in place of those that they touch; the most probable first. */
function withNames(names: readonly SuspectSpan[], spans: readonly SuspectSpan[]): readonly SuspectSpan[] {
  const rest = spans.filter((span) => !names.some((name) => name.start < span.end && span.start < name.end));
  return [...names, ...rest].sort((a, b) => b.probability - a.probability);
}

function listNames(names: readonly SuspectSpan[]): string {
  const pairs = new Set(names.map(({ text, suggestions }) => `“${text}” for “${suggestions[0]?.text ?? ''}”`));
  return [...pairs].slice(0, MOST_NAMED).join(', ');
}

const MOST_NAMED = 6;

/**
 * A text of a few words is no page: whoever asks about a bare phrase wants to know what it was. The phrase is one span,
 * with the likeliest wordings of the whole; undefined for anything longer.
 */
function barePhrase(
  witness: Witness,
  stream: WordStream,
  knowledge: InspectOptions,
): readonly SuspectSpan[] | undefined {
  const words = outsideBrackets(witness, stream);
  const first = words[0];
  const last = words.at(-1);
  if (first === undefined || last === undefined || words.length > BARE_PHRASE) return undefined;
  const forms = words.map((token) => witness.forms[witness.form[token] ?? 0] ?? '');
  const found = restorePhrase({ forms, before: 0, after: 0 }, knowledge, MOST_WORDINGS + 1);
  const start = witness.start[first] ?? 0;
  const end = witness.end[last] ?? 0;
  const text = witness.text.slice(start, end);
  const own = forms.join(' ');
  const others = found.filter((wording) => wording.text !== own).slice(0, MOST_WORDINGS);
  const top = Math.max(...found.map((wording) => wording.score));
  const mass = found.reduce((sum, wording) => sum + Math.exp(wording.score - top), 0);
  const suggestions = others.map((wording) => ({
    text: casedLike(wording.text, text),
    score: Math.exp(wording.score - top) / mass,
  }));
  const kept = found.find((wording) => wording.text === own);
  return [{ start, end, text, probability: kept ? 1 - Math.exp(kept.score - top) / mass : 1, suggestions }];
}

/** Tokens that are words, without those in brackets: an abbreviation is no part of its phrase. */
function outsideBrackets(witness: Witness, stream: WordStream): readonly number[] {
  const words = new Set([...stream.token].filter((_, i) => stream.hash[i] !== 0));
  const kept: number[] = [];
  let depth = 0;
  for (let token = 0; token < witness.length; token++) {
    const form = witness.forms[witness.form[token] ?? 0] ?? '';
    if (form === '(') depth++;
    else if (form === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0 && words.has(token)) kept.push(token);
    if (kept.length > BARE_PHRASE) break;
  }
  return kept;
}

/** Longest text, in words, that is taken for a bare phrase. */
const BARE_PHRASE = 8;
const MOST_WORDINGS = 5;

/** A page that says it is a machine's translation is not held to be disguised, however odd its words: just under the middle, by choice. */
const DECLARED = 0.45;
