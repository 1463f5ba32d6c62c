import type { ReportSummary } from '@workplan/domain'
import { and, eq, inArray } from 'drizzle-orm'
import type { AppContext } from '../../context.ts'
import { namedPeople } from '../../named-people.ts'
import type { Database } from '../../store/database.ts'
import { inProgramme } from '../../store/isolation.ts'
import { journal } from '../../store/schema/index.ts'

type Written = ReportSummary & { signedOffBy?: string | null | undefined }

/** The entries of the journal that tell who drafted and who issued a report. */
const WRITTEN = { draftedBy: 'report.drafted', issuedBy: 'report.issued' } as const

/**
 * Reports with the names that their people have now, in the place of ids. A report of before ids were kept names its
 * people itself; of those the journal tells who they are, so that nobody who was removed is named.
 */
export async function withNames<Named extends Written>(
  { store, database }: Pick<AppContext, 'store' | 'database'>,
  programme: string,
  reports: readonly Named[],
): Promise<Named[]> {
  const { people: members } = await store.readProgramme(programme)
  const said = reports.flatMap(peopleOf)
  const known = await namedPeople(database, members, said)
  const unknown = reports.filter((report) => peopleOf(report).some((person) => !known.has(person)))
  const writers = await writersOf(database, programme, unknown)
  const people = await namedPeople(database, members, [...said, ...writers.values()])

  function nameOf(report: Named, part: keyof typeof WRITTEN): string | null {
    const person = report[part]
    const writer = writers.get(`${report.id} ${WRITTEN[part]}`)
    return person && (people.get(person)?.name ?? (writer && people.get(writer)?.name) ?? person)
  }

  return reports.map((report) => ({
    ...report,
    draftedBy: nameOf(report, 'draftedBy') ?? report.draftedBy,
    issuedBy: nameOf(report, 'issuedBy'),
    ...(report.signedOffBy && { signedOffBy: people.get(report.signedOffBy)?.name ?? report.signedOffBy }),
  }))
}

function peopleOf({ draftedBy, issuedBy, signedOffBy }: Written): string[] {
  return [draftedBy, issuedBy, signedOffBy].filter((person) => typeof person === 'string')
}

/** Who drafted and who issued, by report and action. */
async function writersOf(
  database: Database,
  programme: string,
  reports: readonly Written[],
): Promise<ReadonlyMap<string, string>> {
  if (reports.length === 0) return new Map()
  const { recordId, action, actor } = journal
  const rows = await inProgramme(database, programme, (db) =>
    db
      .select({ recordId, action, actor })
      .from(journal)
      .where(
        and(
          eq(journal.programme, programme),
          eq(journal.kind, 'report'),
          inArray(action, Object.values(WRITTEN)),
          inArray(
            recordId,
            reports.map(({ id }) => id),
          ),
        ),
      ),
  )
  return new Map(rows.map((row) => [`${row.recordId} ${row.action}`, row.actor]))
}
