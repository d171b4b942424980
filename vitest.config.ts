import { defineConfig } from 'vitest/config'

const oxc = { jsx: { runtime: 'automatic', importSource: '@kitajs/html' } } as const
const tempi = { testTimeout: 30_000, hookTimeout: 120_000 }

export default defineConfig({
  oxc,
  test: {
    reporters: ['default', './test/reporter.ts'],
    globalSetup: 'test/globalSetup.ts',
    // Vitest leaves a core to itself: on two that would halve the pace.
    maxWorkers: '100%',
    projects: [
      // A room's tests keep nothing in modules: they share their worker, and what was loaded once is there for all.
      { oxc, test: { ...tempi, name: 'stanze', include: ['src/**/*.test.{ts,tsx}'], isolate: false } },
      { oxc, test: { ...tempi, name: 'insieme', include: ['test/**/*.test.{ts,tsx}'] } },
    ],
  },
})
