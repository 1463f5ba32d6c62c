import type { AppId } from '@workplan/domain'
import vue from '@vitejs/plugin-vue'
import type { UserConfig } from 'vite'
import { firstLoadBudget } from './first-load-budget.ts'
import { sharedStylesheet } from './shared-stylesheet.ts'

/** Build and dev settings of an app: its base path, the shared stylesheet, the budget, and the way to the service in development. */
export function workplanViteConfig({ app }: { app: AppId }): UserConfig {
  const service = process.env['WORKPLAN_SERVICE'] ?? 'http://127.0.0.1:4800'
  const port = process.env['TURBO_MFE_PORT']
  return {
    base: `/${app}/`,
    plugins: [vue(), sharedStylesheet(), firstLoadBudget({ scriptKB: 70, styleKB: 35 })],
    build: { target: 'es2022', modulePreload: { polyfill: false }, reportCompressedSize: false },
    server: {
      ...(port ? { port: Number(port), strictPort: true } : {}),
      proxy: { '/api': service, '/_shared': service },
    },
  }
}
