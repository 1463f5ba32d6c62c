/** All is restored and stays so, and something after it failed; the message says what, and what to do. */
export class AfterRestoreError extends Error {
  constructor(message: string, cause: unknown) {
    super(`All is restored, but ${message} (${cause instanceof Error ? cause.message : String(cause)})`, {
      cause,
    })
    this.name = 'AfterRestoreError'
  }
}
