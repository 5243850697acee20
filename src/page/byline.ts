import { agencyNamed } from './agency.js';

/** Whom a byline names. */
export interface Byline {
  /** Persons; where it names none, a desk or an agency as it calls itself. */
  readonly names: readonly string[];
  /** News agencies in it, by their full names. */
  readonly agencies: readonly string[];
  /** The outlet that it mentions beside the persons. */
  readonly outlet?: string;
}

const LONGEST = 600;
const LEAD =
  /^[\W_]*(?:(?:(?:a |an |the )?(?:guest |special |original |exclusive )?(?:words?|exclusive|op-?ed|video|reporting|updated|last updated|stor(?:y|ies)|text|report(?:ed)?|written|posted|published|created|submitted|reviewed|analysis|opinion|commentary|column|article|post|review|interview|essay|news|photos?|illustrations?)(?: and (?:photos?|photographs?|pictures?|illustrations?))?[\s:]+)?by\b[\s:,]*|(?:authors?|writers?|reporters?|by|from|von|par|por|di|door|av|af|text|texte?|文|著者|作者|執筆者?|取材・文|記者|撰文)\s*[:：●•/]\s*|(?:von|par|por)\s+(?=\p{Lu})|(?:view|see|read|show)?\s*(?:all|more|other)?\s*(?:posts|articles|stories) (?:by|from)\s+|by(?=\p{Lu})|view orcid profile|(?:more )?about (?:the author\b[\s:,]*|(?=\p{Lu}))|more (?:from|by)\s+(?=\p{Lu})|(?:contributors?|publié par|geschrieben von|escrito por|scritto da)\s*:?\s+(?=\p{Lu}))/iu;
/** "Posted on March 3, 2020 by ", "3 March 2020 by ": what blogs write before the name. */
export const DATED_LEAD =
  /^(?:(?:posted|published|written|created|submitted)\s(?:on\s)?|(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s\d|\d{1,4}[\s/.-])[^|]{0,40}?\d[^|]{0,20}?\sby:?\s+/iu;
const CUT =
  /\s*(?:[|·•●►»\n\t]|\s[–—-]{1,2}\s|(?:,\s*)?\b(?:published|updated|posted|last updated|first published|created|modified)\b|\b(?:on|at)\s+(?:\w+day\b|\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d)|\b(?:mon|tue|wed|thu|fri|sat|sun),\s|\b(?:today\s+at\b|yesterday\b)|\b\d+\s+(?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?)\s+ago\b|\b(?:is|was) (?:a|an|the)\b|\bverified account\b|\b(?:edited|editing|additional reporting) by\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\d{1,2}[:.]\d{2}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?\s+\d{1,2}(?:,?\s+\d{4}|\b)|\d{1,2}(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{4}|\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}|\bfollow\b|\bview (?:all )?(?:posts|articles|profile|bio)\b|\bread more\b|\bshare\b|\b\d+[\s-]*min(?:ute)?s?\b(?:\s+read)?|\b\d+ comments?\b|\bopens? in\b|\bcontact (?:the |this )?(?:author|reporter|writer|him|her|me|us)\b|\b(?:see|get|read) (?:all|full|author|bio)\b|\bfull bio\b|\bfiled (?:to|under)\b|\billustrations? by\b|\bphoto(?:s|graphs?|graphy)? by\b|\btranslated by\b|翻訳者?|訳)/iu;
const BETWEEN = /\s*(?:[;,、，；／＆&+]|(?<!\bu)\/|\b(?:and|und|et|y|e|en|og|och|with|as told to)\b)\s*/iu;
const FIELD =
  '(?:chief|senior|junior|deputy|associate|assistant|managing|executive|contributing|special|freelance|staff|national|foreign|international|local|political|politics|business|markets?|finance|science|health|sports?|technology|tech|environment|climate|education|crime|legal|features?|news|night|day|city|digital|online|multimedia|video|data|investigative|white house|capitol|washington|moscow|london|guest|opinion|general|lead|founding|former|world|us|u\\.s\\.|uk|europe|asia|africa|diplomatic|defen[cs]e|economics?|energy|religion|culture|arts|film|music|food|travel|royal|home affairs|social affairs|enterprise|breaking|live|entertainment|lifestyle|media)';
const TRADE =
  '(?:writers?|reporters?|correspondents?|editors?(?:[ -](?:in[ -]chief|at[ -]large))?|contributors?|columnists?|journalists?|producers?|critics?|analysts?|photographers?|bloggers?)';
const DEGREE = /,? (?:Ph\.?D|M\.?D|MBA|MPH)\.?$/u;
const TRAILING_PAGE = /[’']s (?:profile|page|posts|articles|stories|bio)$/iu;
const JOB = new RegExp(
  `^(?:(?:${FIELD}[\\s-]*)*(?:${TRADE}|fellows?|interns?|authors?|anchors?|hosts?|researchers?|bureau chief|ceo|founder|m\\.?d\\.?|ph\\.?d\\.?|r\\.?d\\.?|rn|jr\\.?|esq\\.?|community contributor|news service)|special to .*|for .{2,40}|in \\p{Lu}.{1,30}|of the .{2,40}|medically reviewed.*)$`,
  'iu',
);
const TRAILING_JOB = new RegExp(`(?:[\\s,]+|(?<=\\p{Ll}))(?:(?:${FIELD}\\s+)*${TRADE}|special to .*)$`, 'iu');
const TRAILING_NETWORK = /(?:\s+|(?<=\p{Ll}))(?:twitter|facebook|instagram|linkedin|e-?mail|bio|rss|website|@\S+)+$/iu;
const TRAILING_PLACE = /[\s,]+(?:for|of|in|at) (?:the )?\p{Lu}.*$/u;
const BEAT = new RegExp(`^(?:${FIELD}|courts?|justice|social|community|wellness|senior staff)(?:\\s+${FIELD})*$`, 'iu');
/** "Roe, Ann": the family name first, as catalogues write it. */
const INVERTED = /^(\p{Lu}[\p{L}’'-]+), (\p{Lu}[\p{L}’'.-]*(?: \p{Lu}\.?)?)$/u;
const GROUP =
  /\b(?:staff|desk|team|editors?|newsroom|news|agenc(?:y|ies)|press|service|times|post|herald|tribune|journal|gazette|magazine|media|network|today|daily|online|reporters?|correspondents?|bureau|submissions|university|association|wire|studios?|radio|tv|television|report|office|department|institute|inc|llc|ltd|nation|group|company|admin(?:istrator)?|\.com|\.org|\.net)\b/iu;
const OUTLET =
  /(?:\b(?:news|times|post|herald|tribune|journal|gazette|magazine|network|today|daily|press|observer|chronicle|courant|independent|guardian|mirror|telegraph|star|sun|globe|world|weekly|standard|examiner|dispatch|record|register|review|report|wire|bulletin|inquirer|sentinel|courier|mail|express|nation|monitor|radio|tv|television|broadcasting|media|channel|online|central|insider|bbc|cnn|abc|nbc|cbs|npr|pbs|sky)\b|\.(?:com|net|org|co\.uk|news)\b)/iu;
const NOT_A_NAME =
  /https?:|www\.|@|[<>{}[\]=_]|\d{3,}(?!\d|$)|\s\S*\d{3,}$|^[^\p{L}]+$|^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}$|^(?:no|unknown) authors?$|^(?:read|see|meet|view|show)\s|\b(?:licen[cs]e|creative commons|rights reserved)\b|[.!?]\s+\p{Lu}.*[.!?]$|^(?:by|and|the|a|an|more|about|author|authors|undefined|null|none|unknown|anonymous|admin|no author|guest|member list|members?|editorial|written|posted|published|twitter|facebook|instagram|linkedin|youtube|website|bio|body|share|comments?|read|min read|advertisement|photo|image|subscribe|email|(?:sign|log) ?(?:in|out|up)|register|(?:my|your|edit|view) (?:account|profile)|(?:all|our|guest) (?:authors?|team|writers?)|(?:contact|follow|about) us|(?:read|see|view|show) (?:more|all|full|bio|profile)|label|close|open|menu|home|search|newsletters?)$|^(?:edited|editing|translated|presented|sponsored) by\b/iu;

/** Takes a byline apart: names without "By", job titles, places, addresses, or the outlet. Empty arrays where nobody is named. */
export function parseByline(text: string): Byline {
  const line = text
    .slice(0, LONGEST)
    .replace(/https?:\/\/\S+|[^\s@]+@[^\s@]+/giu, ' ')
    .replace(/[\s\u00a0]+/gu, ' ')
    .trim();
  const bare = stripLead(line.replace(DATED_LEAD, '').replace(/^by(?=by\b)/iu, ''));
  const names: string[] = [];
  const groups: string[] = [];
  const agencies: string[] = [];
  let outlet: string | undefined;
  const cut = CUT.exec(bare);
  const listed = cut && cut.index > 0 ? bare.slice(0, cut.index) : bare;
  for (const raw of uninverted(listed)
    .replace(/\([^()]*\)|\[[^[\]]*\]/gu, (group) => (agencyNamed(group.slice(1, -1)) ? `, ${group.slice(1, -1)}` : ''))
    .split(BETWEEN)
    .flatMap((part) => partedFromAgency(part.trim()).split(', '))) {
    const piece = stripLead(raw.trim())
      .replace(TRAILING_NETWORK, '')
      .replace(TRAILING_JOB, '')
      .replace(TRAILING_PLACE, '')
      .replace(DEGREE, '')
      .replace(TRAILING_PAGE, '')
      .replace(/^["'“”‘’.:\s]+|["“”:\s]+$/gu, '')
      .replace(/(\p{Ll})\.$/u, '$1')
      .replace(/^(\S.{2,40}) \1$/u, '$1');
    if (piece === '' || piece.length > 80) continue;
    const agency = agencyNamed(piece);
    if (agency !== undefined) {
      if (!agencies.includes(agency)) agencies.push(agency);
      if (!groups.includes(piece)) groups.push(piece);
    } else if (names.length > 0 && BEAT.test(piece)) {
      // What a job title leaves behind, as "Deputy" of "Deputy Political Editor".
      continue;
    } else if (JOB.test(piece)) {
      if (!/\s/u.test(piece) && !/^(?:m\.?d|ph\.?d|r\.?d|rn|jr|esq)\.?$/iu.test(piece)) groups.push(piece);
    } else if (!NOT_A_NAME.test(piece) && looksNamed(piece)) {
      // After a person's name a word in capitals is where the person works: "John Roe, TIME".
      if (GROUP.test(piece) || (names.length > 0 && /^\p{Lu}{3,}$/u.test(piece)) || isBranch(piece, names)) {
        if (names.length > 0 || OUTLET.test(piece)) outlet ??= piece;
        if (!groups.includes(piece)) groups.push(piece);
      } else if (!names.includes(piece)) names.push(piece);
    }
  }
  return { names: names.length > 0 ? names : groups.slice(0, 1), agencies, ...(outlet !== undefined && { outlet }) };
}

/** True where a line could be a person's name alone: two to five capitalised words, no word of an outlet or a sentence. */
export function looksLikePerson(text: string): boolean {
  const words = text.trim().split(/\s+/u);
  if (
    words.length < 2 ||
    words.length > (text === text.toUpperCase() ? 3 : 4) ||
    /^(?:the|a|an|our|in|on|for|new|more|about)$/iu.test(words[0] ?? '') ||
    GROUP.test(text) ||
    OUTLET.test(text) ||
    NOT_A_NAME.test(text)
  )
    return false;
  return (
    words.every((word) =>
      /^(?:(?:d['’]|al-|el-|ul-|af-)?\p{Lu}[\p{L}\p{M}'’.-]*|de|da|das|dos|del|della|di|du|van|von|zu|der|den|ter|ten|la|le|bin|ben|ibn|abu|al|el|y)$/u.test(
        word,
      ),
    ) &&
    /^\p{Lu}/u.test(text) &&
    !/[.!?]$/u.test(text)
  );
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

/** "CNN Business" after a name that isn't in capitals: a part of an outlet. */
function isBranch(piece: string, names: readonly string[]): boolean {
  return /^\p{Lu}{3,}\s/u.test(piece) && names.some((name) => /\p{Ll}/u.test(name));
}

/** "Ann Roe Associated Press" with a comma between person and agency; other pieces as they are. */
function partedFromAgency(piece: string): string {
  const words = piece.split(' ');
  for (let from = Math.max(2, words.length - 3); from < words.length; from++) {
    const person = words.slice(0, from).join(' ');
    const agency = words.slice(from).join(' ');
    if (agencyNamed(agency) !== undefined && looksLikePerson(person)) return `${person}, ${agency}`;
  }
  return piece;
}

/** "Roe, Ann" as "Ann Roe"; other lines, and two agencies or desks, as they are. */
function uninverted(line: string): string {
  const [, family, given] = INVERTED.exec(line.trim()) ?? [];
  if (family === undefined || given === undefined) return line;
  const turned = `${given} ${family}`;
  const alone = [family, given].some((word) => agencyNamed(word) !== undefined || BEAT.test(word) || JOB.test(word));
  return !alone && looksLikePerson(turned) ? turned : line;
}

function stripLead(text: string): string {
  let bare = text;
  for (let turn = 0; turn < 3; turn++) {
    const stripped = bare.replace(LEAD, '');
    if (stripped === bare) break;
    bare = stripped;
  }
  return bare.trim();
}

/** A name has a letter, and in Latin script begins with a capital (or is a handle of one word). */
function looksNamed(piece: string): boolean {
  if (!/\p{L}/u.test(piece)) return false;
  const words = piece.split(/\s+/u);
  return words.length <= 7 && (words.length === 1 || /\p{Lu}|\p{Lo}/u.test(piece));
}
