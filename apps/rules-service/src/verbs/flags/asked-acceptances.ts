import type { AskedAcceptance } from '@workplan/domain'
import { and, asc, desc, eq, lte } from 'drizzle-orm'
import type { Viewed } from '../../http/as-at.ts'
import { namedPeople } from '../../named-people.ts'
import type { Database } from '../../store/database.ts'
import { inProgramme } from '../../store/isolation.ts'
import { decisions } from '../../store/schema/index.ts'

/** The acceptances that wait for an SRO, longest first; at a moment, those that waited then. `reader` is who asks for the list. */
export async function askedAcceptances(
  database: Database,
  { programme, said }: Pick<Viewed, 'programme' | 'said'>,
  reader: string,
): Promise<AskedAcceptance[]> {
  const { id } = programme.state.programme
  const last = await inProgramme(database, id, (db) =>
    db
      .selectDistinctOn([decisions.flag])
      .from(decisions)
      .where(and(eq(decisions.programme, id), said.known && lte(decisions.at, new Date(said.known.at))))
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
