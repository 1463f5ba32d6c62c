import { and, eq } from 'drizzle-orm'
import type { Transaction } from '../../store/database.ts'
import { personMarks } from '../../store/schema/index.ts'

/** What somebody can have come to some point of: their alerts, the e-mails about them, the review of flags. */
export type MarkName = 'alerts' | 'digest' | 'flag-review'

/** Whose mark, and of what. */
export interface Marked {
  programme: string
  person: string
  name: MarkName
}

/** How far somebody has come: the last journal entry, when they said so, and the day of the programme then. */
export type Mark = Pick<typeof personMarks.$inferSelect, 'seq' | 'at' | 'asAt'>

/** How far somebody has come with something; null when they never began. Runs inside a transaction of the programme. */
export async function readMark(db: Transaction, { programme, person, name }: Marked): Promise<Mark | null> {
  const { seq, at, asAt } = personMarks
  const [found] = await db
    .select({ seq, at, asAt })
    .from(personMarks)
    .where(
      and(eq(personMarks.programme, programme), eq(personMarks.person, person), eq(personMarks.name, name)),
    )
  return found ?? null
}
