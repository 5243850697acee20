import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readPage } from '../page/read-page.js';

/** Folder of the fixture pages, all of them invented: a folder a page, `page.*` and `expected.json`. */
export const FIXTURES = fileURLToPath(new URL('../../fixtures/page', import.meta.url));

export function fixtureSlugs(): readonly string[] {
  return readdirSync(FIXTURES).sort();
}

/** How a fixture is read and how it should be. Without an expectation, or with UPDATE set, the reading becomes the expectation. */
export function judgeFixture(slug: string): { readonly read: unknown; readonly expected: unknown } {
  const folder = `${FIXTURES}/${slug}`;
  const name = readdirSync(folder).find((file) => file.startsWith('page.')) ?? 'page.html';
  const read = readFixture(`${folder}/${name}`);
  const file = `${folder}/expected.json`;
  if (!existsSync(file) || process.env['UPDATE'] !== undefined)
    writeFileSync(file, `${JSON.stringify(read, null, 2)}\n`);
  return { read, expected: JSON.parse(readFileSync(file, 'utf8')) };
}

function readFixture(file: string): unknown {
  const { title, byline, outlet, dateline, published, modified, canonical, language, parts, notes, claims } = readPage({
    bytes: readFileSync(file),
  });
  const telling = claims.filter((claim) =>
    ['agency', 'original', 'contributor', 'section', 'keywords'].includes(claim.field),
  );
  return JSON.parse(
    JSON.stringify({
      title,
      byline,
      outlet,
      dateline,
      published,
      modified,
      canonical,
      language,
      notes,
      parts: parts.map(({ kind, text }) => ({ kind, text })),
      claims: telling,
    }),
  );
}
