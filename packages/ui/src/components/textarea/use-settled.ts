import { onScopeDispose, ref, watch, type Ref } from 'vue'

const PAUSE_MS = 1000

/** The words once typing has paused, so that a screen reader is not told about every key. Empty until the first pause. */
export function useSettled(words: Readonly<Ref<string>>): Readonly<Ref<string>> {
  const settled = ref('')
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(words, (latest) => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      settled.value = latest
    }, PAUSE_MS)
  })
  onScopeDispose(() => clearTimeout(timer))
  return settled
}
