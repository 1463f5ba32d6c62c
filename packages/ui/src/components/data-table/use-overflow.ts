import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue'

/** Whether the content of an element is wider than the element; follows both as they change. */
export function useOverflow(element: Readonly<Ref<HTMLElement | null>>): Readonly<Ref<boolean>> {
  const overflows = ref(false)
  const observer = new ResizeObserver(() => {
    const region = element.value
    overflows.value = region !== null && region.scrollWidth > region.clientWidth + 1
  })
  onMounted(() => {
    const region = element.value
    if (!region) return
    observer.observe(region)
    if (region.firstElementChild) observer.observe(region.firstElementChild)
  })
  onBeforeUnmount(() => observer.disconnect())
  return overflows
}
