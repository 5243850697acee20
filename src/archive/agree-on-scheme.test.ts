import { expect, it } from 'vitest';
import { openKnowledge } from '../knowledge/knowledge.js';
import { agreeOnScheme } from './agree-on-scheme.js';
import { openMemoryArchive } from './memory.js';

const { lexicon } = openKnowledge();

it('an archive without a scheme takes ours, and one of another lexicon is refused with what to do', async () => {
  const archive = openMemoryArchive();
  await agreeOnScheme(archive, lexicon);
  expect(await archive.scheme()).toContain(lexicon.version);
  await expect(agreeOnScheme(archive, { ...lexicon, version: 'other' })).rejects.toMatchObject({
    code: 'schema-mismatch',
    message:
      'The archive in memory has fingerprints of another version of Stemma: run stemma archive migrate to make them anew.',
  });
});
