import type { RuleCheck, RuleTrialInput } from '@workplan/domain'
import { checkRule, problemInWords } from '@workplan/shell'
import { onScopeDispose, ref, shallowRef } from 'vue'

/** How long a writer must pause before what is written is checked. */
const PAUSE_MS = 500

/** Checks a rule while it is written. An answer to an older text is dropped. */
export function useRuleCheck(programme: () => string, written: () => RuleTrialInput) {
  const check = shallowRef<RuleCheck | null>(null)
  const failure = ref<string | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: AbortController | undefined

  /** Checks now; null when the service could not be asked. */
  async function checkNow(): Promise<RuleCheck | null> {
    clearTimeout(timer)
    running?.abort()
    const mine = new AbortController()
    running = mine
    try {
      const answer = await checkRule(programme(), written(), mine.signal)
      if (mine.signal.aborted) return null
      check.value = answer
      failure.value = null
      return answer
    } catch (error) {
      if (!mine.signal.aborted) failure.value = problemInWords(error).happened
      return null
    }
  }

  function checkSoon(): void {
    clearTimeout(timer)
    timer = setTimeout(() => void checkNow(), PAUSE_MS)
  }

  onScopeDispose(() => {
    clearTimeout(timer)
    running?.abort()
  })

  return { check, failure, checkNow, checkSoon }
}
