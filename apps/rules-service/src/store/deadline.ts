import { AsyncLocalStorage } from 'node:async_hooks'

const deadlines = new AsyncLocalStorage<AbortSignal>()

/** Does something whose transactions are given up, and undone, when the signal aborts. */
export function withinDeadline<Result>(deadline: AbortSignal, work: () => Result): Result {
  return deadlines.run(deadline, work)
}

/** The signal of the work under way; undefined where nobody waits for it. */
export function presentDeadline(): AbortSignal | undefined {
  return deadlines.getStore()
}
