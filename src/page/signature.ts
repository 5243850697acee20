import { parseByline } from './byline.js';
import { DATED_LEAD, GLUED_BY, LABEL_ALONE, LABELLED } from './byline-lead.js';
import { isGivenName } from './given-names.js';
import { looksLikePerson } from './name-shape.js';

/** Lines that sign a report, and labels under which its signature stands. */

const LONGEST_BYLINE = 220;
const LONGEST_FOREIGN = 90;
const LONGEST_UNNAMED = 60;
/** A line that opens with "By" below a report is a sentence when it's longer. */
const LONGEST_CLOSING = 120;

const SIGNED =
  /^[\W_]*(?:(?:this (?:article|story|post|report|piece) (?:was|is)\s+)?(?:written|posted|published|report(?:ed|ing)|story|words|text|article|submitted|created|contributed|analysis|opinion|review|exclusive)\s+)?by[\s.:]\s*\S/iu;
/** "Von Ann Roe": words that also open sentences, so a name must follow. */
const SIGNED_ABROAD = /^[\W_]*(?:von|par|por|di|door|av|af)\s+(?=\p{L}+[\p{L}.'’-]*\s\p{L})/iu;
/** "Guest column by Ann Roe". Only what is written: "Directed by" and "Music by" name others. */
const SIGNED_AFTER =
  /^[\W_]*(?:an? )?(?:guest |special |live |posted )?(?:perspectives?|features?|profile|column|commentary|comment|essay|letter|post|on|editorial|interview|explainer|recap|updates|blog|dispatch)\sby[:\s]\s*/iu;
/** "Words Ann Roe": a label without its colon, before a name. */
const UNMARKED = /^(?:[Ww]ords|WORDS|[Tt]ext|TEXT|[Ss]tory|STORY|[Ii]nterview|[Rr]eport)\s+(?=\p{Lu})/u;
/** A label after the paper's name or the day: "来源：港报 作者：陈". */
const LABELLED_LATER = /^.{2,60}?(?:作者|記者|记者|執筆者?|著者|撰文|撰稿)\s*[:：]\s*/u;
/** "김민수 기자": a trade that follows the name. */
const NAME_AND_TRADE =
  /^[（(【]?((?:\p{Script=Hangul}{2,4}|\p{Script=Han}{2,4}(?:\s\p{Script=Han}{1,3})?))\s?(?:기자|특파원|논설위원|記者|记者|編集委員)[）)】]?$/u;

/** Whom a line names that signs a report; nobody where it only speaks of persons. */
export function signersOf(text: string): readonly string[] {
  if (text.length > LONGEST_BYLINE) return [];
  const line = text
    .replace(/\n/gu, ' | ')
    .replace(/^[^|•·]{1,30}[|•·]\s*(?=by\s)/iu, '')
    .replace(LABELLED_LATER, '作者：');
  const traded = NAME_AND_TRADE.exec(line)?.[1];
  if (traded !== undefined) return [traded];
  const { names } = parseByline(line);
  if (DATED_LEAD.test(line) || SIGNED.test(line) || GLUED_BY.test(line) || LABELLED.test(line))
    return names.some(looksLikePerson) || names.some((name) => /\p{Lo}/u.test(name)) || line.length <= LONGEST_UNNAMED
      ? names
      : [];
  const abroad = line.length <= LONGEST_FOREIGN ? line.replace(SIGNED_ABROAD, '') : line;
  if (abroad !== line) return names.every(looksLikePerson) && startsWithName(abroad, names) ? names : [];
  const after = line.length <= LONGEST_FOREIGN ? line.replace(SIGNED_AFTER, '') : line;
  if (after === line) return unmarked(line);
  const signers = parseByline(after).names;
  return signers.every(looksLikePerson) && startsWithName(after, signers) ? signers : [];
}

function unmarked(line: string): readonly string[] {
  const bare = line.length <= LONGEST_FOREIGN ? line.replace(UNMARKED, '') : line;
  const { names } = bare === line ? { names: [] } : parseByline(bare);
  const [first = ''] = names;
  return names.every(looksLikePerson) && isGivenName(first.split(' ')[0] ?? '') && startsWithName(bare, names)
    ? names
    : [];
}

function startsWithName(line: string, names: readonly string[]): boolean {
  return names[0] !== undefined && line.startsWith(names[0]);
}

/** True for a label whose name stands in a block of its own below: "Written by". */
export function isAuthorLabel(text: string): boolean {
  return LABEL_ALONE.test(text);
}

/** True where a line below a report may sign it: it opens with "by" or with a label. */
export function closesReport(text: string): boolean {
  return (
    (text.length <= LONGEST_CLOSING && (/^[\W_]*by[\s.:]/iu.test(text) || LABELLED.test(text))) ||
    (text.length <= LONGEST_BYLINE && /^[\W_]*(?:report(?:ed|ing)|written|story) by[\s.:]/iu.test(text))
  );
}
