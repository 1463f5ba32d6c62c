import type { Report } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import type { Viewed } from '../../http/as-at.ts'
import type { Database } from '../../store/database.ts'
import { inProgramme } from '../../store/isolation.ts'
import { checksOf, presentRecords } from './present-records.ts'
import { findReport, type ReportRow, reportView } from './report-rows.ts'

/** One report; a draft comes with what is left to put right, judged by the records as they are, or were. */
export async function readReport(
  { database, rules, now }: Pick<AppContext, 'database' | 'rules' | 'now'>,
  { programme, reports: past, said }: Pick<Viewed, 'programme' | 'reports' | 'said'>,
  id: string,
): Promise<Report> {
  const programmeId = programme.state.programme.id
  return inProgramme(database, programmeId, async (db) => {
    const row = past ? foundIn(past, id) : await findReport(db, programmeId, id)
    if (row.status !== 'draft') return reportView(row, [])
    const at = said.known ? new Date(said.known.at) : now()
    return reportView(row, checksOf(row, await presentRecords(db, row, programme, rules, at)))
  })
}

/** One report as it is stored, without what is left to put right. Throws `not-found`. */
export async function storedReport(database: Database, programme: string, id: string): Promise<Report> {
  return inProgramme(database, programme, async (db) => reportView(await findReport(db, programme, id), []))
}

function foundIn(past: readonly ReportRow[], id: string): ReportRow {
  const row = past.find((candidate) => candidate.id === id)
  if (!row) throw new AppError('not-found', 'There was no such report at that moment.')
  return row
}
