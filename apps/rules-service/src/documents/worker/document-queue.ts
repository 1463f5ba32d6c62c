import { AppError } from '../../errors.ts'

/** Documents that are made at the same time, and those that may wait for their turn. */
const AT_ONCE = 2
const MOST_WAITING = 8

/** Lets a few run at a time and a few more wait; throws `too-busy` for any beyond. */
export function createDocumentQueue({ atOnce = AT_ONCE, mostWaiting = MOST_WAITING } = {}) {
  const waiting: (() => void)[] = []
  let running = 0

  async function turn(): Promise<void> {
    if (running < atOnce) {
      running += 1
      return
    }
    if (waiting.length >= mostWaiting)
      throw new AppError('too-busy', 'Many documents are being made just now. Try again in a minute.')
    // Whoever ends hands the place on, so that `running` stays as it is.
    await new Promise<void>((go) => waiting.push(go))
  }

  return async function inTurn<Made>(make: () => Promise<Made>): Promise<Made> {
    await turn()
    try {
      return await make()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}
