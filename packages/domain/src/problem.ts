import { z } from 'zod'

/** Every way a request can fail. Codes are permanent: never renamed, never reused. */
export const ProblemCode = z.enum([
  'malformed-json',
  'invalid-input',
  'unsupported-media-type',
  'not-signed-in',
  'not-allowed',
  'not-found',
  'method-not-allowed',
  'stale-version',
  'version-required',
  'conflict',
  'idempotency-mismatch',
  'body-too-large',
  'app-not-built',
  'malformed-request',
  'headers-too-large',
  'request-too-slow',
  'unknown-host',
  'too-many-requests',
  'cross-site-request',
  'sign-in-refused',
  'too-many-attempts',
  'database-unavailable',
  'too-busy',
  'not-set-up',
  'internal',
])
export type ProblemCode = z.infer<typeof ProblemCode>

/** An answer of type `application/problem+json` (RFC 9457). */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: ProblemCode,
  /** What went wrong and what to do, in one or two sentences. */
  detail: z.string(),
  /** Where: one entry for each field that was refused. */
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  /** With `stale-version`: the record as it is now. */
  current: z.unknown().optional(),
  /** With `stale-version`: the record as it was at the version that was changed, where the journal still tells. */
  base: z.unknown().optional(),
  /** With `stale-version`: the body of the request, none of which was saved. */
  sent: z.unknown().optional(),
  /** With `stale-version`: who made the change that came first, and when. */
  changed: z.object({ by: z.string(), at: z.iso.datetime() }).optional(),
  /** To quote when asking for help. */
  requestId: z.string().optional(),
})
export type Problem = z.infer<typeof Problem>
