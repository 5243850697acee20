import { describe, expect, it } from 'vitest';
import type { Archive, Deposit } from '../archive/archive.js';
import { depositOf } from '../archive/deposit.js';
import type { Page } from '../page/page.js';
import { samplePage } from './sample-page.js';

/** More than are made anew in one transaction. */
const WITNESSES = 700;

/** Making all fingerprints anew, cut off and gone on with, on an engine that keeps what it has. */
export function reindexCases(name: string, open: () => Promise<Archive>): void {
  describe(`${name}: fingerprints made anew`, () => {
    const deposits = Array.from({ length: WITNESSES }, (_, i): Deposit =>
      depositOf(samplePage({ id: `${i}` }), Float64Array.of(i, 5000)),
    );
    const anew = ({ id = '' }: Page): Float64Array => Float64Array.of(Number(id) + 9000);

    it('replace the old ones; what was cut off is gone on with, and nothing is added meanwhile', async () => {
      const archive = await open();
      await archive.add(deposits);
      await archive.claim('old');
      let made = 0;
      const cut = (page: Page): Float64Array => {
        if (++made > 600) throw new Error('cut');
        return anew(page);
      };
      await expect(archive.reindex('new', cut)).rejects.toThrow('cut');
      expect(['old', 'new']).not.toContain(await archive.scheme());
      await expect(archive.add([depositOf(samplePage({ id: 'late' }), Float64Array.of(1))])).rejects.toMatchObject({
        code: 'schema-mismatch',
        message: expect.stringContaining('run stemma archive migrate again') as string,
      });
      made = 0;
      await archive.reindex('new', (page) => (made++, anew(page)));
      expect(made).toBeLessThan(WITNESSES);
      expect(await archive.scheme()).toBe('new');
      expect(await archive.count()).toMatchObject({ witnesses: WITNESSES, postings: WITNESSES });
      expect([...(await archive.frequencies(Float64Array.of(5000, 9000, 9699)))]).toEqual([0, 1, 1]);
      expect(await archive.verify()).toEqual([]);
      await archive.close();
    });
  });
}
