import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import type { Member } from '../../members.ts'
import { inProgramme } from '../../store/isolation.ts'
import { setMark } from '../marks/set-mark.ts'

/** Marks everything that follows from the journal up to `seq` as read. Throws `invalid-input` for an entry to come. */
export async function markNoticesRead(
  { store, database, now }: Pick<AppContext, 'store' | 'database' | 'now'>,
  { programme, person }: Member,
  seq: number,
): Promise<void> {
  const loaded = await store.readProgramme(programme)
  if (seq > loaded.seq)
    throw new AppError('invalid-input', 'The journal has no such entry yet. Nothing was marked.', {
      errors: [{ path: 'seq', message: `must be ${loaded.seq} or less` }],
    })
  await inProgramme(database, programme, (db) =>
    setMark(db, { programme, person: person.id, name: 'alerts' }, { seq, at: now(), asAt: loaded.asAt }),
  )
}
