import type { ViteUserConfig } from 'vitest/config'

/** How the shell and the apps are tested: in happy-dom, with nothing left over from one test to the next. */
export const testSettings: NonNullable<ViteUserConfig['test']> = {
  environment: 'happy-dom',
  // To load the parts of a page again for each file takes longer than its tests.
  isolate: false,
  include: ['{src,vite}/**/*.test.ts'],
  // The first test of a file loads a whole page, which takes its time on a busy machine.
  testTimeout: 20_000,
  restoreMocks: true,
  unstubGlobals: true,
}
