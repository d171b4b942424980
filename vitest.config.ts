import { defineConfig } from 'vitest/config'

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: '@kitajs/html' } },
  test: {
    include: ['{src,test}/**/*.test.{ts,tsx}'],
    reporters: ['default', './test/reporter.ts'],
    globalSetup: 'test/globalSetup.ts',
    // Vitest leaves a core to itself: on two that would halve the pace.
    maxWorkers: '100%',
    // Modules keep nothing that a test could find: files share their worker, and what was loaded once is there for all.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 10_000 } },
  },
})
