import { ref } from 'vue'
import { problemInWords } from '../api/problem-in-words.ts'

/** One step of signing in. */
interface SignInStep {
  /** What is still missing, to say instead of asking the service; null when nothing is. */
  missing: () => string | null
  send: () => Promise<void>
}

/** Sends a step once at a time, and says what is missing or was refused. */
export function useSignInStep({ missing, send }: SignInStep) {
  const problem = ref<string | null>(null)
  const busy = ref(false)

  async function submit(): Promise<void> {
    if (busy.value) return
    problem.value = missing()
    if (problem.value) return
    busy.value = true
    try {
      await send()
    } catch (error) {
      problem.value = problemInWords(error).happened
    } finally {
      busy.value = false
    }
  }

  return { problem, busy, submit }
}
