/** A fresh Idempotency-Key. Keep it while the same change is being retried, so that it happens once. */
export function newAttempt(): string {
  // Not randomUUID: browsers offer it on https and localhost only, and trusts run this on plain intranet addresses.
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The same asked for later than this is meant anew: what there is may have changed and changed back. */
const SAME_TRY_MS = 10 * 60_000

/**
 * Sends under one key until it has succeeded. The same sent again within ten minutes of a failure or no answer has the key of
 * the first time, so that it is made once; anything else sent has a key of its own.
 */
export function keptAttempts() {
  const unsettled = new Map<string, { attempt: string; at: number }>()
  return async <Result>(sent: unknown, send: (attempt: string) => Promise<Result>): Promise<Result> => {
    const content = JSON.stringify(sent)
    const before = unsettled.get(content)
    const attempt = before && Date.now() - before.at < SAME_TRY_MS ? before.attempt : newAttempt()
    unsettled.set(content, { attempt, at: Date.now() })
    const result = await send(attempt)
    unsettled.delete(content)
    return result
  }
}

/** The If-Match value for a version. */
export function etagOf(version: number): string {
  return `"${version}"`
}
