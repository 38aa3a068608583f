import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const code = ['modules', 'law', 'platform', 'fixtures', 'app', 'scripts', 'bench', 'database'];
const anyTest = code.map((folder) => `${folder}/**/*.test.{ts,tsx}`);
const onServer = code.map((folder) => `${folder}/**/*.server.test.{ts,tsx}`);

/** The three kinds of test: pure (milliseconds), server (real PostgreSQL), journey (a real browser). */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    maxWorkers: Math.min(availableParallelism(), 4),
    projects: [
      { extends: true, test: { name: 'pure', include: anyTest, exclude: onServer, testTimeout: 30_000 } },
      {
        extends: true,
        test: {
          name: 'server',
          include: onServer,
          globalSetup: 'scripts/test/database-setup.ts',
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'journey',
          include: ['e2e/**/*.test.ts'],
          globalSetup: ['scripts/test/database-setup.ts', 'e2e/harness/browser-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
