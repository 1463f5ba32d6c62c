import type { FlagDetail } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import type { Viewed } from '../../http/as-at.ts'
import { AppError } from '../../errors.ts'
import { rulesOfProgramme } from '../../rules/rules-of-programme.ts'
import type { LoadedProgramme, StoredFlag } from '../../store/programme.ts'
import { namedPeople, peopleIn } from '../../named-people.ts'
import { flagDetail } from '../../views/flag-detail.ts'
import { indexRecords } from '../../views/record-index.ts'
import { readFlagVersion } from './flag-version.ts'

/** Journal entries of one flag that its page shows, newest first. */
export const FLAG_HISTORY_LIMIT = 200

/** A flag with its reasons and its history; throws `not-found`. */
export async function readFlag(
  { store, rules, database }: Pick<AppContext, 'store' | 'rules' | 'database'>,
  { programme, journal: upTo }: Pick<Viewed, 'programme' | 'journal'>,
  flagId: string,
): Promise<FlagDetail> {
  const flag = findFlag(programme, flagId)
  const journal = await store.readJournal(programme.state.programme.id, {
    ...upTo,
    kind: 'flag',
    id: flagId,
    order: 'newest-first',
    limit: FLAG_HISTORY_LIMIT,
  })
  return flagDetail(flag, {
    version: await readFlagVersion(database, programme.state.programme.id, flag.id, upTo.before),
    programme: { ...programme, people: await namedPeople(database, programme.people, peopleIn(journal)) },
    library: rules.library,
    rules: rulesOfProgramme(rules.rulebook, programme.programmeRules).map(({ rule }) => rule),
    index: indexRecords(programme, rules.library),
    journal,
  })
}

/** The flag of an id, cleared ones included; throws `not-found`. */
export function findFlag({ flags }: LoadedProgramme, id: string): StoredFlag {
  const flag = flags.get(id)
  if (!flag) throw new AppError('not-found', 'There is no such flag in this programme.')
  return flag
}
