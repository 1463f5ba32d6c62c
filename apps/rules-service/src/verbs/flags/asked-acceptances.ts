import type { AskedAcceptance } from '@workplan/domain'
import { asc, desc, eq } from 'drizzle-orm'
import { namedPeople } from '../../named-people.ts'
import type { Database } from '../../store/database.ts'
import { inProgramme } from '../../store/isolation.ts'
import type { LoadedProgramme } from '../../store/programme.ts'
import { decisions } from '../../store/schema/index.ts'

/** The acceptances that wait for an SRO, longest first; `reader` is who asks for the list. */
export async function askedAcceptances(
  database: Database,
  programme: LoadedProgramme,
  reader: string,
): Promise<AskedAcceptance[]> {
  const { id } = programme.state.programme
  const last = await inProgramme(database, id, (db) =>
    db
      .selectDistinctOn([decisions.flag])
      .from(decisions)
      .where(eq(decisions.programme, id))
      .orderBy(asc(decisions.flag), desc(decisions.id)),
  )
  const people = await namedPeople(
    database,
    programme.people,
    last.map(({ by }) => by),
  )
  return last
    .toSorted((one, other) => one.id - other.id)
    .flatMap(({ flag: flagId, decision, by, asAt }) => {
      const flag = programme.flags.get(flagId)
      if (decision.kind !== 'request-acceptance' || !flag || flag.status === 'cleared') return []
      const { title, subject, severity } = flag
      return [
        {
          flag: { id: flagId, title, subject: subject.title, severity },
          until: decision.until,
          rationale: decision.rationale,
          by: people.get(by)?.name ?? by,
          mine: by === reader,
          askedOn: asAt,
        },
      ]
    })
}
