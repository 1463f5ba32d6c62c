import { useQuery, useQueryCache } from '@pinia/colada'
import type { Action, AppId, SessionView } from '@workplan/domain'
import { computed } from 'vue'
import { api } from '../api/client.ts'
import { read } from '../api/read.ts'
import { useProgrammeId } from '../programme/use-programme-id.ts'
import { sessionKey, sessionQuery } from '../queries/session.ts'
import { refreshQueries } from '../mutations/refresh-programme.ts'
import { viewedMoment } from '../as-at/viewed-moment.ts'
import { forgetWhatWasRead } from './forget-what-was-read.ts'
import { isThere } from './gate.ts'
import { sessionEnd } from './session-end.ts'
import { forgetDraftsOf } from '../task-form/draft-store.ts'

/** Who is signed in, what they may do in the programme that is open, and the way in and out. */
export function useSession() {
  const cache = useQueryCache()
  const session = useQuery(sessionQuery)
  const programme = useProgrammeId()

  const person = computed(() => session.data.value?.person ?? null)
  const programmes = computed(() => session.data.value?.programmes ?? [])
  const membership = computed(() => programmes.value.find((entry) => entry.id === programme.value) ?? null)
  const apps = computed<AppId[]>(() => membership.value?.apps ?? [])

  /** Whether this person may do something in the programme that is open. */
  function may(action: Action): boolean {
    return (membership.value?.may.includes(action) ?? false) && isThere(action, viewedMoment())
  }

  /** Signs in as one of the people of the demonstration. */
  async function signIn(personId: string): Promise<void> {
    enter(await read(api.session.demo.$post({ json: { person: personId } })))
  }

  /** Goes on as somebody who has just signed in. */
  function enter(signedIn: SessionView): void {
    forgetWhatWasRead(cache)
    cache.setQueryData(sessionKey, signedIn)
  }

  /** Ends the session on the server and forgets what this person had read and drafted here. */
  async function signOut(): Promise<void> {
    const leaving = person.value?.id
    // What is still being read would be refused, and look like a session that ended elsewhere.
    cache.cancelQueries()
    try {
      await read(api.session.$delete())
    } catch (error) {
      if (!(await hasEnded())) {
        void refreshQueries(cache, [])
        throw error
      }
    }
    sessionEnd.value = 'left'
    if (leaving !== undefined) forgetDraftsOf(leaving)
    // Nothing of the page asks for anything more, which would be refused.
    if (session.data.value)
      cache.setQueryData(sessionKey, { ...session.data.value, person: null, programmes: [] })
    forgetWhatWasRead(cache)
    await session.refetch()
  }

  /** Whether the session has ended although the answer that says so was lost. */
  async function hasEnded(): Promise<boolean> {
    const { person: now } = await read(api.session.$get()).catch(() => ({ person: undefined }))
    return now === null
  }

  return {
    session,
    person,
    isSignedIn: computed(() => person.value !== null),
    programmes,
    membership,
    apps,
    may,
    signIn,
    enter,
    signOut,
  }
}
