import type { Witness } from '../witness/witness.js';
import type { JudgedSuspect } from './suspect-spans.js';
import type { SpinModel } from './spin-model.js';
import { Source } from './substitutes.js';

/** What points to a kind of machine. */
export interface MachineMarks {
  /** `thesaurus`, `dictionary` or `back-translation`; absent where nothing points to any. */
  readonly machine?: string;
  /** A plain sentence each. */
  readonly grounds: readonly string[];
}

/** Words that a bilingual dictionary gives where a text had a plain one: a person uses them rarely, and never several on a page. */
const DICTIONARY_WORDS: ReadonlyMap<string, string> = new Map(
  (
    'astatine:at beryllium:be arsenic:as oregon:or adhd:add astir:about aft:after erstwhile:when conscionable:just betwixt:between whitethorn:may ' +
    'agelong:long archetypal:first backmost:back precocious:high aboriginal:early beardown:strong afloat:full upwind:weather motorboat:launch begetter:father ' +
    'unfastened:open privation:want cognize:know xxiv:two-dozen gazabo:man gink:man jalopy:car ardency:fire buckshot:shot aforesaid:said radical:people'
  )
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);

/** Different dictionary words that make a dictionary spinner: two happen by chance on technical and old pages. */
const LEAST_DICTIONARY_WORDS = 3;
/** Marks of a translation there and back that make one. */
const LEAST_TRANSLATION_MARKS = 2;

/** Whether a page says of itself that a machine translated it: then odd wording is no disguise. */
export function isDeclaredTranslation(text: string): boolean {
  return /\b(?:machine|automatic(?:ally)?|auto)[ -]translat(?:ed|ion)\b|\btranslated (?:automatically|by (?:a machine|Google|DeepL|Bing))/i.test(
    text,
  );
}

/** Looks for marks of each kind of machine. Cost: linear. */
export function machineMarks(
  witness: Witness,
  judged: readonly JudgedSuspect[],
  spun: number,
  model: SpinModel,
): MachineMarks {
  const grounds: string[] = [];
  const dictionary = witness.forms.filter((form) => DICTIONARY_WORDS.has(form));
  if (dictionary.length >= LEAST_DICTIONARY_WORDS) {
    grounds.push(
      `Words of a bilingual dictionary stand for plain ones: ${list(dictionary.map((form) => `“${form}” for “${DICTIONARY_WORDS.get(form)}”`))}.`,
    );
  }
  const habits = judged.filter(
    ({ suspect, probability }) => probability >= 0.5 && ((suspect.originals[0]?.sources ?? 0) & Source.habit) !== 0,
  );
  if (habits.length >= 2) {
    grounds.push(
      `Substitutes that rewording machines are known for: ${list(habits.map(({ suspect }) => `“${suspect.form}” for “${model.words[suspect.originals[0]?.id ?? 0]}”`))}.`,
    );
  }
  const strangers = judged.filter(({ suspect, probability }) => suspect.isStranger && probability >= 0.5);
  if (spun >= 0.5 && strangers.length >= 3) {
    grounds.push(
      `${strangers.length} words stand in company that no text of the background has, where a synonym's company is usual: ${list(strangers.map(({ suspect }) => `“${suspect.form}”`))}.`,
    );
  }
  const marks = translationMarks(witness);
  if (marks.length > 0 && (marks.length >= LEAST_TRANSLATION_MARKS || spun >= 0.5))
    grounds.push(`Traces of a translation there and back: ${list(marks)}.`);
  const machine =
    dictionary.length >= LEAST_DICTIONARY_WORDS
      ? 'dictionary'
      : marks.length >= LEAST_TRANSLATION_MARKS
        ? 'back-translation'
        : spun >= 0.5
          ? 'thesaurus'
          : undefined;
  return machine === undefined ? { grounds } : { machine, grounds };
}

const MOST_LISTED = 6;

function list(items: readonly string[]): string {
  return (
    [...new Set(items)].slice(0, MOST_LISTED).join(', ') + (new Set(items).size > MOST_LISTED ? ' and others' : '')
  );
}

/** Kinds of trace that translation engines leave in English, each a few words with its example. */
function translationMarks(witness: Witness): readonly string[] {
  const { text } = witness;
  const marks: string[] = [];
  const find = (pattern: RegExp, say: (hit: string) => string, least = 1): void => {
    const hits = [...text.matchAll(pattern)];
    if (hits.length >= least) marks.push(say((hits[0]?.[0] ?? '').trim()));
  };
  find(/[$€£] \d/g, (hit) => `a blank after the currency sign (“${hit}”)`);
  find(/« [^»\n]{1,80} »/g, (hit) => `another language's quotation marks (“${hit}”)`);
  find(
    /\b\d{1,3} \d{3}(?: \d{3})?\b(?=[^\d]*(?:people|dollars|euros))/g,
    (hit) => `another language's way to write numbers (“${hit}”)`,
  );
  find(
    /\b(?:Mr|Mrs|Prince|Princess|President|King|Queen|Pope) (?:el|la|le|der|die|von dem|carlos|enrique|guillermo|isabel|jorge|francisco)\b/g,
    (hit) => `a name translated (“${hit}”)`,
  );
  find(
    /(?<=[a-z] )(?:El|La|Los|Las|Y|Der|Und|Les|Et) [A-Z]\w+ (?:He|She|They) /g,
    (hit) => `words of another language left over (“${hit}”)`,
  );
  find(
    /\b(?:he|she) (?:said|says|told)[^.\n]{0,40}, (?:he|she) (?:said|says|told)\b/g,
    (hit) => `a person who changes gender (“${hit}”)`,
    2,
  );
  find(/\w(?:&quot;|,quot;|&#39;)/g, (hit) => `broken marks (“${hit}”)`);
  return marks;
}
