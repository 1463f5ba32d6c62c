import { useMutation, useQueryCache } from '@pinia/colada'
import { keptAttempts } from './attempt.ts'
import { refreshProgramme } from './refresh-programme.ts'

/**
 * Makes mutations of a programme, each of which reads the programme again when it has succeeded. They are given the
 * Idempotency-Key to send under: the same one while the same is tried again.
 */
export function useChanging() {
  const cache = useQueryCache()
  return <Variables extends { programme: string }, Result>(
    mutation: (variables: Variables, attempt: string) => Promise<Result>,
  ) => {
    const once = keptAttempts()
    return useMutation({
      mutation: (variables: Variables) => once(variables, (attempt) => mutation(variables, attempt)),
      onSuccess: (_result: Result, { programme }: Variables) => void refreshProgramme(cache, programme),
    })
  }
}
