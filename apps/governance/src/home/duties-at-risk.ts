import type { DutyRow, FlagSummary, Severity } from '@workplan/domain'
import { severityRank } from '../severity-rank.ts'

/** A duty that cannot be shown to be met, and the one line that says why. */
export interface DutyAtRisk {
  row: DutyRow
  severity: Severity | null
  reason: string
  /** The flag the line quotes; null when the line is about missing work. */
  flag: FlagSummary | null
  /** Flags on this duty besides the quoted one. */
  otherFlags: number
}

/** How the duties stand as a whole, for the answer at the top of the page. */
export interface DutiesStanding {
  duties: number
  atRisk: number
  withHighFlags: number
  withoutLiveWork: number
}

/** Duties with flags, or with nothing live behind them; worst severity first, then the most flags, then the guidance's order. */
export function dutiesAtRisk(rows: readonly DutyRow[]): DutyAtRisk[] {
  return dutiesOf(rows)
    .filter((row) => row.flags.length > 0 || row.liveTasks === 0)
    .map(describeRisk)
    .sort(
      (one, other) =>
        severityRank(one.severity) - severityRank(other.severity) ||
        other.row.flags.length - one.row.flags.length,
    )
}

/** Counts over all duties of the guidance. */
export function dutiesStanding(rows: readonly DutyRow[]): DutiesStanding {
  const duties = dutiesOf(rows)
  return {
    duties: duties.length,
    atRisk: dutiesAtRisk(rows).length,
    withHighFlags: duties.filter((row) => row.worstSeverity === 'high').length,
    withoutLiveWork: duties.filter((row) => row.liveTasks === 0).length,
  }
}

function dutiesOf(rows: readonly DutyRow[]): DutyRow[] {
  return rows.filter((row) => row.requirement.kind === 'duty')
}

function describeRisk(row: DutyRow): DutyAtRisk {
  const flag = flagToQuote(row)
  return {
    row,
    severity: row.worstSeverity,
    flag,
    reason: flag?.message ?? 'No live work behind it',
    otherFlags: flag ? row.flags.length - 1 : 0,
  }
}

/** The worst flag; among equals the one that is about the duty itself, since its sentence needs no introduction. */
function flagToQuote(row: DutyRow): FlagSummary | null {
  const worst = row.flags.filter((flag) => flag.severity === row.worstSeverity)
  return worst.find((flag) => flag.subject.id === row.requirement.id) ?? worst[0] ?? null
}
