import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { archiveCases } from '../testing/archive-cases.js';
import { openSqliteArchive } from './sqlite.js';

const root = mkdtempSync(join(tmpdir(), 'stemma-sqlite-'));

afterAll(() => rmSync(root, { recursive: true }));

archiveCases({ name: 'SQLite', open: () => openSqliteArchive(mkdtempSync(join(root, 'archive-'))) });
