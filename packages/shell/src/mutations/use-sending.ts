import { useMutation } from '@pinia/colada'
import { keptAttempts } from './attempt.ts'

export interface Sending<Variables, Result> {
  send: (variables: Variables, attempt: string) => Promise<Result>
  onSuccess?: (result: Result, variables: Variables) => void | Promise<void>
  onError?: (error: unknown, variables: Variables) => void | Promise<void>
  onSettled?: (result: Result | undefined, error: unknown, variables: Variables) => void | Promise<void>
}

/**
 * A mutation that is sent under an Idempotency-Key: the one that a form keeps for it as `attempt`, or else one that stays the
 * same while the same is tried again.
 */
export function useSending<Variables extends { programme: string; attempt?: string }, Result>({
  send,
  ...told
}: Sending<Variables, Result>) {
  const once = keptAttempts()
  return useMutation({
    ...told,
    mutation: (variables: Variables) =>
      variables.attempt === undefined
        ? once(variables, (attempt) => send(variables, attempt))
        : send(variables, variables.attempt),
  })
}
