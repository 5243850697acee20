import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { type WordEntry } from '../src/statement/attributes.js';
import { CUE_CONTEXTS, CueLabel, cueChain } from '../src/statement/cue-features.js';
import { stateScores, transitionScores, viterbi, type Chain, type Crf } from '../src/statement/crf.js';
import { findCues, spanSearch, withSpans, type Cue } from '../src/statement/find-triples.js';
import { judgeChain } from '../src/statement/judge-features.js';
import { SPAN_CONTEXTS, sharedSpans, SpanLabel, spanChain, spanWindow } from '../src/statement/span-features.js';
import type { StatementModel } from '../src/statement/statement-model.js';
import { tagChain, TAGS } from '../src/statement/tag-features.js';
import { openKnowledge } from '../src/knowledge/knowledge.js';
import { foldOf, readArticles, readSpunArticles, setTags, type Article } from './statement-articles.js';
import { trainCrf, type LabelledChain } from './statement-crf.js';
import { packStatementModel } from './statement-model.js';

/**
 * Trains the statement model on PolNeAR's training articles and writes `data/statement-model.bin.gz`:
 * `npm run train -- statement`. Deterministic: fixed seeds, one thread.
 * Parts of speech are learned from wink-nlp's tags of the same articles, cues and spans from the annotators.
 */
const FOLDS = 3;
const TAG_BITS = 18;
const CUE_BITS = 21;
const SPAN_BITS = 21;
const SPAN_LABELS = Object.keys(SpanLabel).length;

const JUDGE_BITS = 18;
/** Every third article also as a spun copy. */
const SPUN_EVERY = 3;

export function buildStatement(): void {
  const words = readWordTable();
  const articles = [
    ...readArticles('train', words),
    ...readSpunArticles(words, { every: SPUN_EVERY, lexicon: openKnowledge().lexicon }),
  ];
  writeStatementModel(
    trainStatementModel(articles, words, console.log),
    new URL('../data/statement-model.bin.gz', import.meta.url),
  );
}

function writeStatementModel(model: StatementModel, file: URL): void {
  const crfs = [model.tags, model.cues, model.spans, model.judge];
  writeFileSync(
    file,
    gzipSync(packStatementModel({ words: model.words, crfs, smallest: [0.06, 0.03, 0.03, 0.02] }), { level: 9 }),
  );
}

/** Word classes with the lexicon's base forms. */
function readWordTable(): Map<string, WordEntry> {
  const { lexicon } = openKnowledge();
  const text = gunzipSync(readFileSync(new URL('statement-classes.tsv.gz', import.meta.url))).toString();
  return new Map(
    text.split('\n').map((line) => {
      const [word = '', coarse, middle, fine, gender] = line.split('\t');
      return [
        word,
        {
          lemma: lexicon.lemma(word),
          coarse: Number(coarse),
          middle: Number(middle),
          fine: Number(fine),
          gender: Number(gender ?? 0),
        },
      ];
    }),
  );
}

function trainStatementModel(
  articles: readonly Article[],
  words: ReadonlyMap<string, WordEntry>,
  log: (line: string) => void,
): StatementModel {
  const began = Date.now();
  const say = (line: string) => log(`${((Date.now() - began) / 1000).toFixed(0)} s ${line}`);
  const tags = trainTags(articles, say);
  for (const article of articles) setTags(article, tagged(article, tags));
  const chains = articles.map((article) => ({ article, lessons: cueLessons(article) }));
  const cues = trainCues(
    chains.flatMap((c) => c.lessons),
    6,
    say,
  );
  const priors = new Map<Article, Uint8Array>();
  const cuesOf = new Map<Article, readonly Cue[]>();
  for (let fold = 0; fold < FOLDS; fold++) {
    const others = trainCues(
      chains.filter((c) => foldOf(c.article.id, FOLDS) !== fold).flatMap((c) => c.lessons),
      4,
      () => undefined,
    );
    for (const { article } of chains) {
      if (foldOf(article.id, FOLDS) !== fold) continue;
      const seen = findCues(article.reading, { cues: others });
      priors.set(article, seen.prior);
      cuesOf.set(article, seen.cues);
    }
    say(`cues of fold ${fold} by the others`);
  }
  const spans = trainSpans(articles, priors, { epochs: 5, say });
  const judge = trainJudge(
    chains.map((c) => c.article),
    { priors, cuesOf, say },
  );
  return { words, tags, cues, spans, judge };
}

interface JudgeTraining {
  readonly priors: ReadonlyMap<Article, Uint8Array>;
  readonly cuesOf: ReadonlyMap<Article, readonly Cue[]>;
  readonly say: (line: string) => void;
}

/** Fits the judge on candidates whose cues and spans come from models that did not see their article. */
function trainJudge(articles: readonly Article[], t: JudgeTraining): Crf {
  const lessons: LabelledChain[] = [];
  for (const part of [0, 1]) {
    const isHere = (article: Article) => foldOf(article.id, 2 * FOLDS) % 2 === part;
    const spans = trainSpans(
      articles.filter((article) => !isHere(article)),
      t.priors,
      { epochs: 3, say: () => undefined },
    );
    for (const article of articles.filter(isHere)) lessons.push(...judgeLessons(article, { ...t, spans }));
    t.say(`spans of half ${part} by the other`);
  }
  const judge = trainCrf(lessons, {
    labels: 2,
    bits: JUDGE_BITS,
    contexts: 1,
    epochs: 8,
    rate: 0.03,
    decay: 1e-3,
    rarest: 4,
    log: t.say,
  });
  const expected = articles.reduce(
    (sum, article) => sum + article.attributions.filter((a) => a.content.length > 0).length,
    0,
  );
  for (const least of [0.3, 0.35, 0.4, 0.45, 0.5])
    t.say(`F1 of cues at ${least}: ${f1At(least, judge, { lessons, expected }).toFixed(4)}`);
  return judge;
}

/** On what the judge was fitted to: a little too good, but the best threshold is where it will be elsewhere. */
function f1At(least: number, judge: Crf, o: { lessons: readonly LabelledChain[]; expected: number }): number {
  let found = 0;
  let right = 0;
  for (const { chain, labels } of o.lessons) {
    const [no = 0, yes = 0] = stateScores(judge, chain);
    if (1 / (1 + Math.exp(no - yes)) < least) continue;
    found++;
    right += labels[0] ?? 0;
  }
  return (2 * right) / (found + o.expected);
}

function judgeLessons(article: Article, t: JudgeTraining & { spans: Crf }): LabelledChain[] {
  const { reading, attributions } = article;
  const prior = t.priors.get(article) ?? new Uint8Array(reading.words.length);
  const candidates = withSpans(reading, t.cuesOf.get(article) ?? [], spanSearch(reading, t, prior));
  return candidates.map((candidate, at) => {
    const right = attributions.some(
      (a) => a.content.length > 0 && a.cue.from < candidate.cue.to && candidate.cue.from < a.cue.to,
    );
    return { chain: judgeChain(reading, candidates, { at, bits: JUDGE_BITS }), labels: Uint8Array.of(right ? 1 : 0) };
  });
}

function trainTags(articles: readonly Article[], say: (line: string) => void): Crf {
  const lessons = articles
    .filter((_, i) => i % 3 === 0)
    .flatMap((article) =>
      article.reading.words.sentences.map(({ from, to }) => ({
        chain: tagChain(article.reading.words, article.reading.attributes, { bits: TAG_BITS, from, to }),
        labels: article.silver.slice(from, to).map((tag) => Math.max(0, tag - 1)),
      })),
    );
  say('tags');
  return trainCrf(lessons, {
    labels: TAGS.length,
    bits: TAG_BITS,
    contexts: 1,
    epochs: 2,
    rate: 0.05,
    decay: 1e-4,
    rarest: 2,
    log: say,
  });
}

function tagged(article: Article, crf: Crf): Uint8Array {
  const { words, attributes } = article.reading;
  const tags = new Uint8Array(words.length);
  for (const { from, to } of words.sentences) {
    const chain = tagChain(words, attributes, { bits: crf.bits, from, to });
    tags.set(
      viterbi(crf.labels, stateScores(crf, chain), transitionScores(crf, chain)).map((tag) => tag + 1),
      from,
    );
  }
  return tags;
}

/** A chain for each sentence: easy ones can then be skipped. */
function cueLessons(article: Article): LabelledChain[] {
  const { words } = article.reading;
  const labels = new Uint8Array(words.length);
  for (const { cue } of article.attributions) {
    labels.fill(CueLabel.inside, cue.from, cue.to);
    labels[cue.from] = CueLabel.begin;
  }
  const chain = cueChain(article.reading, CUE_BITS);
  return words.sentences.map(({ from, to }) => ({ chain: partOf(chain, from, to), labels: labels.subarray(from, to) }));
}

function partOf(chain: Chain, from: number, to: number): Chain {
  const first = chain.offsets[from] ?? 0;
  return {
    length: to - from,
    features: chain.features.subarray(first, chain.offsets[to]),
    offsets: chain.offsets.slice(from, to + 1).map((offset) => offset - first),
    contexts: chain.contexts.subarray(from * chain.contextsPerWord, to * chain.contextsPerWord),
    contextsPerWord: chain.contextsPerWord,
  };
}

function trainCues(lessons: readonly LabelledChain[], epochs: number, say: (line: string) => void): Crf {
  return trainCrf(lessons, {
    labels: 3,
    bits: CUE_BITS,
    contexts: CUE_CONTEXTS,
    epochs,
    rate: 0.02,
    decay: 1e-3,
    rarest: 3,
    log: say,
  });
}

function trainSpans(
  articles: readonly Article[],
  priors: ReadonlyMap<Article, Uint8Array>,
  o: { epochs: number; say: (line: string) => void },
): Crf {
  const lessons = articles.flatMap((article) =>
    spanLessons(article, priors.get(article) ?? new Uint8Array(article.reading.words.length)),
  );
  o.say(`spans of ${lessons.length} cues`);
  return trainCrf(lessons, {
    labels: SPAN_LABELS,
    bits: SPAN_BITS,
    contexts: SPAN_CONTEXTS,
    epochs: o.epochs,
    rate: 0.02,
    decay: 1e-3,
    rarest: 3,
    log: o.say,
  });
}

function spanLessons(article: Article, prior: Uint8Array): LabelledChain[] {
  const { reading } = article;
  const shared = sharedSpans(reading, SPAN_BITS);
  return article.attributions
    .filter((a) => a.content.length > 0)
    .map((a) => {
      const chain = spanChain(reading, a.cue, { bits: SPAN_BITS, shared, prior });
      const window = spanWindow(reading.words, a.cue);
      const labels = new Uint8Array(chain.length);
      const put = (s: { from: number; to: number }, first: number, rest: number) => {
        for (let i = Math.max(s.from, window.from); i < Math.min(s.to, window.to); i++)
          labels[i - window.from] = i === s.from ? first : rest;
      };
      for (const s of a.source) put(s, SpanLabel.source, SpanLabel.sourceInside);
      for (const s of a.content) put(s, SpanLabel.begin, SpanLabel.inside);
      put(a.cue, SpanLabel.cue, SpanLabel.cue);
      return { chain, labels };
    });
}
