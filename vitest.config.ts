import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/longest-first.ts';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/compiled-code.ts', 'tests/build-the-tab.ts', 'tests/conformance/check-the-record.ts'],
    setupFiles: ['tests/conformance/record-requests.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 3,
    maxConcurrency: 3,
    pool: 'forks',
    sequence: { sequencer: LongestFirst },
  },
});
