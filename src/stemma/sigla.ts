const LATIN = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const GREEK = 'αβγδεζηθικλμνξοπρστυφχψω';

/** Short name of the i-th witness: A … Z, AA, AB … */
export function siglum(i: number): string {
  return letters(LATIN, i);
}

/** Short name of the i-th lost ancestor: α … ω, αα, αβ … */
export function lostSiglum(i: number): string {
  return letters(GREEK, i);
}

function letters(alphabet: string, i: number): string {
  const last = alphabet.charAt(i % alphabet.length);
  return i < alphabet.length ? last : letters(alphabet, Math.floor(i / alphabet.length) - 1) + last;
}
