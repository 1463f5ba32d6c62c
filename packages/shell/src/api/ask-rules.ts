import type { ClientResponse } from 'hono/client'
import { askAsAt } from '../as-at/ask-as-at.ts'
import { etagOf, newAttempt } from '../mutations/attempt.ts'
import { read } from './read.ts'

/** One request below `/api/programmes/<programme>/rules`. */
export interface RuleRequest {
  programme: string
  /** Below `rules`, as `task-overdue/settings`; empty or `?cursor=...` for the list. */
  path?: string
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  json?: unknown
  /** Of a change: the revision it was made from, and what keeps a retry from happening twice. */
  revision?: number
  attempt?: string
  signal?: AbortSignal
}

/**
 * Asks for rules. Conditions contain themselves, which the client of the API cannot type; what the service sends is checked
 * there against the schema of `Body`. Throws `ApiProblem` or `NetworkFailure`.
 */
export function askRules<Body>({
  programme,
  path = '',
  method = 'GET',
  json,
  revision,
  attempt = newAttempt(),
  signal,
}: RuleRequest): Promise<Body> {
  const address = `/api/programmes/${encodeURIComponent(programme)}/rules${path.startsWith('?') || path === '' ? path : `/${path}`}`
  const headers = {
    ...(json !== undefined && { 'content-type': 'application/json' }),
    ...(method !== 'GET' && { 'idempotency-key': attempt }),
    ...(revision !== undefined && { 'if-match': etagOf(revision) }),
  }
  const asked = askAsAt(address, {
    method,
    headers,
    ...(json !== undefined && { body: JSON.stringify(json) }),
    ...(signal && { signal }),
  })
  return read<ClientResponse<Body, 200, 'json'>>(asked as Promise<ClientResponse<Body, 200, 'json'>>)
}
