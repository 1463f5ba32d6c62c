import { computed, type ComputedRef } from 'vue'
import { useRoute } from 'vue-router'

/** The id of the programme in the address; empty text where the address names none. */
export function useProgrammeId(): ComputedRef<string> {
  const route = useRoute()
  return computed(() => {
    const programme = route.params['programme']
    return typeof programme === 'string' ? programme : ''
  })
}
