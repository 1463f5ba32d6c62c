import type { AsAt } from '@workplan/domain'
import { shallowRef } from 'vue'

const moment = shallowRef<AsAt | null>(null)

/**
 * The moment this page looks at, as its address says it; null for the present. It stays the same as long as the document
 * does, so that nothing read for one moment is ever kept under another.
 */
export function viewedMoment(): AsAt | null {
  return moment.value
}

/** Called by the router alone, when the document opens. */
export function lookAt(asked: AsAt | null): void {
  moment.value = asked
}
