import type { Stemma } from '../stemma/stemma.js';
import { percentOf, tieOf } from './plain-words.js';

/** The stemma in Graphviz's DOT language: lost ancestors dashed, pen width by probability, line style by relation. */
export function stemmaDot(stemma: Stemma): string {
  const nodes = stemma.witnesses.map((witness) => {
    const label = witness.lost
      ? witness.siglum
      : [witness.siglum, witness.outlet ?? witness.title ?? witness.id].filter((part) => part !== undefined).join('\n');
    return `  ${quoted(witness.siglum)} [label=${quoted(label)}${witness.lost ? ', style=dashed' : ''}];`;
  });
  const edges = stemma.descents.map((descent) => {
    const label = `${tieOf(descent)}, ${percentOf(descent.probability)}`;
    const grounds = descent.grounds.map((ground) => ground.text).join(' ');
    const style = STYLES[descent.relation] ?? 'solid';
    return `  ${quoted(descent.exemplar)} -> ${quoted(descent.copy)} [label=${quoted(label)}, tooltip=${quoted(grounds)}, penwidth=${(1 + 3 * descent.probability).toFixed(1)}, style=${style}];`;
  });
  return [
    'digraph stemma {',
    '  node [shape=box, fontname="sans-serif"];',
    '  edge [fontname="sans-serif", fontsize=10];',
    ...nodes,
    ...edges,
    '}',
    '',
  ].join('\n');
}

const STYLES: Readonly<Record<string, string>> = { spun: 'dashed', rewritten: 'dotted' };

/** A DOT string: backslash and quote escaped; line breaks as `\n`. */
function quoted(text: string): string {
  const plain = text.replace(/[\u0000-\u0009\u000b-\u001f]/g, ' ');
  return `"${plain.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\n/g, '\\n')}"`;
}
