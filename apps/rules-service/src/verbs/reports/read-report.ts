import type { Report } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import { inProgramme } from '../../store/isolation.ts'
import { checksOf, presentRecords } from './present-records.ts'
import { findReport, reportView } from './report-rows.ts'

/** One report; a draft comes with what is left to put right, judged by the records as they are now. */
export async function readReport(
  { store, database, rules, now }: Pick<AppContext, 'store' | 'database' | 'rules' | 'now'>,
  programmeId: string,
  id: string,
): Promise<Report> {
  const programme = await store.readProgramme(programmeId)
  return inProgramme(database, programmeId, async (db) => {
    const row = await findReport(db, programmeId, id)
    if (row.status !== 'draft') return reportView(row, [])
    return reportView(row, checksOf(row, await presentRecords(db, row, programme, rules, now())))
  })
}
