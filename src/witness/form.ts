/**
 * The form by which a word is compared: what a reader would take it for, whatever bytes it's made of.
 * Compatibility characters are folded (NFKC), invisible marks dropped, quotes straightened, letters lowered;
 * letters of other alphabets that pass for Latin ones are folded where the word is otherwise Latin
 * (Unicode TR39 "confusables", the part that occurs in disguised news text).
 */
export function formOf(word: string): string {
  let form = word;
  if (!PLAIN.test(word)) {
    form = word.normalize('NFKC').replace(INVISIBLE, '').replace(APOSTROPHES, "'");
    if (FOREIGN.test(form) && LATIN.test(form))
      form = form.replace(FOREIGN_ALL, (letter) => LOOKALIKES.get(letter) ?? letter);
  }
  return form.toLowerCase();
}

/** The form of token i; empty beyond the ends. */
export function formAt(tokens: { readonly form: Uint32Array; readonly forms: readonly string[] }, i: number): string {
  const form = tokens.form[i];
  return form === undefined ? '' : (tokens.forms[form] ?? '');
}

const PLAIN = /^[\x20-\x7e]*$/;
const LATIN = /[a-z]/i;
const INVISIBLE = /\p{Cf}/gu;
const APOSTROPHES = /[\u2018\u2019\u02bc\u2032\u00b4\u0060]/g;
const FOREIGN = /[\u0370-\u03ff\u0400-\u04ff]/;
const FOREIGN_ALL = /[\u0370-\u03ff\u0400-\u04ff]/g;

const LOOKALIKES: ReadonlyMap<string, string> = new Map(
  Array.from('аaеeоoрpсcуyхxіiјjѕsԁdһhАAВBЕEКKМMНHОOРPСCТTУYХXІIЈJЅSαaοoνvρpιiκkτtΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX').reduce<
    [string, string][]
  >((pairs, letter, i, all) => (i % 2 === 0 ? [...pairs, [letter, all[i + 1] ?? letter]] : pairs), []),
);
