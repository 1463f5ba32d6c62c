import { AppError } from '../errors.ts'

/** More windows than anybody looks at; a browser itself opens far fewer. */
export const STREAMS_OF_ONE_PERSON = 50

/** Counts the streams that each person holds open at this instance, where no minute's quota ends them. */
export function createStreamCount() {
  const open = new Map<string, number>()

  return {
    /** Counts one more stream; the answer takes it off again. Throws `too-many-requests`. */
    take(person: string): () => void {
      const held = open.get(person) ?? 0
      if (held >= STREAMS_OF_ONE_PERSON)
        throw new AppError('too-many-requests', 'Too many windows are open. Close some, then try again.')
      open.set(person, held + 1)
      return () => {
        const left = (open.get(person) ?? 1) - 1
        if (left > 0) open.set(person, left)
        else open.delete(person)
      }
    },
  }
}
