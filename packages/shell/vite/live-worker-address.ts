import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

/** Tells the page where the worker is that holds the live stream: at one address for all apps, since a worker is known by it. */
export function liveWorker(): Plugin {
  return {
    name: 'workplan-live-worker',
    transformIndexHtml: () => [
      { tag: 'meta', attrs: { name: 'live-worker', content: `/_shared/${builtWorker()}` }, injectTo: 'head' },
    ],
  }
}

/** The name of the worker as the shell built it. */
function builtWorker(): string {
  const folder = fileURLToPath(new URL('../dist', import.meta.url))
  const name = existsSync(folder) && readdirSync(folder).find((file) => file.startsWith('live-worker-'))
  if (!name)
    throw new Error(
      'The worker of the live stream is missing. Build it first: pnpm --filter @workplan/shell build',
    )
  return name
}
