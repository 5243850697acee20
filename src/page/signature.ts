import { parseByline } from './byline.js';
import { DATED_LEAD, GLUED_BY } from './byline-lead.js';
import { looksLikePerson } from './name-shape.js';

/** Lines that sign a report, and labels under which its signature stands. */

const LONGEST_BYLINE = 220;
const LONGEST_FOREIGN = 90;
const LONGEST_UNNAMED = 60;
/** A line that opens with "By" below a report is a sentence when it's longer. */
const LONGEST_CLOSING = 120;

const SIGNED =
  /^[\W_]*(?:(?:written|posted|published|report(?:ed|ing)|story|words|text|article|submitted|created|analysis|opinion|review|exclusive)\s+)?by[\s.:]\s*\S/iu;
const SIGNED_ELSEWHERE =
  /^(?:著者|作者|執筆|文|記者|记者|取材・文|投稿者|von|par|por|di|door|автор|текст)\s*[:：●•/]/iu;
/** "Von Ann Roe": words that also open sentences, so a name must follow. */
const SIGNED_ABROAD = /^[\W_]*(?:von|par|por|di|door|av|af)\s+(?=\p{L}+[\p{L}.'’-]*\s\p{L})/iu;
/** "Guest column by Ann Roe". Only what is written: "Directed by" and "Music by" name others. */
const SIGNED_AFTER =
  /^[\W_]*(?:an? )?(?:guest |special |live |posted )?(?:perspectives?|features?|profile|column|commentary|comment|essay|letter|post|on|editorial|interview|explainer|recap|updates|blog|dispatch)\sby[:\s]\s*/iu;
const LABEL =
  /^[\W_]*(?:(?:(?:written|posted|published|report(?:ed|ing)|story|words|text|article) by|by)\s*[:：]?|(?:authors?|words|writers?|reporters?|text|von|par|por|autor|auteur)\s*[:：])$/iu;
/** "Author: Ann Roe" where a block glues label and name. */
const LABELLED = /^[\W_]*(?:authors?|writers?|reporters?|words|autor|auteur)\s*[:：]\s*(?=\p{L})/iu;

/** Whom a line names that signs a report; nobody where it only speaks of persons. */
export function signersOf(text: string): readonly string[] {
  if (text.length > LONGEST_BYLINE) return [];
  const line = text.replace(/\n/gu, ' | ').replace(/^[^|•·]{1,30}[|•·]\s*(?=by\s)/iu, '');
  const { names } = parseByline(line);
  if (
    DATED_LEAD.test(line) ||
    SIGNED.test(line) ||
    GLUED_BY.test(line) ||
    SIGNED_ELSEWHERE.test(line) ||
    LABELLED.test(line)
  )
    return names.some(looksLikePerson) || names.some((name) => /\p{Lo}/u.test(name)) || line.length <= LONGEST_UNNAMED
      ? names
      : [];
  const abroad = line.length <= LONGEST_FOREIGN ? line.replace(SIGNED_ABROAD, '') : line;
  if (abroad !== line) return names.every(looksLikePerson) && startsWithName(abroad, names) ? names : [];
  const after = line.length <= LONGEST_FOREIGN ? line.replace(SIGNED_AFTER, '') : line;
  if (after === line) return [];
  const signers = parseByline(after).names;
  return signers.every(looksLikePerson) && startsWithName(after, signers) ? signers : [];
}

function startsWithName(line: string, names: readonly string[]): boolean {
  return names[0] !== undefined && line.startsWith(names[0]);
}

/** True for a label whose name stands in a block of its own below: "Written by". */
export function isAuthorLabel(text: string): boolean {
  return LABEL.test(text);
}

/** True where a line below a report may sign it: it opens with "by" or with a label. */
export function closesReport(text: string): boolean {
  return (
    (text.length <= LONGEST_CLOSING && (/^[\W_]*by[\s.:]/iu.test(text) || LABELLED.test(text))) ||
    (text.length <= LONGEST_BYLINE && /^[\W_]*(?:report(?:ed|ing)|written|story) by[\s.:]/iu.test(text))
  );
}
