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

/**
 * Duties with a high or medium flag, or with nothing live behind them; worst severity first, then the most flags,
 * then the guidance's order. A low flag alone asks for tidying up and puts no duty at risk.
 */
export function dutiesAtRisk(rows: readonly DutyRow[]): DutyAtRisk[] {
  return dutiesOf(rows)
    .filter(isAtRisk)
    .map(describeRisk)
    .toSorted(
      (one, other) =>
        severityRank(one.severity) - severityRank(other.severity) ||
        other.row.flags.length - one.row.flags.length,
    )
}

/** Whether a requirement stands on the list of those at risk. */
export function isAtRisk({ worstSeverity, liveTasks }: DutyRow): boolean {
  return worstSeverity === 'high' || worstSeverity === 'medium' || liveTasks === 0
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
    reason: flag ? sentenceOf(flag, row) : 'No live work behind it',
    otherFlags: flag ? row.flags.length - 1 : 0,
  }
}

/** A flag on something else, as on a part of the duty or a measure under it, says first what it is on. */
function sentenceOf(flag: FlagSummary, row: DutyRow): string {
  return flag.subject.id === row.requirement.id ? flag.message : `${flag.subject.title}: ${flag.message}`
}

/** The worst flag; among equals the one that is about the duty itself, since it says most about it. */
function flagToQuote(row: DutyRow): FlagSummary | null {
  const worst = row.flags.filter((flag) => flag.severity === row.worstSeverity)
  return worst.find((flag) => flag.subject.id === row.requirement.id) ?? worst[0] ?? null
}
