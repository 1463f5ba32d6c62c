import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

/** Test settings of the shell and the apps: Vue files in happy-dom. */
export function workplanVitestConfig() {
  return defineConfig({
    plugins: [vue()],
    test: {
      environment: 'happy-dom',
      include: ['{src,vite}/**/*.test.ts'],
      restoreMocks: true,
      unstubGlobals: true,
    },
  })
}
