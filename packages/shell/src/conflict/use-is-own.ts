import { computed, type ComputedRef } from 'vue'
import { useSession } from '../session/use-session.ts'
import type { WhoWasFirst } from './contested-field.ts'

/** Whether the change that came first was made by the person who reads of it, in another window; `own` where nobody else could. */
export function useIsOwn(
  first: () => { changed: WhoWasFirst; own?: boolean | undefined },
): ComputedRef<boolean> {
  const { person } = useSession()
  return computed(() => {
    const { changed, own } = first()
    return own === true || (changed !== null && changed.by === person.value?.name)
  })
}
