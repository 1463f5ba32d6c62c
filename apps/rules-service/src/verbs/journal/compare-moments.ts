import type { AsAt, Comparison } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { namedPeople, peopleIn } from '../../named-people.ts'
import { comparisonOf } from '../../views/comparison/comparison.ts'

/** More changes than this between two moments are not listed one by one. */
const MOST_ROWS = 100_000

/**
 * What changed from one moment to another, up to now without the second. Throws `not-found` before the journal begins, and
 * `invalid-input` for moments in the future or the wrong way round.
 */
export async function compareMoments(
  { store, rules, database, now }: Pick<AppContext, 'store' | 'rules' | 'database' | 'now'>,
  id: string,
  { from, to }: { from: AsAt; to?: AsAt | undefined },
): Promise<Comparison> {
  // What the day does to flags is in the journal before anything is read from it.
  await store.readProgramme(id)
  const before = await store.readAsAt(id, from)
  const after = await store.readAsAt(id, to ?? now().toISOString())
  if (before.known.entry > after.known.entry) throw wrongWayRound()
  const rows = await store.readJournal(id, {
    after: before.known.entry,
    before: after.known.entry + 1,
    order: 'oldest-first',
    limit: MOST_ROWS,
  })
  const people = await namedPeople(database, after.programme.people, peopleIn(rows))
  return comparisonOf(before, { ...after, programme: { ...after.programme, people } }, rows, rules.library)
}

function wrongWayRound(): AppError {
  return new AppError('invalid-input', 'Choose a first moment that is before the second.', {
    errors: [{ path: 'from', message: 'must be before `to`' }],
  })
}
