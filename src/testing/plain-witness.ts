import type { Part } from '../page/page.js';
import type { Lexicon } from '../witness/lexicon.js';
import { toWitness } from '../witness/to-witness.js';
import type { Witness } from '../witness/witness.js';

/** The witness of a bare text: every block between blank lines is a paragraph. */
export function plainWitness(text: string, lexicon: Lexicon, id = ''): Witness {
  const parts: Part[] = [];
  for (const match of text.matchAll(/[^\n]+(?:\n(?!\s*\n)[^\n]+)*/g)) {
    parts.push({ kind: 'paragraph', text: match[0], start: match.index, end: match.index + match[0].length });
  }
  return toWitness({ id, byline: [], parts, text, source: text, claims: [], notes: [] }, lexicon);
}
