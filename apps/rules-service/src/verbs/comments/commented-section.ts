import { readSectionReference } from '@workplan/domain'
import { SECTION_TITLES } from '../../documents/content/words.ts'
import { AppError } from '../../errors.ts'
import type { Transaction } from '../../store/database.ts'
import { findReport } from '../reports/report-rows.ts'

/** The title of a section of a report, as comments name it; undefined for what names none. */
export function titleOfSection(reference: string): string | undefined {
  const found = readSectionReference(reference)
  return found ? `${SECTION_TITLES[found.section]}, in a highlight report` : undefined
}

/** Throws `not-found` for a section that no report has, and `conflict` where the report is a draft no more. */
export async function requireDraftSection(
  db: Transaction,
  programme: string,
  reference: string,
): Promise<void> {
  const found = readSectionReference(reference)
  if (!found) throw new AppError('not-found', 'There is no such section of a report.')
  const { status } = await findReport(db, programme, found.report)
  if (status !== 'draft')
    throw new AppError('conflict', 'This report is a draft no more, so nothing is said about its sections.')
}
