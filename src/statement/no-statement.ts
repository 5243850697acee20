import { weekdayOf } from './calendar.js';
import type { Triple } from './triple.js';
import type { Reading } from './reading.js';

/** What the models take for a statement and a reader doesn't: how the page has something, what it tells its readers to do. */
export function isNoStatement(reading: Reading, triple: Triple): boolean {
  return CASES.some((holds) => holds(reading, triple));
}

const CASES = [hidesName, handsOver, addressesReaders, isSupposed, isPublished];

/** "who asked not to be named": a mark of what else is said. */
function hidesName({ words: { forms } }: Reading, { content: [first] }: Triple): boolean {
  const words = first === undefined ? '' : forms.slice(first.from, first.to).join(' ');
  return /^(?:not )?(?:to )?be (?:named|identified|quoted)\b/u.test(words);
}

/** "a memo seen by Reuters": how the page has it. */
function handsOver({ words: { forms } }: Reading, { cue, content: [first] }: Triple): boolean {
  const relative = /^(?:which|that)$/u.test(forms[first?.from ?? 0] ?? '') && first?.to === (first?.from ?? 0) + 1;
  return forms[cue.to] === 'by' && HANDED.test(forms[cue.to - 1] ?? '') && (relative || cue.to - cue.from === 1);
}

const HANDED = /^(?:seen|obtained|reviewed|viewed|examined|carried|broadcast|aired)$/u;

/** "You can read the statement here": said to those who read it. */
function addressesReaders({ words: { forms }, quotes }: Reading, { source: [who], cue }: Triple): boolean {
  if (who === undefined || (quotes.inside[cue.from] ?? 0) > 0) return false;
  if (who.to - who.from > 1 || !/^(?:you|readers|viewers|listeners|subscribers)$/u.test(forms[who.from] ?? ''))
    return false;
  return /^(?:can|may|could|should|read|see|find|watch|listen|hear|follow|check|learn)$/u.test(forms[cue.from] ?? '');
}

/** "The finding, if confirmed, would": nobody has said so yet. */
function isSupposed({ words: { forms } }: Reading, { cue }: Triple): boolean {
  return forms[cue.from - 1] === 'if' && cue.to - cue.from === 1 && forms[cue.to] === ',';
}

/** "an audit published last year warned that": the day of the paper, which has a verb of its own. */
function isPublished({ words: { forms } }: Reading, { cue, content: [first] }: Triple): boolean {
  if (cue.to - cue.from > 1 || first?.from !== cue.to) return false;
  if (!/^(?:published|released|issued|posted|dated|filed)$/u.test(forms[cue.from] ?? '')) return false;
  const [one = '', two = ''] = [forms[cue.to], forms[cue.to + 1]];
  return weekdayOf(one === 'on' ? two : one) !== undefined || /^(?:last|this|earlier|today|yesterday)$/u.test(one);
}
