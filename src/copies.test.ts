import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
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

it('says of each page whether it took the text or gave it, and tells versions apart', { timeout: 60_000 }, async () => {
  const story = readFileSync(`${examples}tram-contract-verdict/original.txt`, 'utf8')
    .split(/\n\s*\n/u)
    .filter((paragraph) => paragraph.length > 120);
  const url = 'https://pressanord.example/tram';
  const pages = {
    wire: { url, outlet: 'Pressa Nord', text: story.join('\n\n'), published: '2026-10-09T16:00:00Z' },
    update: {
      url: `${url}/amp`,
      outlet: 'Pressa Nord',
      text: story.join('\n\n').replace('19 hours', '21 hours'),
      published: '2026-10-09T16:00:00Z',
      modified: '2026-10-09T19:00:00Z',
    },
    spark: { outlet: 'Daily Spark', text: story.slice(0, -2).join('\n\n'), published: '2026-10-10T07:00:00Z' },
    ember: { outlet: 'Ember', text: story.slice(0, -4).join('\n\n'), published: '2026-10-11T07:00:00Z' },
  };
  const placesAround = async (asked: keyof typeof pages): Promise<object> => {
    const archive = openMemoryArchive();
    const rows = Object.entries(pages).map(([id, page]) => JSON.stringify({ id, ...page }));
    await addPages(['-'], archive, knowledge, {
      stdin: Readable.from([Buffer.from(rows.join('\n'))]),
      jsonLines: true,
    });
    const copies = await copiesOf({ id: asked, ...pages[asked] }, { archive, knowledge });
    return Object.fromEntries(copies.map(({ id = '', place, version }) => [id, version?.other ?? place]));
  };
  expect(await placesAround('wire')).toEqual({ update: 'later', spark: 'copy', ember: 'copy' });
  expect(await placesAround('update')).toEqual({ wire: 'earlier', spark: 'copy', ember: 'copy' });
  expect(await placesAround('spark')).toMatchObject({ wire: 'exemplar' });
});
