import type { Figure, Measure } from './measure.js';
import { hasData } from './data.js';
import { countMetadata, METADATA, metadataRows } from './read-metadata.js';
import { countPlain, PLAIN_SETS } from './read-plain.js';
import { countSegments, f1, SEGMENTS, segmentRows } from './read-segments.js';

/** Reading pages: body, title, author and date, on the half of the data that nothing was tuned on; and plain texts, of which nothing may be lost. */
export const measure: Measure = {
  name: 'read',
  run(): Promise<readonly Figure[] | string> {
    const missing = [SEGMENTS, METADATA, ...PLAIN_SETS].filter((name) => !hasData(name));
    return Promise.resolve(missing.length > 0 ? `no data: ${missing.join(', ')}` : figures());
  },
};

function figures(): readonly Figure[] {
  const rows = segmentRows('test');
  const segments = countSegments(rows);
  const { title, author, named, date } = countMetadata(metadataRows('test'));
  const plain = countPlain();
  const share = ({ right, present }: { right: number; present: number }): number => right / present;
  // A segment is worth .002 of F1, a page .015 of a metadata share.
  return [
    {
      name: 'read.segments-f1',
      value: f1(segments),
      bar: 0.95,
      margin: 0.004,
      note: `${rows.length} held-out pages: ${segments.fn} missing, ${segments.fp} kept by mistake`,
    },
    {
      name: 'read.title',
      value: share(title),
      bar: 0.97,
      margin: 0.014,
      note: `${title.right} of ${title.present} held-out`,
    },
    {
      name: 'read.author',
      value: share(author),
      bar: 0.9,
      margin: 0.016,
      note: `${author.right} of ${author.present} held-out; ${named.right} where addresses and biographies beside the expected names don't count`,
    },
    {
      name: 'read.date',
      value: share(date),
      bar: 0.95,
      margin: 0.017,
      note: `${date.right} of ${date.present} held-out, same day`,
    },
    {
      name: 'read.plain-kept',
      value: plain.kept / plain.texts,
      bar: 0.99,
      margin: 0.002,
      note: `${plain.texts} bodies as given, stripped, wrapped and on one line: text equals body up to white space`,
    },
  ];
}
