import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { addPages } from './add.js';
import { openMemoryArchive } from './archive/memory.js';
import { copiesOf } from './copies.js';
import { openKnowledge } from './knowledge/knowledge.js';

interface Story {
  readonly witnesses: readonly {
    readonly file: string;
    readonly relation: string;
    readonly credited: boolean;
  }[];
}

const examples = fileURLToPath(new URL('../examples/', import.meta.url));
const truth = JSON.parse(readFileSync(`${examples}truth.json`, 'utf8')) as Readonly<Record<string, Story>>;
const knowledge = openKnowledge();

for (const story of ['lakeside-summit', 'ashkeld-dam', 'corvane-rate-cut']) {
  it(
    `of ${story} those that name the original’s outlet are credited, the others not`,
    { timeout: 60_000 },
    async () => {
      const witnesses = truth[story]?.witnesses ?? [];
      const copies = witnesses.filter(({ relation }) => !['original', 'independent'].includes(relation));
      const archive = openMemoryArchive();
      await addPages([examples + story], archive, knowledge);
      const html = readFileSync(`${examples}${story}/original.html`);
      const found = await copiesOf({ bytes: html, contentType: 'text/html' }, { archive, knowledge });
      const creditedOf = new Map(found.map(({ id = '', credited }) => [id.slice(id.lastIndexOf('/') + 1), credited]));
      const told = copies.flatMap(({ file }) => (creditedOf.has(file) ? [[file, creditedOf.get(file)]] : []));
      const right = copies.flatMap(({ file, credited }) => (creditedOf.has(file) ? [[file, credited]] : []));
      expect(told).toEqual(right);
      expect(creditedOf.get('credited.html')).toBe(true);
      expect(creditedOf.get('spun.html')).toBe(false);
    },
  );
}
