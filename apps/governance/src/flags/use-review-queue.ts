import type { FlagSummary } from '@workplan/domain'
import { computed, ref, watch, type Ref } from 'vue'

/**
 * The flags to go through, in the order in which they were found. The order stays while flags are decided, so that a decision
 * neither moves nor hides what has been looked at. `at` is the flag in the address.
 */
export function useReviewQueue(found: Ref<readonly FlagSummary[] | undefined>, at: Ref<string | undefined>) {
  const queue = ref<string[]>([])
  const decided = ref<ReadonlySet<string>>(new Set())

  watch(
    found,
    (flags) => {
      const known = new Set(queue.value)
      queue.value.push(...(flags ?? []).map(({ id }) => id).filter((id) => !known.has(id)))
    },
    { immediate: true },
  )

  const current = computed(() => at.value ?? queue.value[0] ?? null)
  const index = computed(() => (current.value === null ? -1 : queue.value.indexOf(current.value)))
  const previous = computed(() => queue.value[index.value - 1] ?? null)
  const next = computed(() => queue.value[index.value + 1] ?? null)
  /** The next one nobody has decided about on this visit, from here on and then from the start. */
  const nextUndecided = computed(() => {
    const onwards = [...queue.value.slice(index.value + 1), ...queue.value.slice(0, Math.max(0, index.value))]
    return onwards.find((id) => !decided.value.has(id)) ?? null
  })

  function markDecided(id: string): void {
    decided.value = new Set([...decided.value, id])
  }

  return { queue, decided, current, index, previous, next, nextUndecided, markDecided }
}
