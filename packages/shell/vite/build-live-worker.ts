import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/**
 * Writes the worker that all apps share into `dist/`, which the service serves as `/_shared/`. Its name changes with its content:
 * pages of an older release keep to the worker they know, and where that is gone they do without.
 */
await build({
  configFile: false,
  logLevel: 'warn',
  build: {
    target: 'es2022',
    outDir: fileURLToPath(new URL('../dist', import.meta.url)),
    emptyOutDir: true,
    rolldownOptions: {
      input: fileURLToPath(new URL('../src/live/live-worker.ts', import.meta.url)),
      output: { format: 'iife', entryFileNames: 'live-worker-[hash].js' },
    },
  },
})
