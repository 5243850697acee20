/** A change's sentence in a reader's words: what its two sides are called where it's known which page is which. */
export function nameSides(sentence: string, names: { readonly base: string; readonly witness: string }): string {
  return sentence.replace(SIDE, (side, at: number) =>
    inSentence(side.toLowerCase().endsWith('base') ? names.base : names.witness, at),
  );
}

const SIDE = /\bthe (?:base|witness)\b/gi;

function inSentence(words: string, at: number): string {
  return at === 0 ? words.charAt(0).toUpperCase() + words.slice(1) : words;
}
