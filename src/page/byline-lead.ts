/** What stands before the names of a byline: "By", "Story and photos by", "Posted on 3 March by", "Von", "Follow". */

const either = (...patterns: readonly string[]): string => `(?:${patterns.join('|')})`;

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*';
const PICTURE = either(
  'photos?|photography|photographs?|pictures?|images?|fotos?|bilder|fotografie|photographies',
  'illustrations?|graphics?|videos?|drawings?|artwork',
);
/** What was written, or was done with it. */
const WORK = either(
  'words?|text|stor(?:y|ies)|report|article|post|column|essay|letter|exclusive|op-?ed|news',
  'analysis|opinion|commentary|comment|perspective|review|interview|profile|feature|explainer|recap',
  'report(?:ed|ing)|writ(?:ten|ing)|(?:last )?updated|posted(?: on)?|published|created|submitted|reviewed|contributed|compiled',
  'video',
);
const BY = `(?:(?:this (?:article|story|post|report|piece) (?:was|is) )?(?:an? |the )?(?:guest |special |original |exclusive )?(?:${PICTURE} (?:and|&) )?${WORK}(?: (?:and|&) ${PICTURE})?[\\s:]+)?by\\b[\\s:,]*`;
/** Words that, before a colon or alone above a name, say who wrote, in the languages that the reader was tried on. */
const LABEL_WORDS = either(
  'by|von|par|por|di|door|av|af',
  'authors?|writers?|reporters?|autor(?:es|as?|in|en|i)?|autore|auteure?s?|redakteur(?:in)?|redactie',
  'forfatter|skribent|verfasser(?:in)?|periodista|journalist(?:e|in)?|автор|текст|yazan|yazar|szerző|συντάκτης|kirjoittaja|författare|tekst|penulis|بقلم|كتب|लेखक',
  `${either('words?|stor(?:y|ies)|report|reporting|interview|analysis|texte?|tekst|testo|texto')}(?: ${either('and|und|et|y|e|en|og|och|&')} ${PICTURE})?`,
  '文|著者|作者|執筆者?|取材・文|撮影・文|投稿者|記者|记者|撰文',
);
const LABEL = `${LABEL_WORDS}\\s*[:：●•/|・]\\s*`;
/** "Author: Ann Roe", "Text und Fotos: Ann Roe", "作者：陳". */
export const LABELLED = new RegExp(`^[^\\p{L}\\p{N}]*${LABEL}(?=[\\p{L}@])`, 'iu');
/** Such a word alone: the name stands below it. */
export const LABEL_ALONE = new RegExp(
  `^[^\\p{L}\\p{N}]*(?:(?:(?:written|posted|published|report(?:ed|ing)|story|words|text|article) by|by)\\s*[:：]?|${LABEL_WORDS}\\s*[:：])$`,
  'iu',
);
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
    'from\\s*:\\s*',
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
/** A name of two words, or a newsroom that signs as such. */
const NAME_AHEAD = /^(?:\p{Lu}[\p{L}\p{M}.'’-]*\s\p{Lu}|(?:\p{L}+ )?(?:R[ée]da[ck]|Newsroom))/u;
/** "ByAnn Roe" where a page glues the words; "Byron" is a name. */
export const GLUED_BY = /^[Bb]y(?=\p{Lu}|by\s)/u;
/** "Posted on March 3, 2020 by ", "3 March 2020 by ": what blogs write before the name. */
export const DATED_LEAD = new RegExp(
  `^${either(
    'posted|published|written|created|submitted|updated|publié|publicado|pubblicato|aktualisiert|veröffentlicht',
    `(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\\s)?${either(`${MONTH}\\.?\\s\\d`, '\\d{1,4}(?:st|nd|rd|th)?[\\s/.-]')}`,
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
  const bare = text.replace(LEAD, '').replace(GLUED_BY, '').trim();
  if (bare !== text) return bare;
  const rest = text.replace(LEAD_OF_NAME, '');
  return NAME_AHEAD.test(rest) ? rest : text;
}
