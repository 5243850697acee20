import { describe, expect, it } from 'vitest';
import { StemmaError } from '../error.js';
import { HOSTILE_PAGES } from '../testing/hostile-pages.js';
import { readPage } from './read-page.js';

/** These take seconds together; the bench reads them too. */
const LARGE = /\b(?:20|40|50) MB|million par|million links|million cells/u;

describe('a hostile page', () => {
  it.each(Object.keys(HOSTILE_PAGES).filter((name) => !LARGE.test(name)))(
    '(%s) is read or refused with a sentence',
    (name) => {
      const bytes = HOSTILE_PAGES[name]?.() ?? new Uint8Array();
      try {
        const page = readPage({ bytes });
        expect(page.text.length).toBeGreaterThan(0);
        expect(page.title?.length ?? 0).toBeLessThan(2_000);
      } catch (error) {
        if (!(error instanceof StemmaError)) throw error;
        expect(error.code).toBe('unreadable-page');
        expect(error.message).toMatch(/^(?:No article|There is no text) here: .*\.$/u);
      }
    },
    20_000,
  );
});
