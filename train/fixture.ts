import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { extname } from 'node:path';
import { FIXTURES, judgeFixture } from '../src/testing/page-fixtures.js';

/**
 * `npm run fixture -- SLUG FILE`: adds a page (HTML, text, Markdown, MHTML; one that we wrote) to fixtures/page/SLUG and writes
 * down how it is read now. Look at the expectation before you commit it: `git diff` is the review.
 */
const [slug, file] = process.argv.slice(2);
if (slug === undefined || file === undefined || !/^[a-z0-9-]+$/.test(slug) || !existsSync(file)) {
  console.error(
    'Usage: npm run fixture -- SLUG FILE, with a slug of small letters, digits and hyphens, and a page that exists.',
  );
  process.exitCode = 2;
} else {
  mkdirSync(`${FIXTURES}/${slug}`, { recursive: true });
  copyFileSync(file, `${FIXTURES}/${slug}/page${extname(file)}`);
  rmSync(`${FIXTURES}/${slug}/expected.json`, { force: true });
  judgeFixture(slug);
  console.log(`fixtures/page/${slug}/expected.json written`);
}
