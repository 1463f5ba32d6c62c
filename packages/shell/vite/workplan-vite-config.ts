import type { AppId } from '@workplan/domain'
import vue from '@vitejs/plugin-vue'
import type { ViteUserConfig } from 'vitest/config'
import { firstLoadBudget } from './first-load-budget.ts'
import { liveWorker } from './live-worker-address.ts'
import { sharedStylesheet } from './shared-stylesheet.ts'
import { testSettings } from './test-settings.ts'
import { untilLoaded } from './until-loaded.ts'

/**
 * The libraries that every page needs, and what many chunks share: fewer requests, and less in all, than a chunk for every part.
 * Shared by fewer, a part would weigh on every first visit of an app with many pages, where most of them do without it; the
 * numbers are those at which the first page of each app weighed least. What many pages share and no first page shows stays out.
 */
function chunksOf(app: AppId) {
  return [
    { name: 'vendor', test: /node_modules\/(?:[^/]+\/)*(?:@vue|vue|vue-router|pinia|@pinia|hono)\// },
    {
      name: 'parts',
      test: PARTS,
      minShareCount: app === 'governance' ? 20 : 10,
    },
    { name: 'task-in-place', test: TASK_IN_PLACE, minShareCount: 2 },
  ]
}

/** What no app opens with: tables, lists of flags, and what only the form of a record needs. */
const LATER = [
  'error-summary',
  'FlagList',
  'components/data-table',
  'components/textarea',
  'conflict/',
  'send-later/(?:WaitingToSend|use-kept-until-sent|use-send-later)',
  'versioned-form/',
]

const PARTS = new RegExp(`/packages/(?:ui|shell|domain)/(?!.*(?:${LATER.join('|')}))`)

/** What a task needs to be shown in a list and updated there, with which an app opens: one file in place of a dozen. */
const TASK_IN_PLACE = new RegExp(
  `/packages/shell/src/(?:${[
    'announcement/(?:use-task-saved|effect-in-words)',
    'mutations/(?:update-task|undo-tasks|show-saved-tasks|read-after)',
    'parts/FlagCount',
    'queries/(?:tasks|read-task-list)',
    'send-later/is-passing',
    'task-form/(?:draft-store|how-kept|lazy-task-form|ToolButton)',
    'task-form/(?:use-draft-key|use-quick-update|use-set-status)',
    'week/matches-words',
    'words/in-order',
  ].join('|')})\\.`,
)

/** Build, dev and test settings of an app: base path, shared stylesheet, budget, and the way to the service in development. */
export function workplanViteConfig({ app }: { app: AppId }): ViteUserConfig {
  const service = process.env['WORKPLAN_SERVICE'] ?? 'http://127.0.0.1:4800'
  const port = process.env['TURBO_MFE_PORT']
  return {
    base: `/${app}/`,
    plugins: [
      vue({ features: { optionsAPI: false } }),
      sharedStylesheet(),
      liveWorker(),
      untilLoaded(),
      firstLoadBudget({ scriptKB: 70, pageKB: 80, styleKB: 35 }),
    ],
    build: {
      target: 'es2022',
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      rolldownOptions: { output: { codeSplitting: { groups: chunksOf(app) } } },
    },
    server: {
      ...(port ? { port: Number(port), strictPort: true } : {}),
      proxy: { '/api': service, '/_shared': service },
    },
    test: testSettings,
  }
}
