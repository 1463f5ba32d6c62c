import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { createHash } from 'node:crypto'
import { AppError } from '../errors.ts'
import type { ChangeRequest } from '../store/store.ts'
import type { MemberEnv } from './environment.ts'

/** The header of a write that starts from a version: `If-Match: "3"`. Its absence has a problem code of its own. */
export const versionHeader = z.object({ 'if-match': z.string().optional() })

/** The headers of such a write that happens once however often it is sent. */
export const versionedWriteHeaders = versionHeader.extend({
  'idempotency-key': z.string().min(1).max(200).optional(),
})

/** The headers of a write that makes something new. */
export const writeHeaders = z.object({ 'idempotency-key': z.string().min(1).max(200).optional() })

/** The version from `If-Match`; throws `version-required` without one. */
export function expectedVersion(ifMatch: string | undefined): number {
  if (!ifMatch)
    throw new AppError('version-required', 'Send the version you changed in the If-Match header, as "3".')
  // A proxy or compression on the way marks a version as weak; it is still the same version.
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(ifMatch)?.[1]
  if (version === undefined)
    throw new AppError('invalid-input', 'If-Match must be one version in quotes, as "3".', {
      errors: [{ path: 'if-match', message: 'must be one version in quotes' }],
    })
  return Number(version)
}

/** The ETag of a version. */
export function etag(version: number): string {
  return `"${version}"`
}

/** Who asks for a change and under which idempotency key; the key covers method, path, version and body. */
export async function changeRequest(c: Context<MemberEnv>): Promise<ChangeRequest> {
  const key = c.req.header('idempotency-key')
  const { member, person } = c.var
  if (key === undefined) return { programme: member.programme, actor: person.id, idempotency: null }
  const parts = [c.req.method, c.req.path, c.req.header('if-match') ?? '', await c.req.text()]
  const requestHash = createHash('sha256').update(JSON.stringify(parts)).digest('hex')
  return { programme: member.programme, actor: person.id, idempotency: { key, requestHash } }
}
