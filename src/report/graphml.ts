import type { Stemma } from '../stemma/stemma.js';
import { escapeMarkup } from './escape.js';

/** The stemma as GraphML 1.0, directed from exemplar to copy: opens in Gephi, yEd and Cytoscape. */
export function stemmaGraphml(stemma: Stemma): string {
  const nodes = stemma.witnesses.map((witness) => {
    const data = NODE_KEYS.map((key) => datum(`n_${key}`, witness[key])).join('');
    return `    <node id="${escapeMarkup(witness.siglum)}">${data}</node>`;
  });
  const edges = stemma.descents.map((descent, i) => {
    const data = [
      datum('e_relation', descent.relation),
      datum('e_version', descent.version),
      datum('e_probability', descent.probability),
      datum('e_grounds', descent.grounds.map((ground) => ground.text).join(' ')),
    ].join('');
    return `    <edge id="e${i}" source="${escapeMarkup(descent.exemplar)}" target="${escapeMarkup(descent.copy)}">${data}</edge>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...NODE_KEYS.map((key) => keyLine(`n_${key}`, 'node', key, key === 'lost' ? 'boolean' : 'string')),
    keyLine('e_relation', 'edge', 'relation', 'string'),
    keyLine('e_version', 'edge', 'version', 'boolean'),
    keyLine('e_probability', 'edge', 'probability', 'double'),
    keyLine('e_grounds', 'edge', 'grounds', 'string'),
    '  <graph id="stemma" edgedefault="directed">',
    ...nodes,
    ...edges,
    '  </graph>',
    '</graphml>',
    '',
  ].join('\n');
}

const NODE_KEYS = ['id', 'url', 'outlet', 'title', 'published', 'lost'] as const;

function keyLine(...[id, target, name, type]: [id: string, target: string, name: string, type: string]): string {
  return `  <key id="${id}" for="${target}" attr.name="${name}" attr.type="${type}"/>`;
}

function datum(key: string, value: string | number | boolean | undefined): string {
  return value === undefined ? '' : `<data key="${key}">${escapeMarkup(String(value))}</data>`;
}
