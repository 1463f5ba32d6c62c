import { defineConfig } from 'vitest/config'

/** Tests that write documents: each starts processes of its own, and they want the machine to themselves. */
const DOCUMENTS = ['src/documents/**/*.test.ts', 'src/routes/*documents.test.ts']

export default defineConfig({
  test: {
    globalSetup: ['src/testing/global-setup.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'service',
          include: ['{src,harness}/**/*.test.ts'],
          exclude: DOCUMENTS,
          // Most of these wait for the database or for a process, and leave room beside them even on two cores.
          maxWorkers: 2,
          // No module keeps anything from one test to the next, and to load the service for each file takes half the time.
          isolate: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: { name: 'documents', include: DOCUMENTS, maxWorkers: 1, sequence: { groupOrder: 2 } },
      },
    ],
  },
})
