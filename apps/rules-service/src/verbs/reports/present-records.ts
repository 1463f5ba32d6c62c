import { type NarrativeSection, readSectionReference, type Report } from '@workplan/domain'
import type { Rules } from '../../rules.ts'
import type { Transaction } from '../../store/database.ts'
import type { LoadedProgramme } from '../../store/programme.ts'
import { disputedFlags, draftContent } from './draft-content.ts'
import { reportChecks, type PresentRecords } from './report-checks.ts'
import { lastIssuedContent, periodOf, type ReportRow } from './report-rows.ts'

/** The content a draft would have if its figures were taken at `refreshedAt`, and the disputes there are. */
export async function presentRecords(
  db: Transaction,
  row: ReportRow,
  programme: LoadedProgramme,
  rules: Rules,
  refreshedAt: Date,
): Promise<PresentRecords> {
  const period = periodOf(row)
  const named = programme.state.records.group.find(({ id }) => id === row.group)
  const fresh = draftContent({
    programme,
    library: rules.library,
    group: named ?? row.content.group,
    period,
    last: await lastIssuedContent(db, { programme: row.programme, group: row.group, from: period.from }),
    refreshedAt: refreshedAt.toISOString(),
  })
  const unresolved = unresolvedSections(programme, row.id)
  return { fresh, disputed: disputedFlags(programme).length, unresolved }
}

/** The section of each comment on a draft that nobody has dealt with. */
function unresolvedSections({ state }: LoadedProgramme, report: string): NarrativeSection[] {
  return state.records.comment.flatMap(({ about, state: stands, resolved }) => {
    const found = about.kind === 'report-section' ? readSectionReference(about.id) : null
    return found?.report === report && stands === 'shown' && !resolved ? [found.section] : []
  })
}

/** What is left to put right in a report; nothing once it is issued. */
export function checksOf(row: ReportRow, present: PresentRecords): Report['checks'] {
  return row.status === 'draft' ? reportChecks(row.content, present) : []
}
