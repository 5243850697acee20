/** What stands before the names of a byline: "By", "Story and photos by", "Posted on 3 March by", "Von", "Follow". */

const either = (...patterns: readonly string[]): string => `(?:${patterns.join('|')})`;

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*';
const PICTURE = either(
  'photos?|photography|photographs?|pictures?|images?',
  'illustrations?|graphics?|videos?|drawings?|artwork',
);
/** What was written, or was done with it. */
const WORK = either(
  'words?|text|stor(?:y|ies)|report|article|post|column|essay|letter|exclusive|op-?ed|news',
  'analysis|opinion|commentary|comment|perspective|review|interview|profile|feature|explainer|recap',
  'report(?:ed|ing)|writ(?:ten|ing)|(?:last )?updated|posted(?: on)?|published|created|submitted|reviewed|contributed|compiled',
  'video',
);
const BY = `(?:(?:an? |the )?(?:guest |special |original |exclusive )?(?:${PICTURE} (?:and|&) )?${WORK}(?: (?:and|&) ${PICTURE})?[\\s:]+)?by\\b[\\s:,]*`;
/** Labels that end in a colon, or in what stands for one. */
const LABEL = `${either(
  '(?:by|from|von|par|por|di|door|av|af)',
  'authors?|writers?|reporters?|autore?s?|auteure?s?|autorin|redakteur(?:in)?|forfatter|journalist|автор|текст',
  `${either('words?|stor(?:y|ies)|report|reporting|interview|analysis|texte?|tekst|testo|texto')}(?: (?:and|&) ${PICTURE})?`,
  '文|著者|作者|執筆者?|取材・文|記者|记者|撰文',
)}\\s*[:：●•/|]\\s*`;
const FOREIGN = either(
  '(?:ein|eine)\\s(?:\\p{L}+\\s){1,2}von\\s+',
  '(?:propos )?recueillis? par\\s+|(?:publié|écrit|rédigé) par\\s+',
  '(?:escrito|publicado) por\\s+|(?:scritto|pubblicato) da\\s+|geschrieben von\\s+|geschreven door\\s+',
  '(?:本報|本报)?(?:記者|记者)\\s*(?=[\\p{Lo}])',
);
const LEAD = new RegExp(
  `^[\\W_]*${either(
    BY,
    LABEL,
    FOREIGN,
    '(?:view|see|read|show)?\\s*(?:all|more|other)?\\s*(?:posts|articles|stories) (?:by|from)\\s+',
    'view orcid profile|as told to\\s+|(?:more )?about the authors?\\b[\\s:,]*|contributors?\\s*:\\s*',
  )}`,
  'iu',
);
/** Leads only where a name of two words follows: they may also be words of a sentence or of a name. */
const LEAD_OF_NAME = new RegExp(
  `^[\\W_]*${either(
    'von|par|por|from|di|door|av|af|words|text|authors?|contributors?',
    'follow|contact|e-?mail|reach|meet|view|see|(?:more )?about|more (?:from|by)',
    `(?:author |profile |user )?(?:pictures?|photos?|images?|headshot|avatar|portrait|pic)(?: image| photo| picture)? (?:for|of)(?: user)?`,
  )}\\s+`,
  'iu',
);
const NAME_AHEAD = /^\p{Lu}[\p{L}\p{M}.'’-]*\s\p{Lu}/u;
/** "ByAnn Roe" where a page glues the words; "Byron" is a name. */
export const GLUED_BY = /^[Bb]y(?=\p{Lu}|by\s)/u;
/** "BYANN ROE". */
const GLUED_CAPITALS = /^BY(?!R(?:ON|NE|D)\b|ERS\b)(?=\p{Lu}{2,} \p{Lu}{2})/u;
/** "By" before a "By" of its own. */
const TWICE = /^by(?=\s*by\b)\s*/iu;
/** "Posted on March 3, 2020 by ", "3 March 2020 by ": what blogs write before the name. */
export const DATED_LEAD = new RegExp(
  `^${either(
    'posted|published|written|created|submitted|updated|publié|publicado|pubblicato|aktualisiert|veröffentlicht',
    `(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\\s)?${MONTH}\\.?\\s\\d|\\d{1,4}[\\s/.-]`,
  )}[^|]{0,40}?\\d[^|]{0,20}?\\s(?:by:?|par|por|da|von)\\s+`,
  'iu',
);

/** A byline without what leads to its names. */
export function withoutLead(text: string): string {
  let bare = text.trim();
  for (let turn = 0; turn < 3; turn++) {
    const stripped = stripOnce(bare);
    if (stripped === bare) break;
    bare = stripped;
  }
  return bare;
}

function stripOnce(text: string): string {
  const bare = text.replace(TWICE, '').replace(LEAD, '').replace(GLUED_BY, '').replace(GLUED_CAPITALS, '').trim();
  if (bare !== text) return bare;
  const rest = text.replace(LEAD_OF_NAME, '');
  return NAME_AHEAD.test(rest) ? rest : text;
}
