import { computed, type ComputedRef } from 'vue'
import { useRoute } from 'vue-router'

/**
 * A part of the address, as `task` in `tasks/:task`. It keeps its last value when the address moves on to a page without
 * it: the page being left must not ask for a record without an id.
 */
export function useParam(name: string): ComputedRef<string> {
  const route = useRoute()
  return computed<string>((last) => {
    const value = route.params[name]
    return typeof value === 'string' ? value : (last ?? '')
  })
}
