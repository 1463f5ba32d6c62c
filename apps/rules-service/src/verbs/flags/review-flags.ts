import type { FlagReview } from '@workplan/domain'
import { and, eq, gt, inArray } from 'drizzle-orm'
import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import type { Member } from '../../members.ts'
import type { Transaction } from '../../store/database.ts'
import { inProgramme } from '../../store/isolation.ts'
import { journal } from '../../store/schema/index.ts'
import { type Marked, readMark } from '../marks/read-mark.ts'
import { setMark } from '../marks/set-mark.ts'

/** What brings a flag before an SRO again. */
const NEWS = ['flag.raised', 'flag.reopened', 'flag.answered', 'flag.acceptance-requested']

type Context = Pick<AppContext, 'store' | 'database' | 'now'>

/** How far this person has reviewed the flags, and which have come since. */
export async function readFlagReview({ store, database }: Context, member: Member): Promise<FlagReview> {
  const { flags, seq } = await store.readProgramme(member.programme)
  const isOpen = (id: string) => (flags.get(id)?.status ?? 'cleared') !== 'cleared'
  return inProgramme(database, member.programme, async (db) => {
    const mark = await readMark(db, markOf(member))
    const ids = mark ? await flagsWithNews(db, member.programme, mark.seq) : [...flags.keys()]
    return {
      reviewed: mark && { at: mark.at.toISOString(), on: mark.asAt },
      news: ids.filter(isOpen).toSorted(),
      seq,
    }
  })
}

/** Marks the flags as reviewed up to a journal entry. Throws `invalid-input` for an entry to come. */
export async function markFlagsReviewed(context: Context, member: Member, seq: number): Promise<FlagReview> {
  const loaded = await context.store.readProgramme(member.programme)
  if (seq > loaded.seq)
    throw new AppError('invalid-input', 'The journal has no such entry yet. Nothing was marked.', {
      errors: [{ path: 'seq', message: `must be ${loaded.seq} or less` }],
    })
  await inProgramme(context.database, member.programme, (db) =>
    setMark(db, markOf(member), { seq, at: context.now(), asAt: loaded.asAt }),
  )
  return readFlagReview(context, member)
}

function markOf({ programme, person }: Member): Marked {
  return { programme, person: person.id, name: 'flag-review' }
}

async function flagsWithNews(db: Transaction, programme: string, after: number): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: journal.recordId })
    .from(journal)
    .where(
      and(
        eq(journal.programme, programme),
        eq(journal.kind, 'flag'),
        inArray(journal.action, NEWS),
        gt(journal.seq, after),
      ),
    )
  return rows.map(({ id }) => id)
}
