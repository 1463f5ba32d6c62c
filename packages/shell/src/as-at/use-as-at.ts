import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { momentInQuery } from './keep-as-at.ts'

/** The moment in the address (null for the present), and the same page at another moment. */
export function useAsAt() {
  const route = useRoute()
  const router = useRouter()
  const moment = computed(() => momentInQuery(route.query))

  /** The address of this page at a moment; at null as it is now. */
  function hereAt(asked: string | null): string {
    return router.resolve({ path: route.path, query: { ...route.query, asAt: asked ?? undefined } }).href
  }

  /** What a link must carry to stay at the moment. */
  const atMoment = computed(() => (moment.value === null ? {} : { asAt: moment.value }))

  return { moment, hereAt, atMoment }
}
