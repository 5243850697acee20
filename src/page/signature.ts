import { parseByline } from './byline.js';
import { DATED_LEAD, GLUED_BY, LABEL_ALONE, LABELLED } from './byline-lead.js';
import { isGivenName } from './given-names.js';
import { GROUP, looksLikePerson } from './name-shape.js';

/** Lines that sign a report, and labels under which its signature stands. */

const LONGEST_BYLINE = 220;
const LONGEST_FOREIGN = 90;
const LONGEST_UNNAMED = 60;
/** A line that opens with "By" below a report is a sentence when it's longer. */
const LONGEST_CLOSING = 120;

const SIGNED =
  /^[\W_]*(?:(?:this (?:article|story|post|report|piece) (?:was|is)\s+)?(?:written|posted|published|report(?:ed|ing)|story|words|text|article|submitted|created|contributed|analysis|opinion|review|exclusive)\s+)?by[\s.:]\s*\S/iu;
/** "Von Ann Roe": words that also open sentences, so a name must follow. */
const SIGNED_ABROAD =
  /^[\W_]*(?:von|par|por|di|door|av|af)\s+(?=\p{L}+[\p{L}.'’-]*\s\p{L}|AFP|EFE|ANSA|dpa|(?:la |de )?r[eé]da[ck])/iu;
/** "Guest column by Ann Roe", "Recipe by Ann Roe". */
const SIGNED_AFTER = /^[\W_]*(?:\p{L}+[ -]){1,3}by[:\s]\s*/iu;
/** Those who did something else than write. */
const OTHER_WORK =
  /\b(?:direct|edit|translat|illustrat|photograph|film|produc|narrat|host|present|sponsor|power|own|publish|design|play|review|fact|check|perform|found|mov|back|support|develop|provid|organi[sz]|inspir|approv|follow|stand|pass|near|close|drop|go)\w*(?: and \w+)? by\b|\b(?:photos?|pictures?|images?|music|video|art|artwork|graphics?|illustrations?|cover|lyrics|score|sculpture|painting)\s(?:\w+ )?by\b/iu;
/** "Words Ann Roe": a label without its colon, before a name. */
const UNMARKED = /^(?:[Ww]ords|WORDS|[Tt]ext|TEXT|[Ss]tory|STORY|[Ii]nterview|[Rr]eport)\s+(?=\p{Lu})/u;
/** A label after the paper's name or the day: "来源：港报 作者：陈". */
const LABELLED_LATER = /^.{2,60}?(?:作者|記者|记者|執筆者?|著者|撰文|撰稿)\s*[:：]\s*/u;
/** "김민수 기자": a trade that follows the name. */
const NAME_AND_TRADE =
  /^[（(【]?((?:\p{Script=Hangul}{2,4}|\p{Script=Han}{2,4}(?:\s\p{Script=Han}{1,3})?))\s?(?:기자|특파원|논설위원|記者|记者|編集委員)[）)】]?$/u;

const TRADE_AND_NAME =
  /^[（(【]?(?:本報|本报|本刊)?(?:記者|记者|特派員)[\s・:：]*(\p{Script=Han}{2,4}(?:\s\p{Script=Han}{1,2})?)[）)】]?$/u;

/** Whom a line, or each of a few lines of one block, names that signs a report; nobody where it only speaks of persons. */
export function signersOf(text: string): readonly string[] {
  if (text.length > LONGEST_BYLINE) return [];
  const signers = signersOfLine(text.replace(/\n/gu, ' | '));
  return signers.length === 0 && text.includes('\n') ? text.split('\n').flatMap(signersOfLine) : signers;
}

function signersOfLine(text: string): readonly string[] {
  const line = text.replace(/^[^|•·]{1,30}[|•·]\s*(?=by\s)/iu, '').replace(LABELLED_LATER, '作者：');
  const traded = (NAME_AND_TRADE.exec(line) ?? TRADE_AND_NAME.exec(line))?.[1];
  if (traded !== undefined) return [traded];
  if (DATED_LEAD.test(line) || SIGNED.test(line) || GLUED_BY.test(line) || LABELLED.test(line)) {
    const { names } = parseByline(line);
    return names.some(looksLikePerson) || names.some((name) => /\p{Lo}/u.test(name)) || line.length <= LONGEST_UNNAMED
      ? names
      : [];
  }
  if (line.length > LONGEST_FOREIGN) return [];
  const abroad = line.replace(SIGNED_ABROAD, '');
  if (abroad !== line) return signedAs(abroad, () => true);
  const after = OTHER_WORK.test(line) ? line : line.replace(SIGNED_AFTER, '');
  if (after !== line) return signedAs(after, isGivenName);
  const bare = line.replace(UNMARKED, '');
  return bare === line ? [] : signedAs(bare, isGivenName);
}

/** The persons, or the agency or newsroom, that a line opens with and of whose given names the first passes. */
function signedAs(line: string, isKnown: (given: string) => boolean): readonly string[] {
  const { names, agencies } = parseByline(line);
  const [first = ''] = names;
  if (!line.startsWith(first) || first === '') return [];
  if (agencies.length > 0 || GROUP.test(first)) return names.slice(0, 1);
  // "Ann Roe, g2": what is no person beside one is where she works.
  return looksLikePerson(first) && isKnown(first.split(' ')[0] ?? '') ? names.filter(looksLikePerson) : [];
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
