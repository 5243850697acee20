import { mentionsIn } from './cast.js';
import type { Telling } from './telling.js';
import { isOutletSource, outletsIn } from './outlets.js';
import { isHearer } from './speaker.js';
import { withEnd, type Triple } from './triple.js';

/** A triple without the frame that the models took into its content or source. */
export function withoutFrames(page: Telling, triple: Triple): Triple {
  return withoutChannel(page, withoutFrame(page, withoutHearsay(page, triple)));
}

/** Cuts ", according to Suspilne" off the end of what another said. */
function withoutHearsay({ reading: { words, quotes } }: Telling, triple: Triple): Triple {
  const { forms } = words;
  const last = triple.content.at(-1);
  if (last === undefined || last.from < triple.cue.to) return triple;
  // "…, it added": the frame of the whole sentence.
  const [comma, who, verb] = forms.slice(last.to - 3, last.to);
  if (
    comma === ',' &&
    /^(?:it|he|she|they)$/u.test(who ?? '') &&
    /^(?:said|added|says|reported)$/u.test(verb ?? '') &&
    last.to - last.from > 5
  )
    return withEnd(triple, last.to - 3);
  for (let i = last.to - 3; i > last.from + 2 && i > last.to - FRAME_WORDS; i--) {
    if (forms[i] !== 'according' || forms[i + 1] !== 'to' || forms[i - 1] !== ',' || (quotes.inside[i] ?? 0) > 0)
      continue;
    return withEnd(triple, i - 1);
  }
  return triple;
}

/** Cuts ", the broadcaster MTR reported" off the end of what another said. */
function withoutFrame(page: Telling, triple: Triple): Triple {
  const last = triple.content.at(-1);
  if (last === undefined || !hasOwnVoice(page, triple)) return triple;
  const { forms } = page.reading.words;
  const outlet = outletsIn(page, { from: Math.max(last.from, last.to - FRAME_WORDS), to: last.to }).at(-1);
  if (
    outlet === undefined ||
    last.to - outlet.to > 2 ||
    !/^(?:reported|said|wrote|says|reports)$/u.test(forms[last.to - 1] ?? '')
  )
    return triple;
  // "…, a draft of its report shows, the Lakeside Post reported": the frame is a piece of its own.
  if (triple.content.length > 1 && outlet.from - last.from < 3)
    return { ...triple, content: triple.content.slice(0, -1) };
  for (let i = outlet.from - 1; i > last.from && i > outlet.from - FRAME_WORDS; i--) {
    if (!/^(?:[,"”]|'')$/u.test(forms[i] ?? '')) continue;
    return withEnd(triple, forms[i] === ',' ? i : i + 1);
  }
  return triple;
}

/** Words that a trailing frame takes at most. */
const FRAME_WORDS = 12;

/** "Through the Marenian Press Service the bank let it be known": the bank, where a source's words run over from the channel. */
function withoutChannel(page: Telling, triple: Triple): Triple {
  const [source] = triple.source;
  const { forms } = page.reading.words;
  if (source === undefined || !/^(?:through|via|on)$/u.test(forms[source.from - 1] ?? '')) return triple;
  const outlet = mentionsIn(page.cast, source).find((m) => page.cast.figures[m.figure]?.kind === 'outlet');
  if (outlet === undefined || outlet.from > source.from + 1 || outlet.to >= source.to) return triple;
  const to = forms[outlet.to] === ',' ? outlet.to + 1 : outlet.to;
  if (!/^(?:the|its|his|her|their|a|an)$/u.test(forms[to] ?? '') || to + 1 >= source.to) return triple;
  return { ...triple, source: [{ from: to, to: source.to }, ...triple.source.slice(1)] };
}

/** Whether a triple has a source that is neither an outlet nor who only heard it. */
export function hasOwnVoice(page: Telling, triple: Triple): boolean {
  const [source] = triple.source;
  return source !== undefined && !isHearer(page.reading, triple) && isOutletSource(page, source) === undefined;
}
