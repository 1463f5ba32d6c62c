import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'

/**
 * Filters kept in the address, so that a link shows a colleague the same. `keys` are the names this page knows; others in
 * the address are left alone. Setting one replaces the address: the back button leaves the page, not the filter.
 */
export function useFilters<const Key extends string>({ keys }: { keys: readonly Key[] }) {
  const route = useRoute()
  const router = useRouter()

  const filters = computed(() => {
    const given = keys.flatMap((key) => {
      const value = route.query[key]
      return typeof value === 'string' && value !== '' ? [[key, value] as const] : []
    })
    return Object.fromEntries(given) as Partial<Record<Key, string>>
  })

  function set(key: Key, value: string | undefined): void {
    void router.replace({ query: { ...route.query, [key]: value || undefined } })
  }

  /** Sets several at once; what is undefined is taken out. */
  function setAll(values: Partial<Record<Key, string | undefined>>): void {
    void router.replace({ query: { ...route.query, ...values } })
  }

  function clear(): void {
    setAll(Object.fromEntries(keys.map((key) => [key, undefined])) as Partial<Record<Key, undefined>>)
  }

  const active = computed(() => Object.keys(filters.value).length > 0)

  return { filters, set, setAll, clear, active }
}
