import { defineQueryOptions } from '@pinia/colada'
import type { NoticeKind } from '@workplan/domain'
import { api } from '../api/client.ts'
import { read } from '../api/read.ts'
import { readPages } from '../api/read-pages.ts'
import { programmeKey } from './keys.ts'

export function noticesKey(programme: string) {
  return [...programmeKey(programme), 'notifications'] as const
}

export interface NoticeFilters {
  kind?: NoticeKind
  unread?: 'yes'
}

/** What this person is told of, the latest first. */
export const noticesQuery = defineQueryOptions(
  ({ programme, filters = {} }: { programme: string; filters?: NoticeFilters }) => ({
    key: [...noticesKey(programme), 'list', filters],
    query: ({ signal }) =>
      readPages((cursor) =>
        read(
          api.programmes[':programme'].notifications.$get(
            { param: { programme }, query: { ...filters, ...(cursor && { cursor }) } },
            { init: { signal } },
          ),
        ),
      ),
  }),
)

/** How much of it they have not read. */
export const unreadNoticesQuery = defineQueryOptions(({ programme }: { programme: string }) => ({
  key: [...noticesKey(programme), 'unread'],
  query: ({ signal }) =>
    read(
      api.programmes[':programme'].notifications.unread.$get({ param: { programme } }, { init: { signal } }),
    ),
}))

export function digestSettingsKey(programme: string) {
  return [...noticesKey(programme), 'settings'] as const
}

/** What this person gets by e-mail. It stands in no journal: another window of theirs is not told of a change. */
export const digestSettingsQuery = defineQueryOptions(({ programme }: { programme: string }) => ({
  key: digestSettingsKey(programme),
  refetchOnMount: 'always',
  refetchOnWindowFocus: 'always',
  query: ({ signal }) =>
    read(
      api.programmes[':programme'].notifications.settings.$get(
        { param: { programme } },
        { init: { signal } },
      ),
    ),
}))
