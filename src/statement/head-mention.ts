import { PAD } from './attributes.js';
import { mentionsIn, type Mention } from './cast.js';
import { isOutletWord } from './figure-kind.js';
import { OFFICE } from './name-office.js';
import { TITLE } from './name-words.js';
import type { Reading } from './reading.js';
import { PREPOSITION } from './salience.js';
import type { SpeakerContext } from './speaker.js';
import { TAGS } from './tag-features.js';
import type { Stretch } from './words.js';

/** The name that a source is about: not the one in "Clinton's aide" or in "a spokesman for Clinton". */
export function headMention(context: Pick<SpeakerContext, 'reading' | 'cast'>, source: Stretch): Mention | undefined {
  const { forms } = context.reading.words;
  const inside = mentionsIn(context.cast, source).filter((m) => m.to <= source.to);
  const heads = inside.filter((mention) => {
    const kind = context.cast.figures[mention.figure]?.kind;
    if (kind === 'place') return false;
    if (/^'s?$/u.test(forms[nameEnd(inside, mention)] ?? '') && nameEnd(inside, mention) < source.to) return false;
    let at = mention.from - 1;
    while (at >= source.from && mention.from - at < 8 && !PREPOSITION.has(forms[at] ?? '') && forms[at] !== ',') at--;
    const afterPreposition = at >= source.from && PREPOSITION.has(forms[at] ?? '') && at > source.from;
    if (afterPreposition && !isOfficeOf(context.reading, source, mention)) return false;
    if (kind === 'person' && isAide(context.reading, source, mention)) return false;
    return kind === 'person' || endsPhrase(context.reading, mention, { source, outlet: kind === 'outlet' });
  });
  return heads.find((m) => context.cast.figures[m.figure]?.kind === 'person') ?? heads[0];
}

/** "Director of services Aoife Nally": an office, its field, and its holder. */
function isOfficeOf({ words: { forms }, attributes: { shape } }: Reading, source: Stretch, mention: Mention): boolean {
  const office = TITLE.has(forms[source.from] ?? '') || OFFICE.test(forms[source.from] ?? '');
  return (
    office &&
    mention.to === source.to &&
    shape[mention.from - 1 + PAD] === 1 &&
    !PREPOSITION.has(forms[mention.from - 1] ?? '')
  );
}

/** "A Corvus spokesperson": not the one before the noun. */
function isAide({ words: { forms }, attributes: { shape } }: Reading, source: Stretch, mention: Mention): boolean {
  if (mention.to >= source.to || shape[mention.to + PAD] !== 1) return false;
  return /^(?:spokes(?:man|woman|person|people)|aides?|lawyers?|attorneys?|officials?|representatives?|rep|reps|supporters?|allies|ally|insiders?|sources?|campaign|team|staff)$/u.test(
    forms[mention.to] ?? '',
  );
}

/** Where a name ends that a headline in capitals has in pieces: "Jonah", "Creed". */
function nameEnd(mentions: readonly Mention[], mention: Mention): number {
  const next = mentions.find((other) => other.from === mention.to && other.figure === mention.figure);
  return next === undefined ? mention.to : nameEnd(mentions, next);
}

/** A body's name is the head only where no common noun follows it: "the State Department", not "State Department officials". */
function endsPhrase(reading: Reading, mention: Mention, o: { source: Stretch; outlet: boolean }): boolean {
  const { source, outlet } = o;
  if (mention.to >= source.to) return true;
  const rest = reading.words.forms.slice(mention.to, source.to);
  if (outlet && rest.every((form) => isOutletWord(form) || form === 'news')) return true;
  const tag = reading.attributes.tag[mention.to + PAD] ?? 0;
  return tag !== TAGS.indexOf('NOUN') + 1 && tag !== TAGS.indexOf('ADJ') + 1;
}
