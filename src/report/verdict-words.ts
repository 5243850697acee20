import { leadingCollation } from './leading-collation.js';
import { percentOf } from './plain-words.js';
import type { Report } from './report.js';

/** The verdict's first sentence, to be set large, and the rest. No opening quotes a title. */
export function splitVerdict(sentence: string): readonly [opening: string, rest: string] {
  const opening = /^(?:[^.“]|\.(?!\s|$))*\./.exec(sentence)?.[0] ?? sentence;
  return [opening, sentence.slice(opening.length).trim()];
}

/** How sure the relation is, in `spun, 96 % sure`; undefined where nothing was found that the page could come from, since what isn't kept can't be ruled out. */
export function assurance(report: Report): string | undefined {
  const leading = leadingCollation(report);
  const { relation, probability } = report.verdict;
  return leading === undefined || leading.place === 'copy' || leading.place === 'version'
    ? undefined
    : `${relation}, ${percentOf(probability)} sure`;
}
