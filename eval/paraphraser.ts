import { pick } from '../src/testing/seeded.js';
import { spin, type Thesaurus } from '../src/testing/spinner.js';

/** How deep a paraphrase goes: shares of words swapped and of sentences whose clauses are turned round. */
export interface ParaphraseOptions {
  readonly thesaurus: Thesaurus;
  readonly rate: number;
  readonly turn: number;
  readonly random: () => number;
}

/**
 * Rewrites a text sentence by sentence by rule, as an editor or a translation there and back does: words swapped,
 * clauses turned round, attributions moved, sentences split and joined, small words changed, some words left out.
 * The order of facts stays; no sentence stays as it was.
 */
export function paraphrase(text: string, { thesaurus, rate, turn, random }: ParaphraseOptions): string {
  return text
    .split(/\n{2,}/)
    .map((paragraph) => {
      const sentences = sentencesOf(paragraph).map((sentence) => rewrite(sentence, turn, random));
      return join(sentences, random).join(' ');
    })
    .map(
      (paragraph) =>
        spin(paragraph, { thesaurus, rate, seed: Math.floor(random() * 2 ** 31), keepQuotations: random() < 0.5 }).text,
    )
    .join('\n\n');
}

/** Rough sentences: good enough to shuffle clauses. */
export function sentencesOf(text: string): string[] {
  return text
    .replaceAll(/\s+/g, ' ')
    .split(/(?<=[a-z0-9%)”"]{2}[.!?]["”]?) (?=[A-Z“"])/)
    .filter((sentence) => sentence.trim() !== '');
}

function rewrite(sentence: string, turn: number, random: () => number): string {
  let changed = sentence;
  if (random() < turn) changed = turned(changed, random);
  if (random() < 0.3) changed = split(changed);
  return changed
    .split(' ')
    .flatMap((word) => {
      const small = SMALL[word];
      if (small !== undefined && random() < 0.5) return [pick(small, random) ?? word];
      if (DROPPED.has(word) && random() < 0.5) return [];
      return random() < 0.02 ? [word, pick(FILLERS, random) ?? ''] : [word];
    })
    .join(' ');
}

/** Another order of clauses. */
function turned(sentence: string, random: () => number): string {
  const bare = sentence.replace(/[.!?]$/, '');
  const said = /^((?:[A-Z][\w.]+ ?){1,3}) (?:said|says|told reporters|added) (?:that )?(.{20,})$/.exec(bare);
  if (said)
    return `${capital(said[2] ?? '')}, ${pick(['according to', 'in the words of', 'as stated by'], random)} ${said[1]}.`;
  const tail = /^(.{20,}), (?:[A-Z][\w.]+ ?){1,3} said$/.exec(bare);
  if (tail) return `It was stated that ${lower(tail[1] ?? '')}.`;
  const clauses = bare.split(/, (?=[a-z])/);
  if (clauses.length >= 2) {
    const at = 1 + Math.floor(random() * (clauses.length - 1));
    return `${capital(clauses.slice(at).join(', '))}, ${lower(clauses.slice(0, at).join(', '))}.`;
  }
  const time = /^(.{20,}) ((?:on|in|at|after|before|during|for|with) [^,]{6,40})$/.exec(bare);
  return time ? `${capital(time[2] ?? '')}, ${lower(time[1] ?? '')}.` : sentence;
}

function split(sentence: string): string {
  const parts = /^(.{30,}), (?:which|and|but|while|who) (.{30,})$/.exec(sentence);
  return parts ? `${parts[1]}. ${capital(`this ${parts[2]}`)}` : sentence;
}

/** Two short sentences become one now and then. */
function join(sentences: readonly string[], random: () => number): string[] {
  const found: string[] = [];
  for (const sentence of sentences) {
    const last = found.at(-1);
    if (last !== undefined && last.length + sentence.length < 160 && random() < 0.3)
      found[found.length - 1] =
        `${last.replace(/[.!?]$/, '')}, ${pick(['and', 'while', 'as'], random)} ${lower(sentence)}`;
    else found.push(sentence);
  }
  return found;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function lower(text: string): string {
  return /^(?:The|A|An|In|On|At|After|Before|It|He|She|They|But|And|This|That|These|Some|Many|Most) /.test(text)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
}

const SMALL: Readonly<Record<string, readonly string[]>> = {
  the: ['this', 'the'],
  a: ['one', 'a'],
  in: ['within', 'inside', 'at'],
  on: ['upon', 'at'],
  of: ['from', 'of'],
  for: ['because of', 'to'],
  with: ['along with', 'together with'],
  that: ['which', ''],
  was: ['has been', 'is'],
  were: ['have been', 'are'],
  is: ['was', "'s"],
  has: ['had', 'has'],
  have: ['had'],
  will: ['is going to', 'would'],
  would: ['will', 'could'],
  said: ['stated', 'noted', 'explained', 'told reporters'],
  and: ['as well as', 'and also'],
  but: ['however', 'yet'],
  to: ['in order to', 'to'],
  by: ['from', 'through'],
  from: ['out of', 'of'],
  who: ['that'],
  his: ['the', 'his'],
  their: ['the', 'its'],
  its: ['the', 'their'],
  after: ['following', 'once'],
  before: ['prior to'],
  about: ['around', 'regarding'],
  more: ['further', 'greater'],
  not: ['not', 'never'],
};
const DROPPED = new Set('also very just already still even really that then'.split(' '));
const FILLERS = ['also', 'now', 'reportedly', 'in turn', 'for its part', 'there', 'meanwhile', 'as well'];
