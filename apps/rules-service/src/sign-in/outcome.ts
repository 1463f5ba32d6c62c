import { AsyncLocalStorage } from 'node:async_hooks'

/** What came of one step of a sign-in, as far as our own checks inside the library saw it. */
export interface Outcome {
  /** Why it was refused. */
  fault: string | null
  /** Who came in, or would have. */
  person: string | null
}

const current = new AsyncLocalStorage<Outcome>()

/** Runs one step of the library and answers what it answered, together with what our checks found meanwhile. */
export function watched<Answer>(step: () => Promise<Answer>): Promise<{ answer: Answer; outcome: Outcome }> {
  const outcome: Outcome = { fault: null, person: null }
  return current.run(outcome, async () => ({ answer: await step(), outcome }))
}

/** Called by a check inside a watched step. */
export function noteOutcome(part: Partial<Outcome>): void {
  const outcome = current.getStore()
  if (outcome) Object.assign(outcome, part)
}
