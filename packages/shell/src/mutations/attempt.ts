/** A fresh Idempotency-Key. Keep it while the same change is being retried, so that it happens once. */
export function newAttempt(): string {
  // Not randomUUID: browsers offer it on https and localhost only, and trusts run this on plain intranet addresses.
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The If-Match value for a version. */
export function etagOf(version: number): string {
  return `"${version}"`
}
