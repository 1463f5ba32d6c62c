import type { FlagDetail } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { rulesOfProgramme } from '../../rules/rules-of-programme.ts'
import type { Transaction } from '../../store/database.ts'
import { readJournal } from '../../store/journal.ts'
import type { LoadedProgramme } from '../../store/programme.ts'
import type { Change } from '../../store/store.ts'
import { namedPeople, peopleIn } from '../../named-people.ts'
import { flagDetail } from '../../views/flag-detail.ts'
import { indexRecords } from '../../views/record-index.ts'
import { flagVersion } from './flag-version.ts'
import { FLAG_HISTORY_LIMIT, findFlag } from './read-flag.ts'

const STALE =
  'Something became of this flag since you opened it. Nothing was decided: look at what is there now, then try again.'

/** A flag with its reasons and its history, as the transaction sees it; throws `not-found`. */
export async function currentFlag(
  { rules }: Pick<AppContext, 'rules'>,
  programme: LoadedProgramme,
  db: Transaction,
  flagId: string,
): Promise<FlagDetail> {
  const id = programme.state.programme.id
  const journal = await readJournal(db, id, {
    kind: 'flag',
    id: flagId,
    order: 'newest-first',
    limit: FLAG_HISTORY_LIMIT,
  })
  return flagDetail(findFlag(programme, flagId), {
    version: await flagVersion(db, id, flagId),
    programme: { ...programme, people: await namedPeople(db, programme.people, peopleIn(journal)) },
    library: rules.library,
    rules: rulesOfProgramme(rules.rulebook, programme.programmeRules).map(({ rule }) => rule),
    index: indexRecords(programme, rules.library),
    journal,
  })
}

/** Throws `stale-version`, with the flag as it is now, when something became of it since the version a person saw. */
export async function requireFlagVersion(
  context: Pick<AppContext, 'rules'>,
  { before, db }: Pick<Change, 'before' | 'db'>,
  flagId: string,
  expected: number,
): Promise<void> {
  if (expected === (await flagVersion(db, before.state.programme.id, flagId))) return
  throw new AppError('stale-version', STALE, { current: await currentFlag(context, before, db, flagId) })
}
