/** The patterns of bylines: what leads to a name, where names end, and the trades beside them. */

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*';
const WEEKDAY = '(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*';
const PICTURE = '(?:photo(?:s|graphs?|graphy)?|pictures?|images?|illustrations?|graphics?|videos?)';
/** Where the names end: dates, photographers, buttons. */
export const CUT = new RegExp(
  `\\s*(?:${[
    '[|·•●►»→\\n\\t]|\\s[–—-]{1,2}(?:\\s|$)',
    '(?:,\\s*)?\\b(?:published|updated|posted|last updated|first published|created|modified)\\b',
    '(?:publié|mis à jour|modifié|publicado|actualizado|pubblicato|aggiornato|aktualisiert|veröffentlicht|gepubliceerd)(?!\\p{L})',
    `\\b(?:on|at)\\s+(?:\\w+day\\b|${WEEKDAY}\\b|\\d|${MONTH}\\.?\\s+\\d)`,
    `\\b(?:mon|tue|wed|thu|fri|sat|sun)\\.?,?\\s+(?:\\d|${MONTH}\\.?\\s+\\d)`,
    '\\b(?:today\\s+at\\b|yesterday\\b)',
    '\\b\\d+\\s+(?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?)\\s+ago\\b',
    '\\b(?:is|was) (?:a|an|the)\\b',
    '\\b(?:edited|editing|additional reporting|medically reviewed|fact[- ]checked) by\\b',
    '\\b(?:mon|tues|wednes|thurs|fri|satur)day\\b|\\bsunday\\b(?!\\s\\p{L})|\\d{1,2}[:.]\\d{2}',
    `${MONTH}\\.?\\s+\\d{1,2}(?:,?\\s+\\d{4}|\\b)`,
    // "5. nov. 2022", "13 de abril de 2023": a day in any language.
    '\\d{1,2}(?:st|nd|rd|th|\\.|er)?\\s(?:de\\s)?\\p{L}{3,10}\\.?,?\\s(?:de\\s)?\\d{4}|\\d{1,4}[/.-]\\d{1,2}[/.-]\\d{1,4}',
    '\\bfollow\\b|\\bview (?:all )?(?:posts|articles|profile|bio)\\b|\\bshare\\b|\\bprint\\b',
    '\\b\\d+[\\s-]*min(?:ute)?s?\\b(?:\\s+read)?|\\bread(?:ing)? time\\b|(?:\\b\\d+ )?\\bcomments?\\b|\\bopens? in\\b',
    '\\b(?:see|get|read) (?:all|full|author|bio)\\b',
    `\\b${PICTURE}(?: (?:credits?|source))?(?: and \\p{L}+)?(?: by\\b|\\s*[:：])|\\bphotography\\b|\\btranslated by\\b|翻訳者?|訳`,
  ].join('|')})`,
  'iu',
);
/** What parts two names. Capitals count where a letter may be an initial: "Laura E. Roe" is one person. */
export const BETWEEN =
  /\s*(?:[;,、，；／＆&+]|(?<!\bu)\/|(?<![\p{L}\p{N}])(?:[Aa][Nn][Dd]|[Uu][Nn][Dd]|[Ww][Ii][Tt][Hh]|et|ET|en|og|och|avec|con|mit|as told to|(?:e|y)(?=\s\p{Lu}\S*\s\p{Lu}))(?![\p{L}\p{N}]))\s*/u;
/** Words that pages glue to the name before them: "Ann RoeContact Reporter", "Ann RoeBBC News". */
export const GLUED =
  /(?<=\p{Ll}{2})(?<!(?:Mac|Fitz|Van))(?=\p{Lu}{3,}(?:\s|$))|(?<=\p{Ll})(?=(?:Contact|Updated|Published|Posted|Follow|Staff|Senior|Special|Reporter|Correspondent|Editor|Columnist|Contributor)(?:\P{Ll}|$))/gu;
const FIELD =
  '(?:chief|senior|junior|deputy|associate|assistant|managing|executive|contributing|special|freelance|staff|national|foreign|international|local|political|politics|business|markets?|finance|personal finance|money|consumer|science|health|medical|sports?|technology|tech|space|environment|climate|education|higher education|crime|justice|courts?|legal|immigration|housing|transport(?:ation)?|labou?r|security|intelligence|features?|news|night|day|weekend|city|city hall|county|state|statehouse|metro|regional|rural|agriculture|digital|online|audience|engagement|social media|community|newsletter|podcast|photo|copy|web|desk|assignment|multimedia|video|data|investigative|investigations|white house|capitol|washington|moscow|london|guest|opinion|general|lead|founding|former|world|us|u\\.s\\.|uk|eu|un|europe|asia|africa|middle east|china|india|russia|diplomatic|defen[cs]e|economics?|energy|religion|culture|arts|books?|film|music|theat(?:er|re)|tv|fashion|beauty|style|food|travel|royal|showbiz|celebrity|football|soccer|cricket|rugby|basketball|baseball|tennis|golf|motoring|gaming|home affairs|social affairs|consumer affairs|public affairs|enterprise|breaking|trending|live|entertainment|lifestyle|media|local democracy)';
const TRADE =
  '(?:writers?|reporters?|correspondents?|editors?(?:[ -](?:in[ -]chief|at[ -]large))?|contributors?|columnists?|journalists?|producers?|critics?|analysts?|photographers?|bloggers?|commentators?|presenters?|broadcasters?|essayists?|meteorologists?|strategists?|economists?|professors?|lecturers?|directors?|managers?|(?:co-?)?founders?|authors?|bureau(?: chief)?|(?:research|senior|visiting|teaching) fellows?|(?:vice )?presidents?|attorneys?|(?:기자|특파원|논설위원|앵커))';
/** A line that is a trade, a degree or a place, no name. */
export const JOB = new RegExp(
  `^(?:(?:(?:${FIELD}|${TRADE})[\\s-]*)*(?:${TRADE}|fellows?|interns?|anchors?|hosts?|researchers?|bureau chief|ceo|m\\.?d\\.?|ph\\.?d\\.?|r\\.?d\\.?|rn|jr\\.?|esq\\.?|community contributor|news service)|special to .*|for .{2,40}|of the .{2,40}|medically reviewed.*)$`,
  'iu',
);
/** "in Kestrin": where the person before it is. */
export const PLACE = /^(?:[Ii]n|IN) \p{Lu}.{1,30}$/u;
/** A letter before a trade or its field: "Ann RoeEducation Reporter" where capitals show that a new word begins. */
export const BEFORE_JOB = new RegExp(`(\\p{L})(?=((?:${FIELD}[\\s-]+)*${TRADE}(?!\\p{L})))`, 'giu');
export const TRAILING_JOB = new RegExp(`[\\s,]+(?:(?:${FIELD}\\s+)*${TRADE}|special to .*)$`, 'iu');
/** Glued to the name only where a capital shows it: "Fabio" ends in no "bio". */
export const TRAILING_NETWORK =
  /(?:\s+(?:[Tt]witter|TWITTER|[Ff]acebook|FACEBOOK|[Ii]nstagram|[Ll]inked[Ii]n|[Yy]ou[Tt]ube|[Ee]-?mail|EMAIL|[Bb]io|BIO|[Rr]ss|RSS|[Ww]ebsite|@\S+)|(?<=\p{Ll})(?:Twitter|Facebook|Instagram|Linked[Ii]n|You[Tt]ube|E-?mail|Bio|RSS|Website|@\S+))+$/u;
export const TRAILING_PLACE = /[\s,]+(?:[Ff]or|FOR|of|OF|[Ii]n|IN|[Aa]t|AT) (?:[Tt]he |THE )?\p{Lu}.*$/u;
export const TRAILING_PAGE = /[’']s (?:profile|page|posts|articles|stories|bio|avatar|photo|picture)$/iu;
/** "Our Staff Reporter", "HT Correspondent", "Special Correspondent": signatures without a name. */
export const DESK = new RegExp(
  `^(?:${[
    '(?:(?:[Aa]n?|[Ff]rom|[Oo]ur|[Oo]ur [Oo]wn|[Tt]he|OUR) )*(?:\\p{Lu}{2,5} )?(?:[Ss]taff|STAFF|[Ss]pecial|SPECIAL|[Oo]wn|[Nn]ews|[Ww]eb|[Oo]nline|[Cc]ity|[Dd]istrict|[Ss]ports|[Mm]etro) (?:[Rr]eporter|[Ww]riter|[Cc]orrespondent|[Cc]ontributor|REPORTER|WRITER|CORRESPONDENT)[sS]?',
    '(?:[Ff]rom )?(?:[Oo]ur|OUR|\\p{Lu}{2,5}) (?:[Rr]eporter|[Cc]orrespondent|REPORTER|CORRESPONDENT)[sS]?',
    '(?:\\p{Lu}{2,5}|City|\\p{Lu}\\p{Ll}+ Express) News Service',
  ].join('|')})$`,
  'u',
);
export const TRAILING_PICTURE = /\s(?:head ?shot|avatar|portrait|profile (?:picture|photo|image)|photo|logo)$/iu;
export const DEGREE = /,? (?:Ph\.?D|M\.?D|D\.?O|J\.?D|LL\.?[BM]|MBA|MPH|MSc?|BSc?|DVM|RDN?|RN|CFA|CFP|CPA|CSCS)\.?$/u;
export const BEAT = new RegExp(
  `^(?:${FIELD}|courts?|justice|social|community|wellness|senior staff)(?:\\s+${FIELD})*$`,
  'iu',
);
/** "Roe, Ann": the family name first, as catalogues write it. */
export const INVERTED = /^(\p{Lu}[\p{L}’'-]+), (\p{Lu}[\p{L}’'.-]*(?: \p{Lu}\.?)?)$/u;
