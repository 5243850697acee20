import { mentionsIn } from './cast.js';
import type { Link } from './find-chain.js';
import { daysBetween, isAhead, timesIn } from './find-time.js';
import type { Triple } from './find-triples.js';
import type { Speaker } from './speaker.js';
import type { Telling } from './open-frames.js';
import type { Stretch } from './words.js';

/** A report's first paragraphs, and the day of what they report. */
export interface Lead extends Stretch {
  readonly day: string | undefined;
}

/** Paragraphs in which a report says on which day its event was. */
const LEAD_PARAGRAPHS = 6;
/** Words of public speech: who spoke so on the page's event spoke on its day. */
const IN_PUBLIC =
  /^(?:conference|briefing|reporters|journalists|broadcast|remarks|parliament|court|speech|announced|announcement|televised|tweeted|tweet|declared|note|wrote|interview|statement|television|radio|pavement|letter|notice|cameras|penned|authored)$/u;

/**
 * The day of the event that the page reports, for what its main figures say there, where the speaker is named in the lead or speaks in public, and the cue is in the simple past.
 */
export function leadDay(
  page: Telling,
  lead: Lead,
  one: { triple: Triple; speaker: Speaker; chain: readonly Link[] },
): string | undefined {
  const { words } = page.reading;
  const cue = words.forms.slice(one.triple.cue.from, one.triple.cue.to);
  if (
    cue.some((form) => /^(?:has|have|had|says|say|tells|is|are|been)$/u.test(form)) ||
    one.speaker.figure === undefined
  )
    return undefined;
  const { day } = lead;
  if (day === undefined) return undefined;
  const named = mentionsIn(page.cast, { from: 0, to: lead.to }).some((m) => m.figure === one.speaker.figure);
  const around = words.paragraphs[words.paragraph[one.triple.cue.from] ?? 0] ?? lead;
  const office = page.cast.figures[one.speaker.figure]?.office !== undefined;
  const inPublic = words.forms.slice(around.from, around.to).some((form) => IN_PUBLIC.test(form));
  return named || (inPublic && office) || one.chain.some((link) => link.rank === 0) ? day : undefined;
}

/** Paragraphs shorter than this (in words), or without an end stop, are a page's furniture: bylines, dates, lists of links. */
const SHORTEST_PARAGRAPH = 15;

export function leadOf(page: Telling): Lead {
  const { paragraphs, forms } = page.reading.words;
  const long = paragraphs
    .filter((p) => p.to - p.from >= SHORTEST_PARAGRAPH && /^(?:[.?!"”]|'')$/u.test(forms[p.to - 1] ?? ''))
    .slice(0, LEAD_PARAGRAPHS);
  const stretch = { from: long[0]?.from ?? 0, to: long.at(-1)?.to ?? 0 };
  return { ...stretch, day: eventDay(page, stretch) };
}

/** The latest day of the lead that is the page's day or the one before; else the page's day. */
function eventDay(page: Telling, lead: Stretch): string | undefined {
  const today = page.published?.slice(0, 10);
  const days = timesIn(page.reading, lead, page.published)
    .filter((mark) => !isAhead(page.reading.words.forms, mark))
    .map((mark) => mark.date)
    .sort();
  const latest = days.filter((date) => today === undefined || date <= today).at(-1);
  return latest !== undefined && (today === undefined || daysBetween(latest, today) <= 1) ? latest : today;
}
