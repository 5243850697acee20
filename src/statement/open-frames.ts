import { tellsAttitude } from './attitude.js';
import { mentionsIn } from './cast.js';
import { findChain, type Link } from './find-chain.js';
import { isOutletSource, isOwn, type Outlet } from './outlets.js';
import { citedSource } from './cited-phrase.js';
import { hasOwnVoice, withoutFrames } from './framed-content.js';
import type { Triple } from './triple.js';
import { findSpans } from './find-triples.js';
import type { Reading } from './reading.js';
import { isHearer } from './speaker.js';
import type { Telling } from './telling.js';
import { hasVerb } from './subject-phrase.js';
import { toldContent } from './told-content.js';
import type { Stretch } from './words.js';

/** A triple freed of its frame. */
export interface Opened {
  readonly triple: Triple;
  readonly links: readonly Link[];
  /** Whom a frame around it names, where it names nobody itself. */
  readonly voice?: Stretch;
}

/** Triples around a frame that can stand in it. */
const NEIGHBOURS = 12;

/** Turns "Radio Sund reported [that Talvane told his cabinet …]" into what Talvane told, with Radio Sund as a link. */
export function openFrames(page: Telling, framed: readonly Triple[]): Opened[] {
  const triples = framed.map((triple) => withoutFrames(page, triple));
  const opened: Opened[] = [];
  const voices = new Map<Triple, { source: Stretch; links: readonly Link[] }>();
  for (const [at, triple] of triples.entries()) {
    const near = triples.slice(Math.max(0, at - NEIGHBOURS), at + NEIGHBOURS);
    const [source] = triple.source;
    const outlet =
      source === undefined ? undefined : (isOutletSource(page, headOf(page, source)) ?? goesOn(page, triple, opened));
    if (onlyNamesOutlet(page, triple) || onlyCites(page, triple, near)) continue;
    if (isHearer(page.reading, triple) && near.some((other) => saysTheSame(other, triple))) continue;
    if (outlet === undefined) {
      opened.push({ triple, links: [] });
      continue;
    }
    const link: Link = { name: outlet.name, rank: 2, at: outlet.from, figure: outlet.figure };
    const links = isOwn(page, link.name) ? [] : [link];
    const cited = citedSource(page, triple);
    if (cited !== undefined) {
      opened.push({ triple: { ...triple, source: [cited] }, links });
      for (const other of near)
        if (other.source.length === 0 && (covers(triple, other) || saysTheSame(triple, other)))
          voices.set(other, { source: cited, links });
      continue;
    }
    if (near.some((other) => speaks(page, other) && saysTheSame(other, triple))) continue;
    const within = innerTriple(page, { triple, triples: near });
    if (within !== undefined) opened.push({ triple: within, links });
    else opened.push({ triple, links: [] });
  }
  return opened
    .map((one) => {
      const voice = voices.get(one.triple);
      return voice === undefined ? one : { ...one, voice: voice.source, links: voice.links };
    })
    .sort((a, b) => a.triple.cue.from - b.triple.cue.from);
}

/** Statements before among which the outlet is looked for that "it" is. */
const TOLD_BEFORE = 4;

/** "…, the agency said. …, it added": the outlet that the statement before is handed on by. */
function goesOn(page: Telling, { source: [who], cue }: Triple, opened: readonly Opened[]): Outlet | undefined {
  const { forms, paragraph } = page.reading.words;
  if (who === undefined || who.to - who.from > 1 || forms[who.from] !== 'it') return undefined;
  const near = opened
    .slice(-TOLD_BEFORE)
    .filter(({ triple }) => (paragraph[cue.from] ?? 0) - (paragraph[triple.cue.from] ?? 0) <= 1);
  const link = near
    .flatMap(({ triple, links }) => [...links, ...findChain(page, triple)])
    .findLast(({ rank }) => rank === 2);
  return link === undefined ? undefined : { name: link.name, figure: link.figure, from: link.at, to: link.at + 1 };
}

/** "Mercator, which refers to three people": the outlet that "which" goes on about; any other source is its own head. */
function headOf(page: Telling, source: Stretch): Stretch {
  const { forms } = page.reading.words;
  if (forms[source.from] !== 'which' || source.to - source.from > 1 || forms[source.from - 1] !== ',') return source;
  const end = source.from - 1;
  const named = mentionsIn(page.cast, { from: Math.max(0, end - LONGEST_NAME), to: end }).findLast((m) => m.to === end);
  return named === undefined ? source : { from: named.from, to: named.to };
}

/** Words of a name before "which" at most. */
const LONGEST_NAME = 6;

/** "citing Merinform" is a link of a chain, not a statement. */
function onlyNamesOutlet(page: Telling, triple: Triple): boolean {
  const [content] = triple.content;
  if (content === undefined || triple.content.length > 1 || content.to - content.from > 8) return false;
  return !hasVerb(page.reading, content) && isOutletSource(page, content) !== undefined;
}

/** "citing two people who had seen it", beside what the same outlet reports: whom it cites, not what they said. */
function onlyCites(page: Telling, triple: Triple, near: readonly Triple[]): boolean {
  const [content] = triple.content;
  const [source] = triple.source;
  if (content?.from !== triple.cue.to || source === undefined) return false;
  if (!/^(?:citing|quoting|referencing)$/u.test(page.reading.words.forms[triple.cue.from] ?? '')) return false;
  return (
    isOutletSource(page, source) !== undefined &&
    near.some((other) => other !== triple && other.source[0]?.from === source.from)
  );
}

/** Whether somebody other than an outlet says something, rather than wants or does it. */
function speaks(page: Telling, triple: Triple): boolean {
  return hasOwnVoice(page, triple) && !tellsAttitude(page.reading, triple) && !isRelated(page.reading, triple);
}

/** "…a study which the government cited": the verb is one of a relative clause about the study. */
function isRelated({ words: { forms } }: Reading, { cue, content }: Triple): boolean {
  const last = content.at(-1);
  return last !== undefined && last.to <= cue.from && /^(?:which|that)$/u.test(forms[last.to - 1] ?? '');
}

/** Two triples whose contents share more than half of the shorter. */
function saysTheSame(a: Triple, b: Triple): boolean {
  if (a === b) return false;
  const size = (t: Triple) => t.content.reduce((sum, s) => sum + s.to - s.from, 0);
  let shared = 0;
  for (const x of a.content)
    for (const y of b.content) shared += Math.max(0, Math.min(x.to, y.to) - Math.max(x.from, y.from));
  return shared * 2 > Math.min(size(a), size(b)) && size(a) * 3 > size(b);
}

/** Whether a frame's content holds another triple's cue: the frame then only hands it on. */
function covers(frame: Triple, other: Triple): boolean {
  return frame !== other && frame.content.some((s) => s.from <= other.cue.from && other.cue.to <= s.to);
}

/** What the judge must give a candidate that a frame holds: inside frames it has learned to give little. */
const LEAST_INNER = 0.05;
const TELLING =
  /^(?:said|says|told|tells|telling|warned|announced|promised|called|stated|added|declared|informed|mentioned|claimed|denied|testified|described|thanked|praised|vowed|urged|found|spoke|argued|insisted|advised|assured|has|had)$/u;

/** The statement inside an outlet's content: a telling verb with a source and content of its own. */
function innerTriple(page: Telling, at: { triple: Triple; triples: readonly Triple[] }): Triple | undefined {
  const doubted = page.doubtful.find(
    (one) =>
      one.probability >= LEAST_INNER &&
      covers(at.triple, one) &&
      hasOwnVoice(page, one) &&
      saysTheSame(one, at.triple) &&
      (one.content[0]?.from ?? 0) >= one.cue.to &&
      !tellsAttitude(page.reading, one),
  );
  if (doubted !== undefined) return { ...doubted, probability: at.triple.probability };
  const { words } = page.reading;
  for (const stretch of at.triple.content) {
    for (let i = stretch.from + 1; i < stretch.to; i++) {
      if (!TELLING.test(words.forms[i] ?? '') || (page.reading.quotes.inside[i] ?? 0) > 0) continue;
      if (/^ha[sd]$/u.test(words.forms[i] ?? '') && !TELLING.test(words.forms[i + 1] ?? '')) continue;
      if (at.triples.some((other) => other.cue.from <= i && i < other.cue.to)) continue;
      const cue = { from: i, to: /^ha[sd]$/u.test(words.forms[i] ?? '') ? i + 2 : i + 1 };
      const spans = findSpans(page.reading, cue, page.search);
      const source = spans.source[0] ?? namedBefore(page, cue.from);
      const content = spans.content.length > 0 ? spans.content : toldContent(page.reading, cue, stretch.to);
      if (source === undefined || content.length === 0 || isOutletSource(page, source) !== undefined) continue;
      if (source.from < stretch.from || source.to > stretch.to) continue;
      return { cue, source: [source], content, probability: at.triple.probability };
    }
  }
  return undefined;
}

/** The name or pronoun that stands right before a cue. */
function namedBefore(page: Telling, cue: number): Stretch | undefined {
  const named = mentionsIn(page.cast, { from: Math.max(0, cue - LONGEST_NAME), to: cue }).findLast((m) => m.to === cue);
  if (named !== undefined) return { from: named.from, to: named.to };
  return /^(?:he|she|they)$/u.test(page.reading.words.forms[cue - 1] ?? '') ? { from: cue - 1, to: cue } : undefined;
}
