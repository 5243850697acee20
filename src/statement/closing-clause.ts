import type { Candidate } from './judge-features.js';
import type { Reading } from './reading.js';
import type { Stretch } from './words.js';

/** Verbs that end a sentence with who said the rest of it. */
const CLOSING_VERB =
  /^(?:said|says|found|reported|reports|testified|announced|wrote|writes|told|stated|added|noted|mentioned|warned|confirmed|shows|showed)$/u;

/**
 * "The line will cost more, the auditor found in a report", "a house that, a surveyor testified, does not exist": where no
 * content was found, or only what trails after the verb, it's the clause around.
 */
export function withClause(reading: Reading, found: Candidate): Candidate {
  const { forms, sentence, sentences } = reading.words;
  const whole = sentences[sentence[found.cue.from] ?? 0];
  const candidate = turned(reading, parted(reading, withoutCited(reading, found), whole), whole);
  const [source] = candidate.source;
  const { cue } = candidate;
  if (source === undefined || whole === undefined) return candidate;
  if (forms[cue.from] === 'according' && cue.from === whole.from && candidate.content.length === 0)
    return withRest(reading, candidate, whole);
  if (source.to !== cue.from) return candidate;
  if (!CLOSING_VERB.test(forms[cue.from] ?? '') || !lacksContent(reading, candidate)) return candidate;
  const quotation = reading.quotes.quotations[(reading.quotes.inside[source.from - 2] ?? 0) - 1];
  if (quotation !== undefined && quotation.to <= source.from && quotation.to >= source.from - 2)
    return { ...candidate, content: [{ from: quotation.from, to: quotation.to }] };
  if (forms[source.from - 1] !== ',') return candidate;
  const before = { from: whole.from, to: source.from - 1 };
  if (forms[cue.to] === ',' && !/^(?:citing|quoting|which|who)$/u.test(forms[cue.to + 1] ?? '')) {
    const after = { from: cue.to + 1, to: forms[whole.to - 1] === '.' ? whole.to - 1 : whole.to };
    if (after.to - after.from < 2) return candidate;
    return { ...candidate, content: /^(?:that|which)$/u.test(forms[before.to - 1] ?? '') ? [after] : [before, after] };
  }
  return before.to - before.from < SHORTEST_CLAUSE ? candidate : { ...candidate, content: [before] };
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
  const { forms } = reading.words;
  const { cue, content } = candidate;
  const [first] = content;
  if (whole === undefined || first === undefined || candidate.source.length > 0 || first.from !== cue.to)
    return candidate;
  if (!TURNED_VERB.test(forms[cue.from] ?? '') || forms[cue.from - 1] !== ',') return candidate;
  if (cue.from - 1 - whole.from < SHORTEST_CLAUSE || (reading.quotes.inside[first.from] ?? 0) > 0) return candidate;
  let to = first.from;
  while (to < first.to && !/^(?:[,.;:"“”]|'')$/u.test(forms[to] ?? '')) to++;
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

function lacksContent(reading: Reading, { cue, content }: Candidate): boolean {
  const [first] = content;
  if (first === undefined) return true;
  const last = content.at(-1) ?? first;
  if (last.to <= cue.from && /^(?:that|which)$/u.test(reading.words.forms[last.to - 1] ?? '')) return true;
  return (
    first.from >= cue.to &&
    (/^(?:citing|quoting)$/u.test(reading.words.forms[first.from] ?? '') || cue.to - cue.from > 2)
  );
}

/** Words that a clause has at least. */
const SHORTEST_CLAUSE = 4;
