import { mentionsIn } from './cast.js';
import { isAhead } from './date-phrases.js';
import { timesIn } from './find-time.js';
import type { Triple } from './triple.js';
import type { Telling } from './open-frames.js';
import type { Speaker } from './speaker.js';

/** Words of a sentence that sets the scene for what somebody says next. */
const SCENE =
  /^(?:spoke|speaking|appeared|appearing|addressed|addressing|met|meeting|rally|hearing|interview|interviewed|conference|briefing|reporters|journalists|cameras|speech|debate|testified|testimony|visited|visiting|toured|flew|inspected|travel(?:l)?ed|arrived|attended|press|podium|microphone|microphones|parliament|congress|called|phoned|broadcast|stage)$/u;

/** Sentences back in which a scene is looked for. */
const SCENE_SENTENCES = 8;

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
    if (!words.forms.slice(sentence.from, sentence.to).some((form) => SCENE.test(form))) continue;
    const day = timesIn(page.times, sentence).find(
      (time) => (quotes.inside[time.from] ?? 0) === 0 && !isAhead(words.forms, time),
    );
    if (day !== undefined) return day.date;
  }
  return undefined;
}
