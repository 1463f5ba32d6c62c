import type { ViteUserConfig } from 'vitest/config'

/** How the shell and the apps are tested: in happy-dom, with nothing left over from one test to the next. */
export const testSettings: NonNullable<ViteUserConfig['test']> = {
  environment: 'happy-dom',
  include: ['{src,vite}/**/*.test.ts'],
  restoreMocks: true,
  unstubGlobals: true,
}
