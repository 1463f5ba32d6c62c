const CONNECTION_ERRORS = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTFOUND',
  'ETIMEDOUT',
  'EHOSTUNREACH',
])

/** PostgreSQL classes 08 (connection), 53 (resources), 57P (shutdown, starting up) and 58 (its disk), and waits that ran out. */
const UNAVAILABLE_STATES = /^(08|53|57P|58|55P03$|57014$)/

/** What the driver itself says of a connection, which has no code. */
const BROKEN_CONNECTION =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Query read timeout|Client was closed and is not queryable)/

/** True when a query failed because the database could not be reached, rather than because of what it asked. */
export function isDatabaseUnavailable(error: unknown): boolean {
  for (let current = error; current instanceof Error; current = current.cause) {
    const { code } = current as Error & { code?: unknown }
    if (typeof code === 'string' && (CONNECTION_ERRORS.has(code) || UNAVAILABLE_STATES.test(code)))
      return true
    if (BROKEN_CONNECTION.test(current.message)) return true
  }
  return false
}
