import { lte } from 'drizzle-orm'
import type { Transaction } from '../../store/database.ts'
import { personMarks } from '../../store/schema/index.ts'
import type { Mark, Marked } from './read-mark.ts'

/** Moves a mark forward; one that is further already stays where it is. Runs inside a transaction of the programme. */
export async function setMark(db: Transaction, marked: Marked, to: Mark): Promise<void> {
  await db
    .insert(personMarks)
    .values({ ...marked, ...to })
    .onConflictDoUpdate({
      target: [personMarks.programme, personMarks.person, personMarks.name],
      set: to,
      setWhere: lte(personMarks.seq, to.seq),
    })
}
