import { withCitedSources } from './cited-source.js';
import { findChain, type Link } from './find-chain.js';
import { findTime } from './find-time.js';
import type { Triple } from './triple.js';
import { isTimeless, leadDay, leadOf } from './lead-day.js';
import { isNoStatement } from './no-statement.js';
import { nameSpeakers } from './name-speakers.js';
import { openFrames } from './open-frames.js';
import type { Telling } from './telling.js';
import { sceneDay, sceneLink } from './scene-day.js';
import type { Speaker } from './speaker.js';

/** A triple with who, through whom and when. */
export interface Told {
  readonly triple: Triple;
  readonly speaker: Speaker;
  /** Nearest to the speaker first. */
  readonly chain: readonly Link[];
  readonly time: string | undefined;
}

/**
 * Names speakers, follows chains and dates statements. What an outlet is the source of is looked at again: where it
 * hands on what another said, that other is the speaker and the outlet a link. Occasions ("in an interview with … on
 * Tuesday") hold for the same speaker's next statements.
 */
export function followChains(page: Telling, triples: readonly Triple[]): Told[] {
  const opened = openFrames(
    page,
    withCitedSources(page, triples).filter((triple) => !isNoStatement(page.reading, triple)),
  );
  const speakers = nameSpeakers(
    page.reading,
    page.cast,
    opened.map((o) => (o.voice === undefined ? o.triple : { ...o.triple, source: [o.voice] })),
  );
  const lead = leadOf(page);
  const sources = opened.flatMap((o) => o.triple.source).filter((source) => source.from < lead.to);
  const told: Told[] = [];
  opened.forEach(({ triple, links }, i) => {
    const speaker = speakers[i];
    if (speaker === undefined) return;
    const own = merge(findChain(page, triple), links).filter((link) => link.name !== speaker.name);
    const last = told.at(-1);
    const named = findTime(page.reading, triple, page.times);
    const sameDay = named?.date === undefined || named.date === last?.time;
    const goesOn = last !== undefined && sameDay && continues(page, last, { triple, speaker });
    const carried = carriedDay(page, told, { triple, speaker });
    const scene = own.length > 0 ? undefined : sceneLink(page, { triple, speaker });
    const chain =
      scene !== undefined
        ? [scene]
        : own.length > 0 || !goesOn
          ? own
          : isToldOn(page, told, { triple, speaker })
            ? last.chain
            : occasion(last.chain);
    const time =
      named === undefined
        ? (sceneDay(page, { triple, speaker }) ?? carried ?? leadDay(page, lead, { triple, speaker, sources }))
        : named.date;
    told.push({ triple, speaker, chain, time });
  });
  return told.filter((one, at) => !told.slice(Math.max(0, at - 2), at + 3).some((other) => repeats(one, other)));
}

/** Paragraphs over which what a speaker says goes on being said on the day of the statement before. */
const CARRIED_PARAGRAPHS = 2;

/** The day of the same speaker's last statement, not far before. */
function carriedDay(
  page: Telling,
  told: readonly Told[],
  next: { triple: Triple; speaker: Speaker },
): string | undefined {
  const { paragraph } = page.reading.words;
  const { figure } = next.speaker;
  if (figure === undefined || isTimeless(page.reading, next.triple)) return undefined;
  const last = told.findLast((one) => one.speaker.figure === figure);
  if (last === undefined || isTimeless(page.reading, last.triple)) return undefined;
  const apart = (paragraph[next.triple.cue.from] ?? 0) - (paragraph[last.triple.cue.from] ?? 0);
  return apart <= CARRIED_PARAGRAPHS ? last.time : undefined;
}

/** "said Miller, … mentioned": a second cue for pieces of what the same speaker says anyway. */
function repeats(one: Told, other: Told): boolean {
  if (one === other || one.speaker.name === undefined || one.speaker.name !== other.speaker.name) return false;
  const held = one.triple.content.every((s) => other.triple.content.some((o) => o.from === s.from && o.to === s.to));
  const fewer = other.triple.content.length - one.triple.content.length;
  return held && (fewer > 0 || one.triple.cue.from > other.triple.cue.from);
}

function merge(a: readonly Link[], b: readonly Link[]): Link[] {
  const all = [...a];
  for (const link of b) if (!all.some((other) => other.name === link.name)) all.push(link);
  return all.sort((x, y) => x.rank - y.rank || x.at - y.at);
}

/** "He added …", "the diplomats said …", and "He also accused …" of whom only one outlet tells: what goes on is handed on by the same. */
function isToldOn(
  page: Telling,
  told: readonly Told[],
  { triple, speaker }: { triple: Triple; speaker: Speaker },
): boolean {
  const { forms, paragraph } = page.reading.words;
  const [who] = triple.source;
  const last = told.at(-1);
  if (last === undefined || paragraph[last.triple.cue.from] !== paragraph[triple.cue.from]) return false;
  if (speaker.figure === undefined || ADDING.test(forms[triple.cue.to - 1] ?? '')) return true;
  if (who === undefined || who.to - who.from > 1 || !/^(?:he|she|they)$/u.test(forms[who.from] ?? '')) return false;
  const own = told.filter((one) => one.speaker.figure === speaker.figure);
  return own.length > 1 && own.every((one) => one.chain.at(-1)?.name === last.chain.at(-1)?.name);
}

const ADDING = /^(?:added|adds|adding|continued|continuing)$/u;

function occasion(chain: readonly Link[]): Link[] {
  return chain.filter((link) => link.rank === 0);
}

/** The same speaker, in the same paragraph or the next, right after. */
function continues(page: Telling, last: Told, next: { triple: Triple; speaker: Speaker }): boolean {
  const { paragraph } = page.reading.words;
  const apart = (paragraph[next.triple.cue.from] ?? 0) - (paragraph[last.triple.cue.from] ?? 0);
  if (apart > 1) return false;
  if (next.speaker.figure !== undefined) return next.speaker.figure === last.speaker.figure;
  // "the diplomats" who were brought in as "two European diplomats".
  return next.speaker === last.speaker && next.speaker.name !== undefined;
}
