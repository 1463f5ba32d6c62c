import type { EffectOnFlags } from '@workplan/domain'
import { ref, shallowRef } from 'vue'
import { problemInWords } from '../api/problem-in-words.ts'

/** What a change would do, asked for on request. An answer that comes after `forget` or a newer question is dropped. */
export function useWhatIf() {
  const effect = shallowRef<EffectOnFlags | null>(null)
  const failure = ref<string | null>(null)
  const asking = ref(false)
  let question = 0

  function forget(): void {
    question += 1
    effect.value = null
    failure.value = null
    asking.value = false
  }

  async function ask(answer: () => Promise<EffectOnFlags>): Promise<void> {
    forget()
    const mine = question
    asking.value = true
    try {
      const found = await answer()
      if (mine === question) effect.value = found
    } catch (error) {
      if (mine === question) failure.value = problemInWords(error).happened
    } finally {
      if (mine === question) asking.value = false
    }
  }

  /** Says why it is not asked. */
  function refuse(why: string): void {
    forget()
    failure.value = why
  }

  return { effect, failure, asking, ask, refuse, forget }
}
