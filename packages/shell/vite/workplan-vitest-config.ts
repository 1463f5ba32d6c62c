import vue from '@vitejs/plugin-vue'
import type { ViteUserConfig } from 'vitest/config'
import { testSettings } from './test-settings.ts'

/** Test settings for a package of Vue files that is not an app. */
export function workplanVitestConfig(): ViteUserConfig {
  return { plugins: [vue()], test: testSettings }
}
