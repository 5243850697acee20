import { firstMention, mentionsIn, type Figure } from './cast.js';
import { isOutletWord } from './figure-kind.js';
import { OFFICE } from './name-office.js';
import { TITLE } from './name-words.js';
import { antecedent, isOnePerson, mostSalient } from './salience.js';
import { ofFigure, type Speaker, type SpeakerContext } from './speaker.js';
import type { Stretch } from './words.js';

/** A definite description: "the retired machinist", its head "machinist". */
export interface Description extends Stretch {
  readonly head: string;
  /** What stands between the article and the head. */
  readonly traits: readonly string[];
  /** Whether the head stands alone: "the company". */
  readonly bare: boolean;
}

/** Mentions among which the holder of an office is looked for: a page's worth, and a bound for endless pages. */
const MENTIONS_BACK = 400;
/** Mentions below a headline or a lead among which whom it means is looked for. */
const MENTIONS_BELOW = 12;
/** Words back in which a noun's introduction is looked for. */
const WORDS_BACK = 1500;
/** Statements back among which the speaker is looked for whom "the diplomats" are. */
const STATEMENTS_BACK = 12;

/** Whom a definite noun names: the holder of the office, the body of that kind, a person called otherwise, a speaker brought in before. */
export function describedFigure(context: SpeakerContext, it: Description): Speaker | undefined {
  const holder = NO_HOLDER.test(it.head) ? undefined : holderOf(context, it);
  if (holder !== undefined) return ofFigure(context.cast, holder);
  const before = speakerBefore(context, it);
  if (before !== undefined) return before;
  const brought = introduced(context, it);
  if (isEpithet(it) && !brought) {
    const last = context.before.at(-1);
    if (last !== undefined && isUnnamedPerson(last.speaker) && isNear(context, last.triple.cue, it))
      return last.speaker;
    const once = it.traits.some((form) => /^(?:former|retired|ex)$/u.test(form)) && !PLAYER.test(it.head);
    return (once ? withoutOffice(context, it) : undefined) ?? antecedent(context, it.from, 0);
  }
  return !brought && COMPANY.test(it.head) ? lastFirm(context, it) : undefined;
}

const NO_HOLDER = /^(?:report|reports|poll|survey|statement|letter|document|documents|study|people|man|woman)$/u;

/** What reporters call a person for variety: "the senator", "the real estate mogul". */
const HONOUR =
  /^(?:president|senator|governor|congress(?:man|woman)|mayor|candidate|nominee|premier|chancellor|minister|billionaire|business(?:man|woman)|mogul|front-?runner|democrat|republican|conservative|liberal|socialist|tory|lawmaker|neurosurgeon|tycoon|incumbent|challenger|defendant|accused|striker|midfielder|winger|defender|goalkeeper|pastor|cleric|preacher|frenchman|englishman|scot|scotsman|briton|spaniard|dutchman|irishman|welshman|swede|dane|finn|pole|turk|serb|croat|czech|slovak|norwegian|german|austrian|italian|russian|ukrainian|belgian|canadian|american|australian|argentine|brazilian|mexican|colombian|portuguese|romanian|bulgarian|hungarian|georgian|egyptian|israeli|iranian|kenyan|ethiopian|nigerian|ghanaian|moroccan|algerian|tunisian|jamaican|\p{L}*year-old)$/u;

/** "the German" is one; "the young German" may be anybody. */
const PEOPLE = /(?:an|ese|ede|ane|inn|ole|urk|erb|oat|ech|ak|ine|li)$/u;

/** Words before an office that tell the same person once more: "the former finance director", "the Labour MP". */
const TELLING_TRAIT =
  /^(?:former|retired|senior|veteran|ex|outgoing|longtime|long-time|outspoken|embattled|disgraced|labour|tory|conservative|republican|democratic|liberal|green|\d{2}-year-old|\p{L}+-born|two-time|three-time|four-time)$/u;

/** Whether a description is one that reporters use of somebody already named, rather than to bring somebody in. */
function isEpithet(it: Description): boolean {
  if (HONOUR.test(it.head)) return it.bare || !PEOPLE.test(it.head);
  return it.traits.some((form) => TELLING_TRAIT.test(form)) && (OFFICE.test(it.head) || TITLE.has(it.head));
}

/** "the former Scotland defender" may well be a manager by now. */
const PLAYER =
  /^(?:striker|midfielder|winger|defender|goalkeeper|captain|international|forward|batsman|fly-half|centre-half)$/u;

/** "the former finance director" is rather somebody whose office isn't told. */
function withoutOffice(context: SpeakerContext, it: Description): Speaker | undefined {
  const fits = (figure: Figure) => figure.kind === 'person' && figure.office === undefined;
  const found = mostSalient(context, it.from, fits, 0);
  return found === undefined ? undefined : ofFigure(context.cast, found);
}

function isUnnamedPerson({ figure, name }: Speaker): boolean {
  return figure === undefined && name !== undefined && isOnePerson(name);
}

/** In the same paragraph or the next. */
function isNear({ reading: { words } }: SpeakerContext, cue: Stretch, it: Stretch): boolean {
  return (words.paragraph[it.from] ?? 0) - (words.paragraph[cue.from] ?? 0) <= 1;
}

/** Whether the page brings somebody in by this noun before: "a retired dentist". */
function introduced({ reading }: SpeakerContext, { from: at, head }: Description): boolean {
  const { forms } = reading.words;
  for (let i = Math.max(0, at - WORDS_BACK); i < at; i++) {
    if (forms[i] !== head) continue;
    for (let d = i - 1; d >= Math.max(0, i - 4); d--) if (/^(?:a|an|one|another)$/u.test(forms[d] ?? '')) return true;
  }
  return false;
}

/** The figure whose office, or whose kind, a definite noun names; the latest mentioned one. */
function holderOf(context: SpeakerContext, it: Description): number | undefined {
  const { words } = context.reading;
  const before = firstMention(context.cast, it.from);
  const above = context.cast.mentions.slice(Math.max(0, before - MENTIONS_BACK), before).reverse();
  const below = context.cast.mentions.slice(before, before + MENTIONS_BELOW);
  // What a headline calls "minister" is named below it.
  const latest = words.headed && words.paragraph[it.from] === 0 ? below : above;
  const figures = latest.map((m) => m.figure);
  const figureOf = (figure: number) => context.cast.figures[figure];
  // "The council" is not its leader.
  if (BODY_WORD.test(it.head)) {
    const kin = figures.filter((figure) => figureOf(figure)?.kind === 'body');
    const named = kin.find((figure) => (figureOf(figure)?.name ?? '').toLowerCase().split(' ').includes(it.head));
    const fits = (figure: number) => isOfKind(figureOf(figure)?.name ?? '', it.head);
    return named ?? (it.bare && COMPANY.test(it.head) ? kin.find(fits) : undefined);
  }
  const byOffice = figures.find(
    (figure) => holds(figureOf(figure), it.head) && !ofAnother(words.forms, it, officeOf(figureOf(figure))),
  );
  if (byOffice !== undefined) return byOffice;
  if (!isOutletWord(it.head)) return undefined;
  const outlets = figures.filter((figure) => figureOf(figure)?.kind === 'outlet');
  // "The grid agency" is no outlet where none has the word in its name; "the paper", "the news agency" are.
  const described = it.traits.filter((form) => !OUTLET_TRAIT.test(form));
  return outlets.find((figure) => {
    const name = (figureOf(figure)?.name ?? '').toLowerCase().split(' ');
    return described.every((form) => name.includes(form));
  });
}

function holds(figure: Figure | undefined, head: string): boolean {
  if (!officeOf(figure).includes(head)) return false;
  if (TITLE.has(head) || OFFICE.test(head)) return true;
  // "The mission" is not its head.
  const [phrase = ''] = (figure?.office ?? '').toLowerCase().split(/ (?:of|for|at|in|with|from) |,/u);
  return phrase.split(' ').at(-1) === head;
}

/** Words that describe an outlet without telling which. */
const OUTLET_TRAIT =
  /^(?:news|state|state-owned|state-run|public|private|national|local|official|daily|weekly|same|press|tv|television|radio|business|government|government-run|opposition|online|independent|local|regional|information|data)$/u;

const BODY_WORD =
  /^(?:company|bank|firm|group|fund|party|ministry|department|committee|charity|union|university|court|institute|organi[sz]ation|campaign|lender|airline|\p{L}*maker|operator|retailer|developer|trust|club|regulator|council|commission|association|board|watchdog|federation|insurer|supplier)$/u;
/** "the union" is neither the police nor a body that is called by another kind: "State Road Transport Corporation". */
function isOfKind(name: string, head: string): boolean {
  if (OFFICIAL.test(name)) return false;
  if (/^(?:company|group|firm|organi[sz]ation)$/u.test(head)) return true;
  return !name
    .toLowerCase()
    .split(' ')
    .some((word) => BODY_WORD.test(word) || CORPORATION.test(word));
}

const CORPORATION =
  /^(?:corporation|corp|inc|ltd|airways|airlines|motors|energy|hospital|school|services?|authority)$/u;

const OFFICIAL =
  /\b(?:police|court|ministry|commission|council|parliament|congress|senate|assembly|government|department|army|navy|office|kremlin|pentagon|cabinet)\b/iu;

/** Bodies that do business: "the company" is no ministry. */
const COMPANY =
  /^(?:company|bank|firm|group|lender|airline|\p{L}*maker|operator|retailer|developer|insurer|supplier|charity|club|trust|organi[sz]ation|union|campaign|fund|party|institute|university)$/u;

/** "the diplomats", "the ministry": whom the page brought in with more words as a speaker ("two European diplomats", "Seoul's foreign ministry"). */
function speakerBefore({ before }: SpeakerContext, it: Description): Speaker | undefined {
  if (it.traits.length > 1) return undefined;
  return before.slice(-STATEMENTS_BACK).findLast(({ speaker }) => {
    if (speaker.figure !== undefined || speaker.name === undefined) return false;
    const words = speaker.name.toLowerCase().split(' ');
    const end = words.findIndex((word) => /^(?:of|in|with|who|from|at|for|on|to|familiar|close|briefed)$/u.test(word));
    const phrase = end < 0 ? words : words.slice(0, end);
    return phrase.length > 1 && phrase.at(-1) === it.head && it.traits.every((trait) => phrase.includes(trait));
  })?.speaker;
}

/** "the company": who spoke last and is named, but is neither a person nor a place that somebody is in. */
function lastFirm(context: SpeakerContext, it: Description): Speaker | undefined {
  if (!it.bare) return undefined;
  return context.before.slice(-STATEMENTS_BACK).findLast(({ triple, speaker }) => {
    const [source] = triple.source;
    if (source === undefined || speaker.figure !== undefined) return false;
    const named = mentionsIn(context.cast, source)[0];
    return named !== undefined && source.to - named.to === 0 && !isSomewhere(context, named.figure);
  })?.speaker;
}

function isSomewhere({ cast, reading }: SpeakerContext, figure: number): boolean {
  return cast.mentions.some(
    (m) => m.figure === figure && /^(?:in|at|near|from|to|outside)$/u.test(reading.words.forms[m.from - 1] ?? ''),
  );
}

/** Paragraphs, with the headline, in which a lead can speak of somebody named below: "its governor said on Tuesday". */
const LEAD_PARAGRAPHS = 2;

/** "…, she announced on Monday" in a lead that names nobody: the first person named below it. */
export function firstBelow(
  { reading: { words }, cast }: SpeakerContext,
  at: number,
  gender: number,
): Speaker | undefined {
  if ((words.paragraph[at] ?? 0) >= LEAD_PARAGRAPHS) return undefined;
  const from = firstMention(cast, at);
  const found = cast.mentions.slice(from, from + MENTIONS_BELOW).find(({ figure }) => {
    const known = cast.figures[figure];
    return known?.kind === 'person' && known.gender !== -gender;
  });
  return found === undefined ? undefined : ofFigure(cast, found.figure);
}

/** Whom a lead's office means that the text names below it; a deputy is no minister. */
export function namedBelow(context: SpeakerContext, source: Stretch, head: string): Speaker | undefined {
  const { words } = context.reading;
  if ((words.paragraph[source.from] ?? 0) >= LEAD_PARAGRAPHS || !(TITLE.has(head) || OFFICE.test(head)))
    return undefined;
  const from = firstMention(context.cast, source.from);
  const traits = words.forms.slice(source.from, source.to).filter((form) => RANK.test(form));
  const found = context.cast.mentions.slice(from, from + MENTIONS_BELOW).find(({ figure }) => {
    const office = officeOf(context.cast.figures[figure]);
    const ranks = office.filter((form) => RANK.test(form));
    return office.at(-1) === head && ranks.join(' ') === traits.join(' ') && !ofAnother(words.forms, source, office);
  });
  return found === undefined ? undefined : ofFigure(context.cast, found.figure);
}

function officeOf(figure: Figure | undefined): string[] {
  return (figure?.office ?? '').toLowerCase().split(/[^\p{L}-]+/u);
}

/** "a military spokesman" is not the "Kremlin spokesman". */
function ofAnother(forms: readonly string[], source: Stretch, office: readonly string[]): boolean {
  if (!SPEAKS_FOR.test(office.at(-1) ?? '') || office.length < 2) return false;
  const whose = forms
    .slice(source.from, source.to)
    .filter((form) => !/^(?:a|an|the|its|his|her|their|'s)$/u.test(form));
  return whose.length > 1 && !office.slice(0, -1).some((form) => whose.includes(form));
}

const SPEAKS_FOR =
  /^(?:spokes(?:man|woman|person)|official|adviser|advisor|aide|lawyer|minister|director|chief|head)$/u;

const RANK = /^(?:deputy|vice|former|ex|assistant|prime|first|foreign|defen[cs]e|finance|interior|police|acting)$/u;
