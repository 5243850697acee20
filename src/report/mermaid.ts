import type { Stemma } from '../stemma/stemma.js';
import { percentOf, tieOf } from './plain-words.js';

/** The stemma as a Mermaid flowchart, for pages that draw it from text: lost ancestors are circles, further shapes boxes. */
export function stemmaMermaid(stemma: Stemma): string {
  const key = new Map(stemma.witnesses.map((witness, i) => [witness.siglum, `w${i}`]));
  const nodes = stemma.witnesses.map((witness, i) => {
    if (witness.lost) return `  w${i}(("${witness.siglum}"))`;
    const name = witness.outlet ?? witness.title ?? witness.id;
    return `  w${i}["${entities(name === undefined ? witness.siglum : `${witness.siglum}: ${name}`)}"]`;
  });
  const edges = stemma.descents.flatMap((descent) => {
    const { exemplar, copy, relation, probability } = descent;
    const [from, to] = [key.get(exemplar), key.get(copy)];
    return from === undefined || to === undefined
      ? []
      : [`  ${from} ${relation === 'verbatim' ? '-->' : '-.->'}|"${tieOf(descent)}, ${percentOf(probability)}"| ${to}`];
  });
  return ['flowchart LR', ...nodes, ...edges, ''].join('\n');
}

/** Mermaid reads markup and its own signs in labels: everything but letters, digits and plain marks goes as a numeric entity. */
function entities(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[^\p{L}\p{N} .,:'’-]/gu, (sign) => `#${sign.codePointAt(0) ?? 32};`);
}
