/** The patterns of bylines: what leads to a name, where names end, and the trades beside them. */

/** “By”, “Written by”, “Author:”, “Von”. */
export const LEAD =
  /^[\W_]*(?:(?:(?:a |an |the )?(?:guest |special |original |exclusive )?(?:words?|exclusive|op-?ed|video|reporting|updated|last updated|stor(?:y|ies)|text|report(?:ed)?|written|posted|published|created|submitted|reviewed|analysis|opinion|commentary|column|article|post|review|interview|essay|news|photos?|illustrations?)(?: and (?:photos?|photographs?|pictures?|illustrations?))?[\s:]+)?by\b[\s:,]*|(?:authors?|writers?|reporters?|by|from|von|par|por|di|door|av|af|(?:words?|story|texte?|tekst|testo|texto)(?: and (?:photos?|pictures?))?|文|著者|作者|執筆者?|取材・文|記者|撰文)\s*[:：●•/]\s*|(?:von|par|por)\s+(?=\p{Lu})|(?:view|see|read|show)?\s*(?:all|more|other)?\s*(?:posts|articles|stories) (?:by|from)\s+|by(?=\p{Lu})|(?:profile )?(?:picture|photo|image) (?:for user|of)\s+(?=\p{Lu}\S+ \p{Lu})|authors?\s+(?=\p{Lu}\S+ \p{Lu})|view orcid profile|(?:more )?about (?:the author\b[\s:,]*|(?=\p{Lu}))|more (?:from|by)\s+(?=\p{Lu})|(?:contributors?|publié par|geschrieben von|escrito por|scritto da)\s*:?\s+(?=\p{Lu}))/iu;
/** "Posted on March 3, 2020 by ", "3 March 2020 by ": what blogs write before the name. */
export const DATED_LEAD =
  /^(?:(?:posted|published|written|created|submitted|updated):?\s(?:on\s)?|(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s\d|\d{1,4}[\s/.-])[^|]{0,40}?\d[^|]{0,20}?\sby:?\s+/iu;
/** Where the names end: dates, photographers, buttons. */
export const CUT =
  /\s*(?:[|·•●►»\n\t]|\s[–—-]{1,2}\s|(?:,\s*)?\b(?:published|updated|posted|last updated|first published|created|modified)\b|\b(?:on|at)\s+(?:\w+day\b|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b|\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d)|\b(?:mon|tue|wed|thu|fri|sat|sun),\s|\b(?:today\s+at\b|yesterday\b)|\b\d+\s+(?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?)\s+ago\b|\b(?:is|was) (?:a|an|the)\b|\bverified account\b|\b(?:edited|editing|additional reporting) by\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\d{1,2}[:.]\d{2}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?\s+\d{1,2}(?:,?\s+\d{4}|\b)|\d{1,2}(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{4}|\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}|\bfollow\b|\bview (?:all )?(?:posts|articles|profile|bio)\b|\bread more\b|\bshare\b|\b\d+[\s-]*min(?:ute)?s?\b(?:\s+read)?|\b\d+ comments?\b|\bopens? in\b|\bcontact (?:the |this )?(?:author|reporter|writer|him|her|me|us)\b|\b(?:see|get|read) (?:all|full|author|bio)\b|\bfull bio\b|\bfiled (?:to|under)\b|\b(?:photo(?:s|graphs?|graphy)?|pictures?|images|illustrations?|graphics?|videos?)(?: and \p{L}+)?(?: by\b|\s*[:：])|\btranslated by\b|翻訳者?|訳)/iu;
/** What parts two names. */
export const BETWEEN = /\s*(?:[;,、，；／＆&+]|(?<!\bu)\/|\b(?:and|und|et|y|e|en|og|och|with|as told to)\b)\s*/iu;
/** Words that pages glue to the name before them: "Ann RoeContact Reporter". */
export const GLUED =
  /(?<=\p{Ll})(?=(?:Contact|Updated|Published|Posted|Follow|Staff|Senior|Special|Reporter|Correspondent|Editor|Columnist|Contributor)(?:\P{Ll}|$))/gu;
const FIELD =
  '(?:chief|senior|junior|deputy|associate|assistant|managing|executive|contributing|special|freelance|staff|national|foreign|international|local|political|politics|business|markets?|finance|personal finance|money|consumer|science|health|medical|sports?|technology|tech|space|environment|climate|education|higher education|crime|justice|courts?|legal|immigration|housing|transport(?:ation)?|labou?r|security|intelligence|features?|news|night|day|weekend|city|city hall|county|state|statehouse|metro|regional|rural|agriculture|digital|online|audience|engagement|social media|community|newsletter|podcast|photo|copy|web|desk|assignment|multimedia|video|data|investigative|investigations|white house|capitol|washington|moscow|london|guest|opinion|general|lead|founding|former|world|us|u\\.s\\.|uk|eu|un|europe|asia|africa|middle east|china|india|russia|diplomatic|defen[cs]e|economics?|energy|religion|culture|arts|books?|film|music|theat(?:er|re)|tv|fashion|beauty|style|food|travel|royal|showbiz|celebrity|football|soccer|cricket|rugby|basketball|baseball|tennis|golf|motoring|gaming|home affairs|social affairs|consumer affairs|public affairs|enterprise|breaking|trending|live|entertainment|lifestyle|media|local democracy)';
const TRADE =
  '(?:writers?|reporters?|correspondents?|editors?(?:[ -](?:in[ -]chief|at[ -]large))?|contributors?|columnists?|journalists?|producers?|critics?|analysts?|photographers?|bloggers?|commentators?|presenters?|broadcasters?|essayists?|meteorologists?|strategists?|economists?|professors?|lecturers?|directors?|managers?|(?:co-?)?founders?|authors?)';
/** A line that is a trade, a degree or a place, no name. */
export const JOB = new RegExp(
  `^(?:(?:${FIELD}[\\s-]*)*(?:${TRADE}|fellows?|interns?|anchors?|hosts?|researchers?|bureau chief|ceo|m\\.?d\\.?|ph\\.?d\\.?|r\\.?d\\.?|rn|jr\\.?|esq\\.?|community contributor|news service)|special to .*|for .{2,40}|in \\p{Lu}.{1,30}|of the .{2,40}|medically reviewed.*)$`,
  'iu',
);
export const TRAILING_JOB = new RegExp(`(?:[\\s,]+|(?<=\\p{Ll}))(?:(?:${FIELD}\\s+)*${TRADE}|special to .*)$`, 'iu');
export const TRAILING_NETWORK =
  /(?:\s+|(?<=\p{Ll}))(?:twitter|facebook|instagram|linkedin|e-?mail|bio|rss|website|@\S+)+$/iu;
export const TRAILING_PLACE = /[\s,]+(?:[Ff]or|FOR|of|[Ii]n|IN|[Aa]t) (?:[Tt]he )?\p{Lu}.*$/u;
export const TRAILING_PAGE = /[’']s (?:profile|page|posts|articles|stories|bio|avatar|photo|picture)$/iu;
export const DEGREE = /,? (?:Ph\.?D|M\.?D|MBA|MPH)\.?$/u;
export const BEAT = new RegExp(
  `^(?:${FIELD}|courts?|justice|social|community|wellness|senior staff)(?:\\s+${FIELD})*$`,
  'iu',
);
/** "Roe, Ann": the family name first, as catalogues write it. */
export const INVERTED = /^(\p{Lu}[\p{L}’'-]+), (\p{Lu}[\p{L}’'.-]*(?: \p{Lu}\.?)?)$/u;
