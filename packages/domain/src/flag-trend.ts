import { addDays, type IsoDate } from './dates.ts'
import type { FlagStatus } from './flag.ts'
import type { Period } from './periods.ts'
import type { Severity } from './vocabulary.ts'

/** What a row of the journal says of a flag; severity is null where the row leaves it as it is. */
export interface FlagMove {
  flag: string
  /** The day on which it was written. */
  on: IsoDate
  action: string
  status: FlagStatus
  severity: Severity | null
}

/** How long the steps of a trend are. */
export type TrendStep = 'week' | 'month'

/** The flags in one step: what happened within it, and how many stood at its end. */
export interface FlagTrendPoint extends Period {
  raised: number
  /** Raised again after they had cleared, or after their acceptance had run out. */
  reopened: number
  cleared: number
  /** Accepted in this step. */
  accepted: number
  /** Flags that stood at the end of the step, accepted ones included. */
  open: Record<Severity, number>
  /** Those of them that were accepted. */
  openAccepted: number
}

/** The weeks (from Monday) or calendar months of a span of days; the first and the last are cut to it. */
export function trendSteps({ from, to }: Period, step: TrendStep): Period[] {
  const steps: Period[] = []
  for (let start = from; start <= to;) {
    const end = step === 'week' ? endOfWeek(start) : endOfMonth(start)
    steps.push({ from: start, to: end < to ? end : to })
    start = addDays(end, 1)
  }
  return steps
}

/** Counts the moves of flags, which are in the order of the journal, for each step; steps follow on one another. */
export function flagTrend(moves: readonly FlagMove[], steps: readonly Period[]): FlagTrendPoint[] {
  const standing = new Map<string, { status: FlagStatus; severity: Severity }>()
  let next = 0
  return steps.map((step) => {
    const point = { ...step, raised: 0, reopened: 0, cleared: 0, accepted: 0 }
    for (let move = moves[next]; move !== undefined && move.on <= step.to; move = moves[next]) {
      next += 1
      follow(standing, move)
      if (move.on >= step.from) count(point, move)
    }
    const open = { high: 0, medium: 0, low: 0 }
    let openAccepted = 0
    for (const { status, severity } of standing.values()) {
      open[severity] += 1
      if (status === 'accepted') openAccepted += 1
    }
    return { ...point, open, openAccepted }
  })
}

function follow(
  standing: Map<string, { status: FlagStatus; severity: Severity }>,
  { flag, status, severity }: FlagMove,
): void {
  const known = standing.get(flag)?.severity
  const now = severity ?? known
  if (status === 'cleared' || now === undefined) standing.delete(flag)
  else standing.set(flag, { status, severity: now })
}

function count(
  point: Pick<FlagTrendPoint, 'raised' | 'reopened' | 'cleared' | 'accepted'>,
  move: FlagMove,
): void {
  if (move.action === 'flag.raised') point.raised += 1
  if (move.action === 'flag.reopened') point.reopened += 1
  if (move.action === 'flag.cleared') point.cleared += 1
  if (move.action === 'flag.accepted') point.accepted += 1
}

/** The Sunday on or after a day. */
function endOfWeek(day: IsoDate): IsoDate {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return addDays(day, (7 - weekday) % 7)
}

function endOfMonth(day: IsoDate): IsoDate {
  const [year, month] = day.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}
