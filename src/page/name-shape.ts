import { isGivenName } from './given-names.js';

/** What the shape of a line betrays: a person, an outlet, a desk, or no name at all. */

/** Words of desks and organisations. */
export const GROUP =
  /\b(?:staff|desk|team|editors?|newsroom|news|agenc(?:y|ies)|press|service|times|post|herald|tribune|journal|gazette|magazine|media|network|today|daily|online|reporters?|correspondents?|bureau|submissions|university|association|wire|studios?|radio|tv|television|report|office|department|institute|inc|llc|ltd|nation|group|company|admin(?:istrator)?|reda[ck]tion|r[eé]daction|redacci[oó]n|redazione|redactie|redakcja|reda[çc][ãa]o|redaksjonen|\.com|\.org|\.net)\b|редакция/iu;
/** Words that outlets carry in their names. */
export const OUTLET =
  /(?:\b(?:news|times|post|herald|tribune|journal|gazette|magazine|network|today|daily|press|observer|chronicle|courant|republic|republican|democrat|advocate|advertiser|ledger|argus|statesman|enquirer|intelligencer|echo|evening|independent|guardian|mirror|telegraph|star|sun|globe|world|weekly|standard|examiner|dispatch|record|register|review|report|wire|bulletin|inquirer|sentinel|courier|mail|express|nation|monitor|radio|tv|television|broadcasting|media|channel|online|central|insider|bbc|cnn|abc|nbc|cbs|npr|pbs|sky)\b|\.(?:com|net|org|co\.uk|news)\b)/iu;
/** Lines that stand where names do. */
export const NOT_A_NAME =
  /www\.|[<>{}[\]=_]|\d{3,}(?!\d|$)|\s\S*\d{3,}$|^[^\p{L}]+$|^\d{1,2}[:.]\d{2}|^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}$|^(?:read|see|meet|view|show|follow|e-?mail|reach)\s|^(?:photo(?:s|graphs?|graphy)?|pictures?|images?|illustrations?|graphics?|videos?)(?: \p{L}+)? (?:by|courtesy|from|via)\s|^(?:编辑|編輯|責任編輯|责任编辑)|[報报]导$|[報报]導$|[報报]道$|^(?:related|breaking|top|latest|more|trending|popular)\s(?:topics|news|stories|articles|posts)$|\b(?:licen[cs]e|creative commons|rights reserved)\b|[.!?]\s+\p{Lu}.*[.!?]$|^(?:by|and|the|a|an|more|about|author|authors|undefined|null|none|anonymous|(?:web|site)?-?(?:admin(?:istrator)?|master)|(?:no|unknown)(?: authors?)?|various|guest|member list|members?|editorial|written|posted|published|twitter|facebook|instagram|linkedin|youtube|website|bio|body|share|comments?|read|min read|advertisement|photo|image|subscribe|email|(?:sign|log) ?(?:in|out|up)|register|(?:my|your|edit|view) (?:account|profile)|(?:all|our|guest) (?:authors?|team|writers?)|(?:contact|follow|about) us|(?:read|see|view|show) (?:more|all|full|bio|profile)|label|close|open|menu|home|search|newsletters?)$|^(?:edited|editing|translated|presented|sponsored) by\b/iu;

/** Words of menus, boxes and headings; never of a name. */
const INTERFACE =
  /\b(?:topics|stories|headlines|articles|videos|photos|gallery|galleries|trending|popular|latest|related|breaking|updates|newsletters?|feedback|desktop|download|podcasts?|sections?|categor(?:y|ies)|tags|archives?|policy|policies|terms|settings|privacy|cookies?|contents?|pages|website|image|caption|credit|file photo|size|reading|listen|watch|subscribe|advertisement|classifieds?|faq)\b/iu;
/** Words of outlets that are surnames too: a common given name before them tells. */
const SURNAMES = /^(?:sun|star|post|press|sky|nation|express|world|page|mirror|report)$/iu;
const PARTICLE = /^(?:de|da|das|dos|del|della|di|du|van|von|zu|der|den|ter|ten|la|le|bin|bint|ben|ibn|abu|al|el|y)$/u;
const NAME_WORD = /^(?:d['’]|al-|el-|ul-|af-)?\p{Lu}[\p{L}\p{M}'’.-]*$/u;

/** "van", "de la": the small words of names. */
export function isParticle(word: string): boolean {
  return PARTICLE.test(word);
}

/** A word of outlets that is a surname too. */
export function isSurname(word: string): boolean {
  return SURNAMES.test(word);
}

/** True where a line could be a person's name alone: two to five capitalised words, no word of an outlet or a sentence. */
export function looksLikePerson(text: string): boolean {
  const words = text.trim().split(/\s+/u);
  const whole = words.filter((word) => !PARTICLE.test(word)).length;
  if (
    words.length < 2 ||
    words.length > 6 ||
    whole > (text === text.toUpperCase() ? 3 : 4) ||
    /^(?:the|a|an|our|in|on|for|new|more|about)$/iu.test(words[0] ?? '') ||
    isOutletWorded(words) ||
    INTERFACE.test(text) ||
    NOT_A_NAME.test(text)
  )
    return false;
  return (
    words.every((word) => NAME_WORD.test(word) || PARTICLE.test(word)) &&
    /^\p{Lu}/u.test(text) &&
    !/[.!?]$/u.test(text.replace(/\b(?:jr|sr)\.$/iu, ''))
  );
}

function isOutletWorded(words: readonly string[]): boolean {
  const [first = '', last = ''] = [words[0], words[words.length - 1]];
  const isSurname = words.length <= 3 && SURNAMES.test(last) && isGivenName(first);
  const judged = (isSurname ? words.slice(0, -1) : words).join(' ');
  return GROUP.test(judged) || OUTLET.test(judged);
}

/** True where a line could be an outlet's name alone: a few capitalised words, one of which outlets carry. */
export function looksLikeOutlet(text: string): boolean {
  const words = text.trim().split(/\s+/u);
  return (
    words.length <= 4 &&
    !text.includes(',') &&
    /^[\p{Lu}\d]/u.test(text.trim()) &&
    OUTLET.test(text) &&
    words.every((word) => /^[\p{Lu}\d&]|^(?:of|the|and|in|for|on)$|\./u.test(word)) &&
    !/[!?:;]$|\.$/u.test(text.trim())
  );
}
