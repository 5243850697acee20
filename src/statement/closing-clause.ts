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
  const candidate = parted(reading, withoutCited(reading, found), whole);
  const [source] = candidate.source;
  const { cue } = candidate;
  if (source === undefined || whole === undefined || source.to !== cue.from) return candidate;
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
