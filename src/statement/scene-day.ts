import { mentionsIn } from './cast.js';
import type { Link } from './find-chain.js';
import { isAhead } from './date-phrases.js';
import { timesIn } from './find-time.js';
import type { Triple } from './triple.js';
import type { Telling } from './telling.js';
import type { Speaker } from './speaker.js';

/** Words of a sentence that sets the scene for what somebody says next. */
const SCENE =
  /^(?:spoke|speaking|appeared|appearing|addressed|addressing|met|meeting|rally|hearing|interview|interviewed|conference|briefing|reporters|journalists|cameras|speech|debate|testified|testimony|visited|visiting|toured|flew|inspected|travel(?:l)?ed|arrived|attended|press|podium|microphone|microphones|parliament|congress|called|phoned|broadcast|stage)$/u;

/** Where one writes oneself: "posted on Instagram". */
const PLATFORM =
  /^(?:x|facebook|twitter|telegram|instagram|youtube|tiktok|weibo|linkedin|bluesky|mastodon|threads|truth social|substack|snapchat)$/iu;

/** Sentences back in which a scene is looked for. */
const SCENE_SENTENCES = 8;

/**
 * "Roe spoke out on Instagram on Thursday. “Don't believe it,” he wrote": the platform that the paragraph's sentence before
 * has the same person on.
 */
export function sceneLink(page: Telling, one: { triple: Triple; speaker: Speaker }): Link | undefined {
  const { words } = page.reading;
  const { figure } = one.speaker;
  const sentence = words.sentences[(words.sentence[one.triple.cue.from] ?? 0) - 1];
  if (figure === undefined || sentence === undefined) return undefined;
  if (words.paragraph[sentence.from] !== words.paragraph[one.triple.cue.from]) return undefined;
  const named = mentionsIn(page.cast, sentence);
  if (named[0]?.figure !== figure) return undefined;
  const at = named.find(
    (m) => PLATFORM.test(page.cast.figures[m.figure]?.name ?? '') && words.forms[m.from - 1] === 'on',
  );
  const name = at === undefined ? undefined : page.cast.figures[at.figure]?.name;
  return at === undefined || name === undefined ? undefined : { name, rank: 0, at: at.from, figure: at.figure };
}

/** "Roe met reporters at the port on Tuesday. “Nobody was hurt,” she said": the day of the scene that the paragraph sets. */
export function sceneDay(page: Telling, one: { triple: Triple; speaker: Speaker }): string | undefined {
  const { words, quotes } = page.reading;
  const { figure } = one.speaker;
  const at = words.sentence[one.triple.cue.from] ?? 0;
  if (figure === undefined) return undefined;
  for (let s = at - 1; s >= Math.max(0, at - SCENE_SENTENCES); s--) {
    const sentence = words.sentences[s];
    if (sentence === undefined || words.paragraph[sentence.from] !== words.paragraph[one.triple.cue.from])
      return undefined;
    if (!mentionsIn(page.cast, sentence).some((mention) => mention.figure === figure)) continue;
    const set = words.forms.slice(sentence.from, sentence.to).some((form) => SCENE.test(form) || PLATFORM.test(form));
    if (!set) continue;
    const day = timesIn(page.times, sentence).find(
      (time) => (quotes.inside[time.from] ?? 0) === 0 && !isAhead(words.forms, time),
    );
    if (day !== undefined) return day.date;
  }
  return undefined;
}
