import { computed, onBeforeUnmount, onMounted, ref, type Ref } from 'vue'

/**
 * The first part of a long list, `step` items and as many more each time the reader asks, so that a page of thousands
 * stays quick; all of it on paper.
 */
export function useDrawnPart<Item>(list: Readonly<Ref<readonly Item[]>>, step: number) {
  const limit = ref(step)
  const printing = ref(false)
  const drawn = computed(() => (printing.value ? list.value : list.value.slice(0, limit.value)))
  const remaining = computed(() => list.value.length - drawn.value.length)

  function drawMore(): void {
    limit.value += step
  }

  const begin = (): void => void (printing.value = true)
  const end = (): void => void (printing.value = false)
  onMounted(() => {
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', end)
  })
  onBeforeUnmount(() => {
    window.removeEventListener('beforeprint', begin)
    window.removeEventListener('afterprint', end)
  })

  return { drawn, remaining, drawMore }
}
