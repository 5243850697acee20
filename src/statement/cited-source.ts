import { outletsIn } from './outlets.js';
import { withEnd, type Triple } from './triple.js';
import type { Telling } from './telling.js';
import type { Stretch } from './words.js';

/**
 * Whom an outlet has it from, where a cue's source takes in both or neither: "The Times, quoting two diplomats, said",
 * "according to a report by the Times citing two people", "Interfax quoted Roe as saying". By rule: PolNeAR annotates
 * the outlet as the source and stops there.
 */
export function withCitedSources(page: Telling, triples: readonly Triple[]): Triple[] {
  const parted = triples.map((triple) =>
    quotedAs(page, withoutSubject(page, citedInSource(page, citedInContent(page, withoutCitation(page, triple))))),
  );
  return parted.filter((triple, at) => {
    const near = parted.slice(Math.max(0, at - NEIGHBOURS), at + NEIGHBOURS);
    return !near.some((other) => tells(page, other, triple));
  });
}

/** Triples around one that can stand in its sentence. */
const NEIGHBOURS = 12;

/** "that the army had crossed the border, citing two sources": whom the outlet cites is no part of what it says. */
function withoutCitation(page: Telling, triple: Triple): Triple {
  const { forms } = page.reading.words;
  const last = triple.content.at(-1);
  if (last === undefined || last.from < triple.cue.to || triple.source.length === 0) return triple;
  for (let i = last.to - 2; i > last.from + 2; i--) {
    if ((page.reading.quotes.inside[i] ?? 0) > 0) return triple;
    if (forms[i - 1] === ',' && /^(?:citing|quoting)$/u.test(forms[i] ?? '')) return withEnd(triple, i - 1);
  }
  return triple;
}

/** "The Times, citing two diplomats,": who reports and whom it cites are no part of what is said. */
function withoutSubject({ reading: { words } }: Telling, triple: Triple): Triple {
  const [source] = triple.source;
  if (source === undefined || !CITING.test(words.forms[source.from - 1] ?? '')) return triple;
  const content = triple.content.filter((s) => source.from < s.from || s.to <= source.from);
  return content.length === 0 || content.length === triple.content.length ? triple : { ...triple, content };
}

const CITING = /^(?:citing|quoting|cited|quoted|cites|quotes|referencing)$/u;

/** "The Times, quoting two diplomats,": the diplomats; where no source was found, the one before the cue. */
function citedInSource(page: Telling, triple: Triple): Triple {
  const { forms } = page.reading.words;
  const [found] = triple.source;
  const cites =
    found !== undefined && forms[found.to] === ',' && /^(?:citing|quoting)$/u.test(forms[found.to + 1] ?? '');
  const source = cites ? { from: found.from, to: triple.cue.from } : (found ?? phraseBefore(page, triple.cue.from));
  if (source === undefined || source.to > triple.cue.from + LONGEST_CITATION || triple.source.length > 1) return triple;
  for (let i = source.from + 1; i < source.to - 1; i++) {
    if (!/^(?:citing|quoting)$/u.test(forms[i] ?? '') && !isWhichCited(forms, i)) continue;
    const to = forms[source.to - 1] === ',' ? source.to - 1 : source.to;
    if (to <= i + 1 || outletsIn(page, { from: source.from, to: i }).length === 0) return triple;
    return outletsIn(page, { from: i + 1, to }).some((outlet) => outlet.to === to)
      ? triple
      : { ...triple, source: [{ from: i + 1, to }] };
  }
  return triple;
}

/** "which cited", "who had quoted". */
function isWhichCited(forms: readonly string[], i: number): boolean {
  const before = /^(?:has|had|have)$/u.test(forms[i - 1] ?? '') ? (forms[i - 2] ?? '') : (forms[i - 1] ?? '');
  return /^(?:cited|quoted|cites|quotes)$/u.test(forms[i] ?? '') && before === 'which';
}

/** "Channel 12 reported, citing two officials, that …", read as if "citing" were the cue of all that follows. */
function citedInContent(page: Telling, triple: Triple): Triple {
  const { forms } = page.reading.words;
  const [content] = triple.content;
  if (content?.from !== triple.cue.to || !/^(?:citing|quoting)$/u.test(forms[triple.cue.from] ?? '')) return triple;
  for (let i = content.from + 1; i < Math.min(content.to - 2, content.from + LONGEST_CITATION); i++) {
    if (/^(?:[.;:?!"“”]|'')$/u.test(forms[i] ?? '')) return triple;
    if (forms[i] !== ',') continue;
    if (forms[i + 1] !== 'that' && (page.reading.quotes.inside[i + 1] ?? 0) === 0) return triple;
    const source = { from: content.from, to: i };
    return { ...triple, source: [source], content: [{ from: i + 1, to: content.to }, ...triple.content.slice(1)] };
  }
  return triple;
}

/** Words of "Yonhap, citing a military source," at most. */
const LONGEST_CITATION = 22;

/** What stands between the start of the sentence and a cue, where it ends with a comma. */
function phraseBefore(page: Telling, cue: number): Stretch | undefined {
  const { words } = page.reading;
  const from = words.sentences[words.sentence[cue] ?? 0]?.from ?? cue;
  return words.forms[cue - 1] === ',' && cue - from <= LONGEST_CITATION ? { from, to: cue } : undefined;
}

const AS_SAYING =
  /^(?:saying|telling|stating|declaring|warning|adding|writing|claiming|insisting|denying|calling|describing|announcing)$/u;
/** Words of whom an outlet quotes, with office and name, at most. */
const LONGEST_QUOTED = 14;

/** "quoted Roe as saying that …": Roe is the source, what follows the content. */
function quotedAs(page: Telling, triple: Triple): Triple {
  const quoted = quotedPhrase(page, triple.cue);
  if (quoted === undefined) return triple;
  const { words } = page.reading;
  const content = triple.content.flatMap((s) => {
    if (s.to <= triple.cue.from) return [s];
    const from = Math.max(s.from, quoted.after);
    return from < s.to ? [{ from, to: s.to }] : [];
  });
  const end = words.sentences[words.sentence[triple.cue.from] ?? 0]?.to ?? quoted.after;
  const rest = { from: quoted.after, to: words.forms[end - 1] === '.' ? end - 1 : end };
  const said = rest.to > rest.from ? rest : clauseBefore(page, triple.cue);
  const whole = content.length > 0 || said === undefined ? content : [said];
  return whole.length === 0 ? triple : { ...triple, source: [quoted.who], content: whole };
}

/** "The rebels have left, Radio Sund quoted a resident as saying": the clause before the comma before the outlet. */
function clauseBefore({ reading: { words } }: Telling, cue: Stretch): Stretch | undefined {
  const from = words.sentences[words.sentence[cue.from] ?? 0]?.from ?? cue.from;
  const comma = words.forms.lastIndexOf(',', cue.from - 1);
  return comma - from < 2 || cue.from - comma > LONGEST_QUOTED ? undefined : { from, to: comma };
}

/** The phrase between "quoted" and "as saying", and the word after these. */
function quotedPhrase(page: Telling, cue: Stretch): { who: Stretch; after: number } | undefined {
  const { forms, length } = page.reading.words;
  let from = cue.from;
  while (from < cue.to && !CITING.test(forms[from] ?? '')) from++;
  if (from >= cue.to || /^(?:is|was|were|are|been|be|being)$/u.test(forms[from - 1] ?? '')) return undefined;
  for (let i = from + 2; i < Math.min(length - 1, from + LONGEST_QUOTED); i++) {
    if (/^(?:[.;:"“”]|'')$/u.test(forms[i] ?? '')) return undefined;
    if (forms[i] !== 'as' || !AS_SAYING.test(forms[i + 1] ?? '')) continue;
    return { who: { from: from + 1, to: forms[i - 1] === ',' ? i - 1 : i }, after: i + 2 };
  }
  return undefined;
}

/** Whether a triple only says again, as "as saying" or "citing", what another in its sentence says with its own cue. */
function tells(page: Telling, other: Triple, triple: Triple): boolean {
  if (other === triple) return false;
  const { forms, sentence } = page.reading.words;
  if (sentence[other.cue.from] !== sentence[triple.cue.from]) return false;
  const quoted = quotedPhrase(page, other.cue);
  if (quoted !== undefined) return triple.cue.from > other.cue.from && triple.cue.from < quoted.after;
  return (
    /^(?:citing|quoting|cited|quoted)$/u.test(forms[triple.cue.from] ?? '') &&
    triple.content[0]?.from === triple.cue.to &&
    (page.reading.quotes.inside[triple.cue.to] ?? 0) === 0 &&
    !/^(?:citing|quoting|cited|quoted)$/u.test(forms[other.cue.from] ?? '') &&
    (other.source[0]?.from === triple.cue.to ||
      triple.source.every((s) => forms[s.from] === 'which' || outletsIn(page, s).length > 0))
  );
}
