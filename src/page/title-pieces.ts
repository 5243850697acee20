import { fold } from './fold.js';
import { titlesAgree } from './titles-agree.js';

/** A title taken apart at the marks by which pages add their name, their section, or the day. */

const SEPARATOR = /\s+[|–—·•»«:~/-]{1,2}\s+|\s*[|｜]\s*|\s+::\s+/u;
const ENDS = /^[\s|｜–—·•»«:~/-]+|[\s|｜–—·•»«:~/-]+$/gu;
/** Sections that many outlets have. */
const SECTION =
  /^(?:(?:local|latest|breaking|top|world|national|international|regional|uk|us|u\.s\.|business|sports?|political|entertainment) )?(?:news|politics|opinions?|comment|commentary|editorials?|columns?|columnists|letters|analysis|perspective|sports?|football|soccer|business|economy|money|finance|markets|technology|tech|science|health|education|environment|culture|arts|books|film|music|tv|travel|food|lifestyle|life|style|entertainment|celebrity|world|uk|us|u\.s\.|europe|asia|africa|middle east|americas|local|nation|national|international|crime|courts|weather|features?|magazine|blogs?|videos?|photos|home|articles?|stories|story|press releases?)$/iu;
const DAY =
  /^(?:\d{1,2}(?:st|nd|rd|th)?[ ./-]\p{L}{3,9}|\p{L}{3,9}\.? \d{1,2},?|\d{1,2}[./-]\d{1,2})[ ./-]?\s?\d{2,4}$|^\d{4}-\d\d-\d\d$/u;
/** Words of a title that a section or a name stood beside. */
const TITLE_WORDS = 3;

/** True for a section that many outlets have: "Local News". */
export function isSectionName(text: string): boolean {
  return SECTION.test(text.trim());
}

/** A title less the outlet's name, sections, and the day, that pages add before or after it. */
export function withoutOutlet(title: string, outlet: string | undefined, sections: readonly string[] = []): string {
  let left = title;
  for (let turn = 0; turn < 4; turn++) {
    const before = left;
    left = withoutOne(left, outlet, sections);
    if (left === before) break;
  }
  return left;
}

function withoutOne(title: string, outlet: string | undefined, sections: readonly string[]): string {
  const pieces = piecesOf(title);
  const [first, last] = [pieces[0] ?? '', pieces[pieces.length - 1] ?? ''];
  const isName = (piece: string): boolean => outlet !== undefined && namesOutlet(piece, outlet);
  // "New York - a city of bridges" in the New York Times.
  const isPart = (piece: string): boolean => fold(piece) !== fold(outlet ?? '');
  const isBeside = (piece: string): boolean =>
    SECTION.test(piece) || DAY.test(piece) || sections.some((section) => fold(section) === fold(piece));
  const ofTitle = (rest: string): string => (rest.split(' ').length >= TITLE_WORDS ? rest : title);
  // "Politics - it is a dirty business" goes on in small letters; bars part what doesn't belong together.
  const ofTail = (tail: string): string => {
    const rest = tail.replace(ENDS, '');
    if (/^\p{Ll}/u.test(rest)) return title;
    return /^\s*[|｜»]/u.test(tail) && rest.includes(' ') ? rest : ofTitle(rest);
  };
  if (pieces.length >= 2) {
    const [tail, head] = [title.slice(title.indexOf(first) + first.length), title.slice(0, title.lastIndexOf(last))];
    if (isName(last)) return head.replace(ENDS, '');
    if (isName(first)) return isPart(first) && /^\P{L}*\p{Ll}/u.test(tail) ? title : tail.replace(ENDS, '');
    if (isBeside(last)) return ofTitle(head.replace(ENDS, ''));
    if (isBeside(first)) return ofTail(tail);
  }
  const colon = title.indexOf(': ');
  return colon > 0 && isName(title.slice(0, colon)) ? title.slice(colon + 2).trim() : title;
}

/** A title without its first pieces, and without its last ones, whatever they are: only good to compare with. */
export function withoutEnds(title: string): readonly string[] {
  const pieces = piecesOf(title);
  return pieces.slice(1).flatMap((_, at) => {
    const [head, tail] = [pieces[at] ?? '', pieces[at + 1] ?? ''];
    return [title.slice(0, title.indexOf(head) + head.length), title.slice(title.lastIndexOf(tail))].filter(
      (rest) => rest.split(' ').length >= TITLE_WORDS,
    );
  });
}

/** The first and the last piece of a title of several: where pages set their name. */
export function endsOf(title: string): readonly string[] {
  const pieces = piecesOf(title);
  return pieces.length < 2 ? [] : [pieces[0] ?? '', pieces[pieces.length - 1] ?? ''];
}

/** A name's letters alone, without "The": "ashfordcourier". */
export function lettersOf(text: string): string {
  return fold(text).replace(/^the /u, '').replace(/ /gu, '');
}

/** A title cut before each of its later pieces, and cut after its first. */
export function partsOf(title: string): { readonly heads: readonly string[]; readonly tail: string } {
  const [first = '', ...later] = piecesOf(title);
  return {
    heads: later.map((piece) => title.slice(0, title.lastIndexOf(piece)).replace(ENDS, '')),
    tail: title.slice(title.indexOf(first) + first.length).replace(ENDS, ''),
  };
}

function piecesOf(title: string): readonly string[] {
  return title.split(SEPARATOR).filter((piece) => piece.trim() !== '');
}

/** True for the outlet's name or for the name its host is spelled after: "Ashford Courier" at ashfordcourier.com. */
function namesOutlet(piece: string, outlet: string): boolean {
  const host = /^([\p{L}\d-]+)\.[a-z.]+$/iu.exec(outlet)?.[1];
  return titlesAgree(piece, outlet) || (host !== undefined && lettersOf(host) === lettersOf(piece));
}
