import type { Block } from './block.js';
import { parseByline } from './byline.js';
import { isGivenName } from './given-names.js';
import type { HeadZone } from './head-zone.js';
import { looksLikePerson } from './name-shape.js';

/** Lines after the report's last paragraph, and reported ones before its end, in which a note on the author may stand. */
const BELOW = 8;
const WITHIN = 2;
const LONGEST_NOTE = 600;
const LONGEST_SIGNATURE = 80;

const TRADE =
  '(?:reporter|writer|correspondent|columnist|journalist|editor|contributor|critic|producer|blogger|author|novelist|freelancer?|intern|fellow|professor|historian|lecturer|researcher|analyst|commentator|podcaster|broadcaster|presenter)';
/** "Ann Roe is a reporter at the Courier." */
const IS_OF_TRADE = new RegExp(
  `^(?:is|was) (?:an?|the|our|one of)\\s(?:[^.!?]{0,80}\\s)?${TRADE}s?(?!\\p{L})|^(?:writes|reports|covers|has (?:written|reported|covered))(?!\\p{L})|^(?:contributed|is based in|can be (?:reached|contacted)|may be reached)(?!\\p{L})`,
  'iu',
);
/** "Contact Ann Roe at …", "Follow Ann Roe on …". */
const REACHED =
  /^[\W_]*(?:(?:you can )?(?:contact|reach|e-?mail|follow|write to)|(?:to )?contact|email)\s+(?:(?:staff )?(?:writer|reporter|the author|editor),?\s+)?(?=\p{L})/iu;
const CHANNEL = /@|\d{3}|twitter|facebook|instagram|e-?mail/iu;
const ABOUT = /^[\W_]*about (?:the|our) (?:authors?|writers?|reporters?|columnist)s?\W*$/iu;
const DASHED = /^[—–-]{1,2}\s*(?=\p{Lu})/u;

/** Authors whom the foot of a report names: a note on them, how to reach them, a signature after a dash. */
export function authorsNoted(blocks: readonly Block[], zone: HeadZone): readonly string[] {
  const start = Math.max(zone.first + 1, zone.last - WITHIN);
  const names = blocks.slice(start, zone.last + BELOW).flatMap((block, at, near) => {
    const { text } = block;
    if (ABOUT.test(text)) return personsIn(near[at + 1]?.text ?? '');
    if (text.length > LONGEST_NOTE) return [];
    const reached = text.replace(REACHED, '');
    if (reached !== text && CHANNEL.test(text))
      return personsIn(/^(?:\p{Lu}[\p{L}\p{M}.'’-]*\s?){2,4}/u.exec(reached)?.[0] ?? '');
    if (text.length <= LONGEST_SIGNATURE && DASHED.test(text)) return personsIn(text.replace(DASHED, ''));
    const isAfterGreeting = GREETING.test(blocks[start + at - 1]?.text ?? '');
    return start + at <= zone.last + 1 ? [...signature(block, isAfterGreeting), ...noted(text)] : noted(text);
  });
  return [...new Set(names)];
}

/** "【佐藤美咲】": Japanese papers sign in brackets. */
const BRACKETED =
  /^[（(【［]\s*(\p{Script=Han}{2,4}[\s・]?[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{1,4})\s*[）)】］]$/u;

/** "Until next week," */
const GREETING = /^\p{Lu}[^.!?,]{2,40},$/u;
const PLACE_NAME = /^(?:\p{Lu}[\p{L}.'’-]*\s?){1,3}$/u;

/** "Ann Roe", "(Ann Roe)" or "Ann Roe, Kestrin" alone on a line that ends a report: the given name is a common one, the line is set to the right or follows a greeting. */
function signature({ text, links, element }: Block, isAfterGreeting: boolean): readonly string[] {
  const bracketed = BRACKETED.exec(text)?.[1];
  if (bracketed !== undefined) return [bracketed];
  const [line = '', ...places] = text.replace(/^\(|\)$/gu, '').split(', ');
  const isKnown = isAfterGreeting || isSetRight(element) || isGivenName(line.split(' ')[0] ?? '');
  const isSignature = looksLikePerson(line) && isKnown && places.every((place) => PLACE_NAME.test(place));
  return links === 0 && isSignature ? [line] : [];
}

function isSetRight({ attributes }: Block['element']): boolean {
  return attributes['align'] === 'right' || /text-align:\s*(?:right|end)/iu.test(attributes['style'] ?? '');
}

function personsIn(line: string): readonly string[] {
  return line.length > LONGEST_SIGNATURE ? [] : parseByline(line).names.filter(looksLikePerson);
}

/** The person whom a note opens with. */
function noted(text: string): readonly string[] {
  const words = text.split(/\s+/u).slice(0, 10);
  const verb = words.findIndex(
    (word, at) => at >= 2 && /^\p{Ll}/u.test(word) && !/^(?:de|van|von|der|la|el|al|bin)$/u.test(word),
  );
  const person = words.slice(0, Math.max(verb, 0)).join(' ').replace(/,$/u, '');
  return verb > 0 && looksLikePerson(person) && IS_OF_TRADE.test(text.split(/\s+/u).slice(verb).join(' '))
    ? [person]
    : [];
}
