import { PAD } from './attributes.js';
import { weekdayOf } from './calendar.js';
import { withoutDateline } from './dateline.js';
import type { Candidate } from './judge-features.js';
import { clauseAfterOccasion } from './occasion-cues.js';
import type { Reading } from './reading.js';
import { hasVerb } from './subject-phrase.js';
import { TAGS, tagsOf } from './tag-features.js';
import { toldContent } from './told-content.js';
import type { Stretch } from './words.js';

/** Verbs that end a sentence with who said the rest of it. */
const CLOSING_VERB =
  /^(?:said|says|found|reported|reports|testified|announced|wrote|writes|told|stated|added|noted|mentioned|warned|confirmed|declared|claimed|explained|insisted|argued|shows|showed|revealed|disclosed|states|mentions|claims|alleged|averred|acknowledged|verbali[sz]ed|articulated|talked|chatted)$/u;

/**
 * "The line will cost more, the auditor found in a report", "a house that, a surveyor testified, does not exist": where no
 * content was found, or only what trails after the verb, it's the clause around.
 */
export function withClause(reading: Reading, found: Candidate): Candidate {
  const { sentence, sentences } = reading.words;
  const whole = sentences[sentence[found.cue.from] ?? 0];
  const clause = clauseAfter(
    reading,
    clauseAround(reading, withoutCited(reading, ownClause(reading, found, whole)), whole),
    whole,
  );
  return withoutDateline(reading, widened(reading, withoutTerms(reading, clause, whole), whole));
}

/** "Roe said in a note that it could be next.": what "that" opens after the cue, and not a quotation of the sentence before. */
function ownClause(reading: Reading, found: Candidate, whole: Stretch | undefined): Candidate {
  const { forms, sentence } = reading.words;
  const { cue, content, source } = found;
  const that = forms[cue.to] === 'that' ? cue.to : clauseAfterOccasion(reading, cue.to);
  if (whole === undefined || source.length === 0) return found;
  // "The work was paid for by the fund, which said in a statement that it showed …".
  if (that !== undefined && isRelative(reading, found.cue) && content.every((s) => s.to <= cue.from)) {
    const end = forms[whole.to - 1] === '.' ? whole.to - 1 : whole.to;
    return end - that > SHORTEST_CLAUSE ? { ...found, content: [{ from: that, to: end }] } : found;
  }
  // "…, it wrote in a letter that the Herald printed": "that" goes on about the letter.
  if (forms[(source[0]?.from ?? 0) - 1] === ',') return found;
  const isBefore = content.every(
    (s) => sentence[s.from] !== sentence[cue.from] && sentence[s.to - 1] !== sentence[cue.from],
  );
  const to = forms[whole.to - 1] === '.' ? whole.to - 1 : whole.to;
  if (that === undefined) {
    const told = isBefore && content.length > 0 ? toldContent(reading, cue, to) : [];
    return told.length === 0 ? found : { ...found, content: told };
  }
  return isBefore && to - that > SHORTEST_CLAUSE ? { ...found, content: [{ from: that, to }] } : found;
}

/** A source that is "which" or "who" after a comma and before its verb. */
function isRelative({ words: { forms } }: Reading, cue: Stretch): boolean {
  return forms[cue.from - 2] === ',' && /^(?:which|who)$/u.test(forms[cue.from - 1] ?? '');
}

/** "Rebels said on Thursday they had seized the airport": where nothing was found, what follows the verb and its day is what was said. */
function clauseAfter(reading: Reading, candidate: Candidate, whole: Stretch | undefined): Candidate {
  const { forms } = reading.words;
  const { cue, source, content } = candidate;
  if (whole === undefined || content.length > 0 || !/^(?:said|says)$/u.test(forms[cue.to - 1] ?? '')) return candidate;
  if (source.length > 0 && source[0]?.to !== cue.from) return candidate;
  let from = cue.to;
  if (forms[from] === 'on') from++;
  from = weekdayOf(forms[from] ?? '') === undefined ? cue.to : from + 1;
  if (!CLAUSE_OPENERS.includes(reading.attributes.tag[from + PAD] ?? 0)) return candidate;
  const to = forms[whole.to - 1] === '.' ? whole.to - 1 : whole.to;
  const clause = { from, to };
  return to - from < SHORTEST_CLAUSE || !hasVerb(reading, clause) ? candidate : { ...candidate, content: [clause] };
}

const CLAUSE_OPENERS = tagsOf('DET', 'PRON', 'PROPN', 'SCONJ', 'NUM');

function clauseAround(reading: Reading, found: Candidate, whole: Stretch | undefined): Candidate {
  const { forms } = reading.words;
  const candidate = turned(reading, parted(reading, found, whole), whole);
  const [source] = candidate.source;
  const { cue } = candidate;
  if (source === undefined || whole === undefined) return candidate;
  if (forms[cue.to] === 'that' && forms[source.from - 1] !== ',') return candidate;
  if (forms[cue.from] === 'according' && cue.from === whole.from) {
    const short = upToComma(reading, source);
    if (short !== undefined) return withRest(reading, { ...candidate, source: [short], content: [] }, whole);
    if (candidate.content.length === 0) return withRest(reading, candidate, whole);
  }
  if (source.to !== cue.from) return candidate;
  const quotation = reading.quotes.quotations[(reading.quotes.inside[source.from - 2] ?? 0) - 1];
  const touches =
    quotation !== undefined &&
    quotation.to <= source.from &&
    quotation.to >= source.from - 2 &&
    reading.words.paragraph[quotation.from] === reading.words.paragraph[source.from] &&
    forms[source.from - 1] !== '.';
  // What machines make of "said": "…,” Roe talked about at a press assembly".
  if (touches && forms[cue.from] === 'talked' && (candidate.content[0]?.from ?? cue.to) >= cue.to)
    return { ...candidate, content: [{ from: quotation.from, to: quotation.to }] };
  if (!CLOSING_VERB.test(forms[cue.from] ?? '') || !lacksContent(reading, candidate)) return candidate;
  if (touches) return { ...candidate, content: [{ from: quotation.from, to: quotation.to }] };
  if (forms[source.from - 1] !== ',') return candidate;
  const before = { from: whole.from, to: source.from - 1 };
  if (forms[cue.to] === ',' && !/^(?:citing|quoting|which|who)$/u.test(forms[cue.to + 1] ?? '')) {
    const after = { from: cue.to + 1, to: forms[whole.to - 1] === '.' ? whole.to - 1 : whole.to };
    if (after.to - after.from < 2) return candidate;
    return { ...candidate, content: /^(?:that|which)$/u.test(forms[before.to - 1] ?? '') ? [after] : [before, after] };
  }
  return before.to - before.from < SHORTEST_CLAUSE ? candidate : { ...candidate, content: [before] };
}

/** "According to an affidavit, Holm told": a source that ran on over the comma to the subject of the verb. */
function upToComma({ words: { forms }, attributes: { tag } }: Reading, source: Stretch): Stretch | undefined {
  const comma = forms.indexOf(',', source.from);
  if (comma < 0 || comma >= source.to - 1 || tag[source.to + PAD] !== VERB) return undefined;
  return /^(?:which|who|a|an|the|its)$/u.test(forms[comma + 1] ?? '') ? undefined : { from: source.from, to: comma };
}

/** "According to Mercator, which cites two officials, the bank …": what comes after the source and its clause. */
function withRest(reading: Reading, candidate: Candidate, whole: Stretch): Candidate {
  const { forms } = reading.words;
  let at = candidate.source[0]?.to ?? candidate.cue.to;
  if (forms[at] === ',' && /^(?:which|who|citing|quoting)$/u.test(forms[at + 1] ?? '')) {
    at++;
    while (at < whole.to && forms[at] !== ',') at++;
  }
  if (forms[at] !== ',' && forms[at - 1] !== ',') return candidate;
  const from = forms[at] === ',' ? at + 1 : at;
  const to = forms[whole.to - 1] === '.' ? whole.to - 1 : whole.to;
  return to - from < SHORTEST_CLAUSE ? candidate : { ...candidate, content: [{ from, to }] };
}

/** Verbs that stand before their speaker where the clause goes before: "…, recalls a former clerk". */
const TURNED_VERB =
  /^(?:said|says|recalls|recalled|writes|wrote|reports|explains|explained|adds|notes|argues|warns|believes)$/u;

/** "Files had to be waved through, recalls a former clerk": whoever was taken for content is the source. */
function turned(reading: Reading, candidate: Candidate, whole: Stretch | undefined): Candidate {
  const { attributes } = reading;
  const { forms } = reading.words;
  const { cue, content } = candidate;
  const [first] = content;
  const [source] = candidate.source;
  if (whole === undefined || first === undefined || first.from !== cue.to) return candidate;
  const isClause = (s: Stretch) =>
    s.from === whole.from && s.to === cue.from - 1 && attributes.tag.subarray(s.from + PAD, s.to + PAD).includes(VERB);
  if (source !== undefined && !isClause(source)) return candidate;
  if (!TURNED_VERB.test(forms[cue.from] ?? '') || forms[cue.from - 1] !== ',') return candidate;
  if (cue.from - 1 - whole.from < SHORTEST_CLAUSE || (reading.quotes.inside[first.from] ?? 0) > 0) return candidate;
  let to = first.from;
  while (to < first.to && !/^(?:[,.;:"“”]|''|who)$/u.test(forms[to] ?? '')) to++;
  // "A teacher who lives near the port, said she had seen trucks": what goes on with a verb is what was said.
  if (hasVerb(reading, { from: first.from, to })) return candidate;
  return { ...candidate, source: [{ from: first.from, to }], content: [{ from: whole.from, to: cue.from - 1 }] };
}

/** ", a surveyor testified,": commas on both sides say that the clause around was said, whatever the verb. */
export function isParenthesis(
  reading: Reading,
  { cue, source, content }: Pick<Candidate, 'cue' | 'source' | 'content'>,
): boolean {
  const { forms } = reading.words;
  const [who] = source;
  if (who?.to !== cue.from || content.length === 0 || forms[who.from - 1] !== ',' || forms[cue.to] !== ',')
    return false;
  return cue.to - cue.from === 1 && CLOSING_VERB.test(forms[cue.from] ?? '');
}

/** Words after the cue of a sentence that ends with who said it: "told Reuters on condition of anonymity on Wednesday". */
const LONGEST_CLOSING = 10;

/** "Two plants will close, a source told Reuters.": a sentence whose end says who said all of it. */
export function isClosing(
  reading: Reading,
  { cue, source, content }: Pick<Candidate, 'cue' | 'source' | 'content'>,
): boolean {
  const { forms, sentence, sentences } = reading.words;
  const whole = sentences[sentence[cue.from] ?? 0];
  const [who] = source;
  const [said, more] = content;
  if (whole === undefined || who?.to !== cue.from || said === undefined || more !== undefined) return false;
  if (said.from !== whole.from || said.to !== who.from - 1 || forms[said.to] !== ',') return false;
  const two = cue.to - cue.from === 2 && forms[cue.from + 1] === 'about';
  if ((cue.to - cue.from > 1 && !two) || !CLOSING_VERB.test(forms[cue.from] ?? '')) return false;
  return said.to - said.from >= SHORTEST_CLAUSE && whole.to - cue.to <= LONGEST_CLOSING;
}

/** The content without a last piece that only says whom the report cites. */
function withoutCited(reading: Reading, candidate: Candidate): Candidate {
  const kept = candidate.content.filter((s) => !/^(?:citing|quoting)$/u.test(reading.words.forms[s.from] ?? ''));
  return kept.length === 0 || kept.length === candidate.content.length ? candidate : { ...candidate, content: kept };
}

/** "They have the signatures, their leader, Emil Sartan, said": a source that took in the clause is parted at its comma. */
function parted(reading: Reading, candidate: Candidate, whole: Stretch | undefined): Candidate {
  const { forms } = reading.words;
  const [source] = candidate.source;
  if (
    candidate.content.length > 0 ||
    source === undefined ||
    source.from !== whole?.from ||
    source.to !== candidate.cue.from
  )
    return candidate;
  for (let i = source.from + SHORTEST_CLAUSE; i < source.to - 2; i++) {
    if (
      forms[i] !== ',' ||
      !/^(?:the|an?|his|her|its|their|one|two|three|officials|authorities|police)$/u.test(forms[i + 1] ?? '')
    )
      continue;
    return { ...candidate, source: [{ from: i + 1, to: source.to }], content: [{ from: source.from, to: i }] };
  }
  return candidate;
}

/** "Speaking on condition of anonymity, an officer told the Guardian the man had been known": the terms are not what was said. */
function withoutTerms(reading: Reading, candidate: Candidate, whole: Stretch | undefined): Candidate {
  const { forms } = reading.words;
  const isTerms = (s: Stretch) =>
    /^(?:speaking|talking)$/u.test(forms[s.from] ?? '') && forms.slice(s.from, s.to).includes('condition');
  const kept = candidate.content.filter((s) => !isTerms(s));
  if (whole === undefined || kept.length === candidate.content.length) return candidate;
  const end = forms[whole.to - 1] === '.' ? whole.to - 1 : whole.to;
  return { ...candidate, content: kept.length > 0 ? kept : toldContent(reading, candidate.cue, end) };
}

/** "The army chief was dismissed for “serious violations”, Xinhua said": words quoted in a clause do not stand for it. */
function widened(reading: Reading, candidate: Candidate, whole: Stretch | undefined): Candidate {
  const { forms } = reading.words;
  const [source] = candidate.source;
  const [piece, more] = candidate.content;
  if (whole === undefined || source?.to !== candidate.cue.from || piece === undefined || more !== undefined)
    return candidate;
  if (!CLOSING_VERB.test(forms[candidate.cue.from] ?? '') || piece.to > source.from || source.from - piece.to > 1)
    return candidate;
  const before = { from: whole.from, to: piece.from };
  const isPart = before.to - before.from >= 2 && (reading.attributes.quoted[piece.from + PAD] ?? 0) === 2;
  if (!isPart || forms[source.from - 1] !== ',') return candidate;
  if (forms.slice(before.from, before.to).some((form) => CLAUSE_ENDS.test(form))) return candidate;
  return { ...candidate, content: [{ from: before.from, to: piece.to }] };
}

const CLAUSE_ENDS = /^(?:[,;:“”"‘’'—–-]|''|said|says|told|and|but)$/u;

function lacksContent(reading: Reading, { cue, content }: Candidate): boolean {
  const [first] = content;
  if (first === undefined) return true;
  if (first.from === cue.to && isRelative(reading, cue)) return false;
  // "…, friends revealed last night".
  if (first.from === cue.to && TIME.test(reading.words.forms.slice(first.from, first.to).join(' '))) return true;
  const last = content.at(-1) ?? first;
  if (last.to <= cue.from && /^(?:that|which)$/u.test(reading.words.forms[last.to - 1] ?? '')) return true;
  return (
    first.from >= cue.to &&
    (/^(?:citing|quoting)$/u.test(reading.words.forms[first.from] ?? '') ||
      (reading.words.forms[cue.to] === ',' &&
        /^(?:while|as|though|although|whereas|amid|after|hours|days)$/u.test(reading.words.forms[first.from] ?? '')) ||
      cue.to - cue.from > 2)
  );
}

const TIME = /^(?:(?:last|this|yesterday) )?(?:night|yesterday|morning|evening|today|week|afternoon|month|year)$/u;

const VERB = TAGS.indexOf('VERB') + 1;
/** Words that a clause has at least. */
const SHORTEST_CLAUSE = 4;
