import { defineConfig } from 'vitest/config';
import { LongTestsFirst } from './scripts/lib/long-tests-first.ts';

/** Two workers: test machines have two cores, and each server test has a database of its own. */
export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    // A worker reads the application once, not for each of its files; what a test makes has a database of its own.
    isolate: false,
    sequence: { sequencer: LongTestsFirst },
    testTimeout: 20_000,
    hookTimeout: 30_000,
    env: { TZ: 'Asia/Ho_Chi_Minh' },
    projects: [
      {
        extends: true,
        test: {
          name: 'rules',
          include: ['domain/**/*.test.ts', 'contract/**/*.test.ts', 'web/**/*.test.{ts,tsx}'],
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          include: ['server/**/*.test.ts', 'scripts/**/*.test.ts'],
          globalSetup: ['server/testing/global-setup.ts'],
        },
      },
      {
        // Tells whole years: part of `npm test`, too long for `npm run check`.
        extends: true,
        test: {
          name: 'story',
          include: ['db/**/*.test.ts'],
          globalSetup: ['server/testing/global-setup.ts'],
        },
      },
    ],
  },
});
