const WRONG_ADDRESS =
  'Do DATABASE_URL and DATABASE_OWNER_URL name a database, a role and a password that are there?'

/** What to do when PostgreSQL refuses a connection, or a role the rights, by its code. */
const advice: Readonly<Record<string, string>> = {
  '28000': WRONG_ADDRESS,
  '28P01': WRONG_ADDRESS,
  '3D000': WRONG_ADDRESS,
  '42501':
    'Set DATABASE_OWNER_URL to the owner of the tables: a start with it gives the role of DATABASE_URL its rights. ' +
    'docs/operations.md says how.',
}

/** Why PostgreSQL would not have us, and what to do; null when an error is of another kind. */
export function refusalInWords(error: unknown): string | null {
  for (let current = error; current instanceof Error; current = current.cause) {
    const known = 'code' in current ? advice[String(current.code)] : undefined
    if (known !== undefined) return `The database refuses it (${current.message}). ${known}`
  }
  return null
}
