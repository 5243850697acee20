/** Words written without gaps and with contractions spelled out, so that "did not" and "didn't" compare equal. Lower-case forms with straight apostrophes. */
export function spellOut(forms: readonly string[]): string {
  return forms.map(expand).join('').replaceAll(/[-'.]/g, '');
}

function expand(form: string): string {
  const irregular = IRREGULAR.get(form);
  if (irregular !== undefined) return irregular;
  if (form.endsWith("n't")) return `${form.slice(0, -3)}not`;
  const at = form.lastIndexOf("'");
  const ending = at < 0 ? undefined : ENDINGS.get(form.slice(at));
  return ending === undefined ? form : form.slice(0, at) + ending;
}

const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ["can't", 'cannot'],
  ["won't", 'willnot'],
  ["shan't", 'shallnot'],
  ["let's", 'letus'],
]);

/** "'s" is read as "is": a possessive stands against a possessive, which comes out the same; "'d" is left, as it may be "had" or "would". */
const ENDINGS: ReadonlyMap<string, string> = new Map([
  ["'re", 'are'],
  ["'ll", 'will'],
  ["'ve", 'have'],
  ["'m", 'am'],
  ["'s", 'is'],
]);
