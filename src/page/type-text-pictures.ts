import { opensAsCaption } from './line-kind.js';
import { countWords, type TextLine } from './text-line.js';

/** Captions stand beside credits: before one (advertisements between), or opening as captions do. */
export function typeTextPictures(blocks: TextLine[]): void {
  blocks.forEach((block, at) => {
    const previous = blocks[at - 1];
    if (block.kind === undefined && NAMES_IN_CAPITALS.test(block.text) && previous?.kind === undefined && previous)
      if (isPictured(previous.text) || tellsNothing(previous.text)) block.kind = 'credit';
    if (block.kind !== 'credit') return;
    let before = at - 1;
    while (blocks[before]?.kind === 'advertisement') before--;
    const above = blocks[before];
    if (above?.kind === undefined && above && (isPictured(above.text) || tellsNothing(above.text)))
      above.kind = 'caption';
    const below = blocks[at + 1];
    if (below && below.kind === undefined && opensAsCaption(below.text)) below.kind = 'caption';
  });
}

/** A description of a picture: it opens as one, or places people in it, and reports nobody's words. */
function isPictured(text: string): boolean {
  if (text.length > 500) return false;
  if (opensAsCaption(text)) return true;
  const places =
    /\((?:l|r|c|left|right|center|centre|\d(?:st|nd|rd|th) (?:from )?\w+)\)|,? (?:left|right|second from (?:left|right)|pictured|seen here),/iu.test(
      text,
    );
  return places && !/[“”"]/u.test(text);
}

/** One short sentence without a verb of telling or in the past: what a caption is, in the present or without a verb. */
function tellsNothing(text: string): boolean {
  return countWords(text) <= CAPTION_WORDS && !TELLING.test(text) && !/[.!?]\s+\p{Lu}.*[.!?]$/u.test(text);
}

/** "JANE ROE, FJORD POST": who made a picture, for an agency that nobody knows. */
const NAMES_IN_CAPITALS = /^\p{Lu}[\p{Lu}.'’ -]{3,40}, \p{Lu}[\p{Lu}.'’& -]{1,40}$/u;
const CAPTION_WORDS = 25;
const TELLING =
  /[“”"]|\b(?:was|were|had|has|have|did|said|says|say|told|will|would|could|may|might|is|are|been|made|took|got|went|came|gave|found|\p{L}{2,}ed)\b/iu;
