import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{src,harness}/**/*.test.ts'],
    globalSetup: ['src/testing/global-setup.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // Most of these tests wait for the database or for a process, and leave room beside them even on two cores.
    maxWorkers: 2,
  },
})
