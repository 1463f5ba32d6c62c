import type { Report } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import { checksOf, presentRecords } from './present-records.ts'
import { findReport, reportView } from './report-rows.ts'

/** One report; a draft comes with what is left to put right, judged by the records as they are now. */
export async function readReport(
  { store, database, rules, now }: Pick<AppContext, 'store' | 'database' | 'rules' | 'now'>,
  programmeId: string,
  id: string,
): Promise<Report> {
  const row = await findReport(database, programmeId, id)
  if (row.status !== 'draft') return reportView(row, [])
  const programme = await store.readProgramme(programmeId)
  return reportView(row, checksOf(row, await presentRecords(database, row, programme, rules, now())))
}
