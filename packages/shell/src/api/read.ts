import type { ClientResponse } from 'hono/client'
import type { SuccessStatusCode } from 'hono/utils/http-status'
import type { Problem } from '@workplan/domain'
import { ApiProblem, NetworkFailure } from './api-problem.ts'

/** The body that an answer carries when all went well. */
export type SuccessBody<Answer> =
  Answer extends ClientResponse<infer Body, infer Status, string>
    ? Status extends SuccessStatusCode
      ? Body
      : never
    : never

/** The typed body of a good answer (null when it has none); throws `ApiProblem` or `NetworkFailure` for any other. */
export async function read<Answer extends ClientResponse<unknown, number, string>>(
  request: Promise<Answer>,
): Promise<SuccessBody<Answer>> {
  const response = await request.catch((cause: unknown) => {
    throw new NetworkFailure(cause)
  })
  if (!response.ok) throw await problemOf(response)
  if (response.status === 204) return null as SuccessBody<Answer>
  // One that was cut off on its way is no answer, whatever its status says.
  const body: unknown = await response.json().catch((cause: unknown) => {
    throw new NetworkFailure(cause)
  })
  // The service answers what its route types say: they are generated from the schemas it checks its answers with.
  return body as SuccessBody<Answer>
}

async function problemOf(response: ClientResponse<unknown, number, string>): Promise<ApiProblem> {
  const body: unknown = await response.json().catch((cause: unknown) => {
    // Whole, and not ours: something between answered in its own words.
    if (cause instanceof SyntaxError) return null
    throw new NetworkFailure(cause)
  })
  return new ApiProblem(isProblemBody(body) ? body : unreadable(response.status, response.statusText))
}

function isProblemBody(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'detail' in body && 'status' in body
}

function unreadable(status: number, statusText: string): Omit<Problem, 'type'> {
  const detail = `The service answered ${status} ${statusText} without saying why.`
  return { title: 'Unexpected answer', status, code: 'internal', detail }
}
