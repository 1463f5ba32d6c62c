import { useMutation } from '@pinia/colada'
import { keptAttempts } from './attempt.ts'

/** What a mutation is made with: `attempt` is the Idempotency-Key that a form keeps for it. */
export type Attempted<Variables> = Variables & { attempt?: string }

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
export function useSending<Variables extends { programme: string }, Result>({
  send,
  ...told
}: Sending<Variables, Result>) {
  const once = keptAttempts()
  return useMutation({
    ...told,
    mutation: ({ attempt: kept, ...given }: Attempted<Variables>) => {
      const variables = given as unknown as Variables
      return kept === undefined
        ? once(variables, (attempt) => send(variables, attempt))
        : send(variables, kept)
    },
  })
}
