import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

/** Links the icon and the stylesheet that all apps share; its query changes with its content, so that browsers may keep it for good. */
export function sharedStylesheet(): Plugin {
  return {
    name: 'workplan-shared-stylesheet',
    transformIndexHtml: () => [
      {
        tag: 'link',
        attrs: { rel: 'stylesheet', href: stylesheetAddress(readSharedStylesheet()) },
        injectTo: 'head-prepend',
      },
      {
        tag: 'link',
        attrs: { rel: 'icon', type: 'image/svg+xml', href: '/_shared/nhsuk/images/favicon.svg' },
        injectTo: 'head',
      },
    ],
  }
}

/** The address of the shared stylesheet for this content. */
export function stylesheetAddress(content: string | Uint8Array): string {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12)
  return `/_shared/workplan.css?v=${hash}`
}

/** The stylesheet as `@workplan/ui` built it. */
export function readSharedStylesheet(): Uint8Array {
  const file = fileURLToPath(new URL('../dist/workplan.css', import.meta.resolve('@workplan/ui')))
  try {
    return readFileSync(file)
  } catch (cause) {
    throw new Error('The shared stylesheet is missing. Build it first: pnpm --filter @workplan/ui build', {
      cause,
    })
  }
}
