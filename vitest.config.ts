import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx'],
    setupFiles: ['src/testing/fixed-seed.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Two cores, and some tests drive a browser or a database: files one after the other in few workers.
    maxWorkers: 2,
  },
});
