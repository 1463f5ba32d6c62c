import { useMutation } from '@pinia/colada'
import { ApiProblem } from '../api/api-problem.ts'
import { shownPerson } from '../session/shown-person.ts'
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
 * A mutation of the person whom the page shows when it is made: once another one has signed in, what is still to be sent is
 * refused as `not-signed-in`. It is sent under an Idempotency-Key: the one that a form keeps for it as `attempt`, or else one
 * that stays the same while the same is tried again.
 */
export function useSending<Variables extends { programme: string }, Result>({
  send,
  ...told
}: Sending<Variables, Result>) {
  const once = keptAttempts()
  const writer = shownPerson()
  return useMutation({
    ...told,
    mutation: async ({ attempt: kept, ...given }: Attempted<Variables>) => {
      if (shownPerson() !== writer) throw notTheWriter()
      const variables = given as unknown as Variables
      return kept === undefined
        ? once(variables, (attempt) => send(variables, attempt))
        : send(variables, kept)
    },
  })
}

/** As the service would refuse it, were it asked in the name of the person who wrote it. */
function notTheWriter(): ApiProblem {
  return new ApiProblem({
    title: 'You are signed out',
    status: 401,
    code: 'not-signed-in',
    detail: 'Somebody else has signed in with this browser since. Nothing was changed.',
  })
}
