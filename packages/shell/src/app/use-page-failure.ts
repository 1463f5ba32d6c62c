import { onErrorCaptured, onScopeDispose, shallowRef, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'

/** Catches what a page throws while it is loaded or drawn, so that the frame stays and the reader can try again or go elsewhere. */
export function usePageFailure() {
  const route = useRoute()
  const router = useRouter()
  const failure = shallowRef<unknown>(null)
  let unopened: string | null = null

  onErrorCaptured((error) => {
    failure.value = error
    return false
  })
  onScopeDispose(
    router.onError((error: unknown, to) => {
      failure.value = error
      unopened = to.fullPath
    }),
  )
  watch(
    () => route.fullPath,
    () => {
      failure.value = null
      unopened = null
    },
  )

  /** Draws the page again. A page whose code did not arrive is opened afresh: it may have been released anew. */
  function retry(): void {
    failure.value = null
    if (unopened) window.location.assign(router.resolve(unopened).href)
  }

  return { failure, retry }
}
