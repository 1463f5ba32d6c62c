import type { IsoDate } from '@workplan/domain'
import { and, desc, eq } from 'drizzle-orm'
import type { Transaction } from '../../store/database.ts'
import { decisions } from '../../store/schema/index.ts'

/** An acceptance that is asked for and not decided yet. */
export interface PendingAcceptance {
  by: string
  until: IsoDate
}

/** What is asked for a flag; null when nothing is, or when something was decided since. */
export async function pendingAcceptance(
  db: Transaction,
  programme: string,
  flag: string,
): Promise<PendingAcceptance | null> {
  const [last] = await db
    .select({ decision: decisions.decision, by: decisions.by })
    .from(decisions)
    .where(and(eq(decisions.programme, programme), eq(decisions.flag, flag)))
    .orderBy(desc(decisions.id))
    .limit(1)
  return last?.decision.kind === 'request-acceptance' ? { by: last.by, until: last.decision.until } : null
}
