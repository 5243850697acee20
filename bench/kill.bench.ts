import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killAdds } from '../src/testing/kill-adds.js';
import { openPostgresSchema, postgresUrls } from '../src/testing/postgres-schema.js';
import { seeded } from '../src/testing/seeded.js';
import type { Bench } from './bench-case.js';

const KILLS = Number(process.env['KILLS'] ?? 50);

/** Processes killed while they add (SIGKILL, at moments of a seed): what was acknowledged and isn't there, what is there by halves. */
export const bench: Bench = {
  name: 'kill',
  run: async (print) => {
    const folder = mkdtempSync(join(tmpdir(), 'stemma-kill-'));
    print(`SQLite: ${await killed(folder)}`);
    rmSync(folder, { recursive: true });
    for (const url of postgresUrls()) {
      const schema = await openPostgresSchema(url, 'stemma_kill');
      print(`PostgreSQL: ${await killed(schema.url)}`);
      await schema.drop();
    }
  },
};

async function killed(where: string): Promise<string> {
  const { kills, acknowledged, lost, halves, findings } = await killAdds(where, KILLS, seeded(11));
  return `${kills} kills, ${acknowledged} witnesses acknowledged, ${lost} lost, ${halves} half added, ${findings.length} findings`;
}
