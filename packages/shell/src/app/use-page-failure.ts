import { onErrorCaptured, onScopeDispose, shallowRef, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { useAnnouncement } from '../announcement/use-announcement.ts'
import { NotLoaded, WHY_NOT_LOADED } from '../api/not-loaded.ts'

/** What Vue says it was doing when the code of a part did not arrive: in words, or by number where it was built. */
const LOADING_A_PART = /#runtime-13$|^async component loader$/

const PART_NOT_LOADED = `Part of this page could not be loaded. ${WHY_NOT_LOADED} What you typed is still here: save it, then load the page again.`

/**
 * Catches what a page throws while it is loaded or drawn, so that the frame stays and the reader can try again or go elsewhere.
 * A page stays as it is, with all that is typed in it, where only the code of a part of it did not arrive.
 */
export function usePageFailure(isPageOpen: () => boolean) {
  const route = useRoute()
  const router = useRouter()
  const { announce } = useAnnouncement()
  const failure = shallowRef<unknown>(null)
  let unopened: string | null = null

  onErrorCaptured((error, _instance, during) => {
    reportError(error)
    const part = LOADING_A_PART.test(during)
    if (part && isPageOpen()) announce({ text: PART_NOT_LOADED, tone: 'problem' })
    else fail(part ? new NotLoaded(error) : error, part ? route.fullPath : null)
    return false
  })
  onScopeDispose(
    router.onError((error: unknown, to) => {
      reportError(error)
      fail(new NotLoaded(error), to.fullPath)
    }),
  )
  watch(
    () => route.fullPath,
    () => fail(null, null),
  )

  function fail(error: unknown, address: string | null): void {
    failure.value = error
    unopened = address
  }

  /** Draws the page again. A page whose code did not arrive is opened afresh: it may have been released anew. */
  function retry(): void {
    failure.value = null
    if (unopened === route.fullPath) window.location.reload()
    else if (unopened) window.location.assign(router.resolve(unopened).href)
  }

  return { failure, retry }
}
