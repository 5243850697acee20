import { agenciesIn } from './agency.js';
import { parseByline } from './byline.js';
import { GLUED_BY } from './byline-lead.js';
import { looksLikePerson } from './name-shape.js';
import type { PartKind } from './page.js';

/**
 * What a line says it is, by its own words alone: an advertisement mark, a photo credit, a row of tags.
 * Patterns are anchored and linear; each was written against lines of real pages and must leave reported sentences alone,
 * so most ask that the line be short or that nothing follow.
 */

const SHORT = 90;
/** Words of a tag in a row that slashes part. A choice: names of places and firms have fewer. */
const TAG_WORDS = 5;

const ADVERTISEMENT =
  /^[\W_]*(?:advertisements?|advertising|advertise(?:ment)? here|ads?|sponsored(?: content| links?| post)?|promoted(?: content)?|paid (?:content|post)|(?:the )?(?:story|article|content) (?:continues|resumes) (?:below|after)(?: (?:the |this )?(?:ad|advert|advertisement|advertising))?|continue reading below|scroll (?:down )?to continue(?: reading| with content)?|loading (?:ad|advertisement)|this (?:ad|advertisement) has not loaded yet.*|ad feedback)[\W_]*$/i;
const SHARE =
  /^[\W_]*(?:share(?: this)?(?: (?:article|story|post|page|entry|on|via|with)\b.*)?|tweet(?: this)?|retweet|facebook|twitter|x|linkedin|whatsapp|pinterest|pin it|reddit|telegram|flipboard|tumblr|messenger|threads|e-?mail(?: this)?(?: (?:article|story))?|print(?: this)?(?: (?:article|story))?|copy (?:link|url).*|link copied.*|save(?: article)?|bookmark(?: this)?(?: (?:page|article))?|tell a friend|(?:send|recommend) to a friend|printer[- ]friendly(?: (?:version|page))?|save (?:for|it for) later|like this:?|(?:share|post|save|send)(?: (?:on|to|via|by|with) (?:facebook|twitter|x|linkedin|whatsapp|pinterest|reddit|telegram|e-?mail|friends).*)|click to (?:share|print|email)\b.*|follow us\b.*|\d+ shares?)[\W_]*$/i;
const RELATED =
  /^[\W_]*(?:(?:also )?read(?: more| also| next| on| this| the full (?:story|article))?|read more (?:here|on|about)\b.*|more (?:from|on|in|stories|like this|news|coverage)\b.*|related(?: (?:articles?|stor(?:y|ies)|posts?|content|topics?|news|links?|coverage|reading))?|see also|you (?:may|might) (?:also )?(?:like|be interested in|enjoy)|recommended(?: (?:for you|stories|articles|reading))?|(?:don[’']t|do not) miss|must read|most (?:read|popular|viewed|shared)|trending(?: now| stories| on .*)?|watch(?: (?:live|now|next))?|editor[’']s? picks?|up next|popular (?:now|posts|stories)|latest (?:news|stories|headlines|from .*)|top (?:stories|news)|in case you missed it|further reading|previous (?:article|post|story)|next (?:article|post|story)|around the web|from the web|what to read next|keep reading)(?:[\W_]*$|\s*:.*$)/i;
const LED_RELATED =
  /^[\W_]*(?:(?:also )?read(?: more| also| next)?|related(?: \w+)?|see also|watch|more|must read|recommended|listen)\s*[:|»>]\s*\S/i;
const CONTRIBUTOR =
  /\b(?:contributed(?: (?:to|reporting|research|writing))|(?:additional|further|with) (?:reporting|research|writing)(?: (?:by|from))?\b|(?:reporting|writing|editing|compiled|reported|written|edited|translated|photos?) by [\p{Lu}]|assisted in (?:the )?reporting|helped (?:with|report))/u;
/** "Written by Ann Roe; editing by Max Bell": a contributor line that begins as bylines do. */
const CO_SIGNED = /[;,]\s+(?:edit(?:ed|ing)|additional (?:reporting|writing)) by\s/iu;
/** Sentences about rights, which follow a contributor line. */
const RIGHTS = /^(?:©|copyright\b|all rights reserved|reprinted\b|used (?:with|by) permission|published under)/iu;
const CONTRIBUTOR_START =
  /^[\W_]*(?:reporting by|editing by|compiled by|written by|edited by|additional reporting|with (?:reporting|files|additional reporting|inputs?|contributions?) (?:by|from)|with (?:agency|agencies|wire) (?:inputs?|reports?|files)|\(?(?:reporting|editing|writing) by|translated by|report(?:ing)?: [^;.]{3,60}; (?:edit|writ)ing:|associated press (?:writers?|reporters?)\b)/i;
const CORRECTION =
  /^[\W_]*(?:corrections?|clarifications?|editor[’']?s?[’']? notes?|correction notice)\s*[:(–—-]|^[\W_]*(?:this|an earlier|a previous|the original)(?: \w+){0,4} (?:article|story|version|report|post|column|headline)(?: \w+){0,8} (?:was|has been|have been|were|had|misstated|incorrectly|originally|misidentified)(?: \w+){0,2} ?(?:updated|corrected|amended|revised|edited|clarified|misstated|incorrectly|said|stated|misspelled|misidentified|gave|referred)?/i;
const TAGS =
  /^[\W_]*(?:tags?|topics?|filed under|keywords?|categor(?:y|ies)|related topics|posted in|labels?|tagged(?: (?:with|as))?|more on|in this (?:article|story))(?:\s*[:#]|\s*$)|^[\W_]*(?:filed under|posted in|tagged(?: (?:with|as))?)\s+\p{Lu}/iu;
const BYLINE =
  /^[\W_]*(?:(?:words?|story|text|report(?:ed)?|written|posted|published|reviewed|analysis|opinion|updated)\s+)?by[:\s]\s*\p{L}/iu;
const PICTURE_CREDIT =
  /^[\W_]*(?:(?:main |featured? |cover |header |hero |lead |file )?(?:photo(?:s|graphs?|graphy)?|images?|pictures?|pics?|video|illustrations?|graphics?|credits?|art(?:work)?|screenshot|courtesy)(?: (?:credits?|source|courtesy(?: of)?|by|via|from|of))?\s*[:©/|]\s*\S|(?:photo(?:s|graphs?|graphy)?|images?|pictures?|illustrations?|courtesy) (?:by|via|courtesy of|courtesy|from|of)\s+\S|©\s*\p{Lu})/iu;
const PICTURE_CREDIT_TAIL =
  /\((?:(?:ap|afp|file|pool) )?(?:photos?|photographs?|pictures?|images?|pics?|credit|source|via|courtesy|illustration)\b[^()]{0,120}\)[\W_]*$/iu;
/** "Ann Roe, the bank's chief Image: halyardnews": a credit run together with its caption. */
const CREDIT_RUN_ON =
  /^[^.!?]{10,200}[^:.!?]\s(?:photo|photograph|image|picture|illustration|credit)(?: credit| by)?\s?:\s?\p{L}[^.:!?]{1,50}$/iu;
const BRACKETED_TAIL = /\(([\p{L}][^()]{1,120})\)[\W_]*$/u;
const PICTURE_WORDS =
  /^[\W_]*(?:file(?: photo| picture| image)?\s*[:–—-]|(?:in )?(?:this|a|an)(?: \w+){0,3} (?:photo(?:graph)?|picture|image|handout|illustration|still|grab|screenshot|frame grab)\b|(?:photo|picture|image)(?:graph)?s?(?: \w+){0,3} (?:shows?|taken|provided|released|distributed|obtained)\b|pictured(?: here)?\b|a (?:general )?view of\b|(?:from )?(?:left|right|top|bottom|clockwise)(?: to right)?,? (?:from|to)\b)/i;
const FURNITURE =
  /^[\W_]*(?:for immediate release|(?:media |press )?contacts?\s*:.{0,120}|©|\(c\)|copyright\b|all rights reserved|terms (?:of (?:use|service)|and conditions)|privacy (?:policy|notice)|cookie (?:policy|settings|notice)|(?:we|this (?:site|website)) uses? cookies\b.*|accept(?: all)?(?: cookies)?|subscribe(?: (?:now|today|to|for|here)\b.*)?|sign (?:up|in)(?: (?:now|to|for|here|with)\b.*)?|log ?in(?: (?:to|with)\b.*)?|register(?: now)?|newsletters?|get (?:the|our|your)(?: \w+){1,6} (?:newsletter|inbox|alerts?)\b.*|join (?:our|the)(?: \w+){0,4} (?:newsletter|channel|group|community|conversation)\b.*|download (?:the|our)(?: \w+){0,4} app\b.*|(?:leave|post|add|write|submit) a (?:comment|reply)|comments?(?: \(?\d+\)?)?|\d+ comments?|(?:view|show|load|see|hide|read) (?:all |more )?comments?|comments? are closed|your email address will not be published.*|reply|report abuse|skip to (?:main )?content|menu|search|home|back to top|advertise with us|contact us|about us|loading\.*|click here|listen to (?:this )?(?:article|story)|gift article|give this article|\d+ min(?:ute)?s? read|(?:\d+ )?(?:views|likes))[\W_]*$/i;
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const TIMESTAMP = new RegExp(
  `^[\\W_]*(?:(?:first |last |originally )?(?:published|updated|posted|modified|created|date|on)\\b[\\W_]*(?:on|at)?[\\W_]*)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)(?:day)?|mon|tue|wed|thu|fri|sat|sun)?[\\W_]*(?:${MONTH}\\.?\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+\\d{4}|\\d{1,2}(?:st|nd|rd|th)?\\s+${MONTH}\\.?,?\\s+\\d{4}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4})(?:.{0,60})$`,
  'iu',
);
/** A date inside a line: "by Night Desk on 12-Mar-2026 4:20 in World". */
const DATED = new RegExp(
  `\\b\\d{1,2}[-/. ](?:${MONTH}|\\d{1,2})[-/., ]+\\d{4}\\b|\\b${MONTH}\\.? \\d{1,2},? \\d{4}\\b|\\b\\d{4}-\\d{2}-\\d{2}\\b`,
  'iu',
);
const ENDS_SENTENCE = /[.!?…][”"’')\]]*$/u;

/** The kind that a line's own words give it; undefined where they give none (most paragraphs). */
export function lineKind(line: string): PartKind | undefined {
  const text = line.trim();
  if (text === '') return undefined;
  if (/^\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?$/u.test(text)) return 'timestamp';
  if (text.length <= SHORT * 2) {
    if (text.split(/\s+[-–—|•]\s+/u).every((piece) => ADVERTISEMENT.test(piece))) return 'advertisement';
    if (text.length <= SHORT && !text.endsWith('.') && isShareRow(text)) return 'share';
    if ((RELATED.test(text) || LED_RELATED.test(text)) && !(text.endsWith('.') && text.split(/\s+/).length > 6))
      return 'related';
    if (FURNITURE.test(text)) return 'furniture';
    if (text.length <= SHORT && TIMESTAMP.test(text) && !ENDS_SENTENCE.test(text)) return 'timestamp';
    if (isTagRow(text)) return 'tags';
    if (isByline(text)) return CO_SIGNED.test(text) ? 'contributor' : 'byline';
  }
  if (CORRECTION.test(text)) return 'correction';
  if (isContributorLine(text)) return 'contributor';
  if (isCredit(text)) return 'credit';
  if (isCaption(text)) return 'caption';
  return undefined;
}

/** One way to pass a page on, or several with bars between. */
function isShareRow(text: string): boolean {
  return SHARE.test(text) || text.split(/\s*[|•·]\s*/u).every((piece) => piece === '' || SHARE.test(piece));
}

/** "ABC News' Joe Simonetti contributed to this report", "Reporting by A; Editing by B". */
function isContributorLine(text: string): boolean {
  if (text.length > 400) return false;
  if (CONTRIBUTOR_START.test(text)) return true;
  const sentences = text.split(/(?<=[.!?])\s+(?=[\p{Lu}©])/u).filter((sentence) => !RIGHTS.test(sentence));
  return (
    sentences.length <= 3 &&
    CONTRIBUTOR.test(text) &&
    /\b(?:this|the) (?:report|story|article|post|piece)\b|reporting|editing|writing by|compiled by/i.test(text) &&
    !/[“”"]/u.test(text)
  );
}

/** A line that only names who made a picture: "Jane Roe/AFP via Getty Images". */
function isCredit(text: string): boolean {
  if (text.length > 160 || /\d{3}/u.test(text)) return false;
  if (PICTURE_CREDIT.test(text) && text.split(/\s+/).length <= 16) return true;
  const bare = text.replace(/^[\s([]+|[\s)\].]+$/g, '');
  return bare.length <= 110 && namesMakers(bare);
}

/** "Jane Roe/AFP", "Contributor/Getty Images", "Korea News Service via AP": capitalised names, joined as credits join them, one of them a person or an agency. */
function namesMakers(text: string): boolean {
  const made = text
    .split(/\s*(?:\/|\||,| via | by way of | courtesy of | through | for | - | – | — )\s*/u)
    .filter((piece) => piece !== '');
  if (
    !made.every((piece) => /^(?:the )?[\p{Lu}]/u.test(piece) && piece.split(/\s+/).length <= 5 && mostlyCapitals(piece))
  )
    return false;
  const agency = agenciesIn(text).length > 0;
  const joined = /\S\/\S/.test(text) || / (?:via|by way of|courtesy of) /u.test(text);
  const maker = made.some(
    (piece) =>
      looksLikePerson(piece) ||
      /^(?:contributor|handout|pool|file|staff|stringer|courtesy|facebook|instagram|twitter|linkedin|x)$/iu.test(piece),
  );
  if (made.length >= 2 && joined) return agency || maker;
  return agency && made.length <= 3 && text.split(/\s+/).length <= 6;
}

/** A line that describes a picture: it ends with a photo credit in brackets or opens with the words of a caption. */
function isCaption(text: string): boolean {
  if (text.length > 700) return false;
  if (PICTURE_CREDIT_TAIL.test(text) || CREDIT_RUN_ON.test(text)) return true;
  const tail = BRACKETED_TAIL.exec(text)?.[1];
  if (tail !== undefined && namesMakers(tail)) return true;
  return /^[\W_]*file(?: photo| picture| image)?\s*[:–—-]/i.test(text) && text.length < 400;
}

function isByline(text: string): boolean {
  if (
    text.length > 140 ||
    !(BYLINE.test(text) || GLUED_BY.test(text)) ||
    /[.!?]$/u.test(text.replace(/(?<!\p{L})\p{Lu}\.$/u, ''))
  )
    return false;
  const { names, agencies } = parseByline(text);
  return (
    agencies.length > 0 ||
    DATED.test(text) ||
    names.some((name) => looksLikePerson(name) || /(?:staff|desk|newsroom|editors?|team)$/iu.test(name))
  );
}

/** True for a line that opens as captions do; proof only beside a picture or a credit. */
export function opensAsCaption(text: string): boolean {
  return PICTURE_WORDS.test(text);
}

/** "LONDON —", "PARIS (AP) -": a dateline that stands alone. */
export function isDateline(text: string): boolean {
  return text.length <= 60 && /^\p{Lu}{2}[\p{Lu}\s,.'’-]*(?:,\s*[\p{L}. ]+)?(?:\s*\([^)]*\))?\s*[–—-]+$/u.test(text);
}

/** True where a line ends as sentences end. */
export function endsSentence(text: string): boolean {
  return ENDS_SENTENCE.test(text.trim());
}

function isTagRow(text: string): boolean {
  if (text.length > 200 || ENDS_SENTENCE.test(text)) return false;
  if (TAGS.test(text) && text.split(/\s+/).length <= 25) return true;
  if (/^(?:#[\p{L}\p{N}_]+[\s,]*)+$/u.test(text)) return true;
  const steps = text.split(' / ');
  if (
    steps.length >= 3 &&
    steps.every((step) => /^[\p{Lu}\d]/u.test(step) && step.split(/\s+/u).length <= TAG_WORDS && mostlyCapitals(step))
  )
    return true;
  const pieces = text.split(',');
  // Tags are joined by commas without a space; a sentence never is, but numbers are ("11,000").
  return (
    pieces.length >= 2 &&
    pieces.slice(1).every((piece) => /^[\p{Lu}#]/u.test(piece)) &&
    pieces.every((piece) => piece.split(/\s+/).length <= 7)
  );
}

function mostlyCapitals(piece: string): boolean {
  const words = piece
    .split(/\s+/)
    .filter((word) => /^\p{L}/u.test(word) && !/^(?:of|the|and|de|la|van|von|al|bin|for|in)$/u.test(word));
  return words.every((word) => /^\p{Lu}/u.test(word));
}
