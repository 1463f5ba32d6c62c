import { securityRows } from '../sign-in/security-journal.ts'
import type { JournalRow } from '../store/store.ts'
import type { TestService } from './test-service.ts'

/** Everything the journal of the sign-in holds. */
export async function securityEvents({ context }: TestService): Promise<JournalRow[]> {
  const rows: JournalRow[] = []
  for await (const row of securityRows(context.database)) rows.push(row)
  return rows
}

/** The latest of it, as a test speaks of it. */
export async function lastSecurityEvent(service: TestService) {
  const { action, recordId, after } = (await securityEvents(service)).at(-1) ?? {}
  return { action, person: recordId, ...(after as object) }
}
