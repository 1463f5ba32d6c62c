import { useQueryCache } from '@pinia/colada'
import { onScopeDispose, watch } from 'vue'
import { refreshQueries } from '../mutations/refresh-programme.ts'
import { sessionKey } from '../queries/session.ts'
import { keepDraftsOf } from '../task-form/draft-store.ts'
import { showPerson } from './shown-person.ts'
import { useSession } from './use-session.ts'

/**
 * A browser has one session for all its windows: whoever signs in or out in one tells the others, which read anew who it is.
 * What is sent meanwhile says whom this window shows, and is refused where that is no longer so.
 */
export function useOneSession(): void {
  const { session, person } = useSession()
  const cache = useQueryCache()
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('workplan-session')

  /** Undefined while nobody knows yet. */
  const shown = () => session.data.value && (person.value?.id ?? null)

  watch(
    shown,
    (now) => {
      showPerson(now ?? null)
      if (now) keepDraftsOf(now)
      if (now !== undefined) channel?.postMessage(now)
    },
    // What is asked for next goes in the new person's name.
    { immediate: true, flush: 'sync' },
  )
  channel?.addEventListener('message', ({ data }) => {
    const now = shown()
    if (now !== undefined && now !== data) void refreshQueries(cache, sessionKey)
  })
  onScopeDispose(() => channel?.close())
}
