import { bestModel, candidatesFor } from './best-model.js';
import { closeness, type Clustering } from './clustering.js';
import { fingerprint } from './fingerprint/fingerprint.js';
import { toWitness } from './witness/to-witness.js';

/** Share of either side below which a copy looks again, when all texts are read. A choice: what has less from one text may have more from one that came later. */
const LITTLE = 0.8;
/** What a later text must have more of it. A choice. */
const MORE = 0.1;

/**
 * A text joins the cluster of the text that it copies most among those before it; one that came later may be the one that it was
 * taken from. Texts that have little of their model look once more, among those, and take along what copies them.
 * Cost: reading such texts again, and few collations each.
 */
export function lookAgain(clustering: Clustering): void {
  const { rows, spool, table, knowledge } = clustering;
  rows.forEach((row, text) => {
    const { model } = row;
    if (model === undefined || model.twin || closeness(model) >= LITTLE) return;
    const page = spool.get(text);
    const { hashes } = fingerprint(toWitness(page, knowledge.lexicon), knowledge.lexicon);
    const elsewhere = candidatesFor(hashes, table)
      .map((candidate) => candidate.text)
      .filter((other) => other > text && rows[other]?.cluster !== row.cluster);
    const better = bestModel(page, elsewhere, clustering);
    if (better === undefined || closeness(better) < closeness(model) + MORE) return;
    row.model = better;
    move(text, rows[better.text]?.cluster ?? row.cluster, clustering);
  });
}

/** Moves a text to a cluster, with what copies it there. */
function move(text: number, cluster: number, { rows }: Clustering): void {
  const from = rows[text]?.cluster;
  const moved = new Set([text]);
  rows.forEach((row, other) => {
    if (row.cluster === from && row.model !== undefined && moved.has(row.model.text)) moved.add(other);
  });
  for (const one of moved) {
    const row = rows[one];
    if (row !== undefined) row.cluster = cluster;
  }
}
