import { type FinancialQuarter, type PartialDate, quarterPeriod, type Task } from '@workplan/domain'

const QUARTERS: Record<'Q1' | 'Q2' | 'Q3' | 'Q4', FinancialQuarter['quarter']> = {
  Q1: 1,
  Q2: 2,
  Q3: 3,
  Q4: 4,
}

/**
 * When a task is planned to be done: its due date, otherwise the last day of its financial quarter. `Q3+` runs to the
 * end of the year. Null when neither is given or the quarter has no year.
 */
export function plannedEnd({ due, quarter }: Pick<Task, 'due' | 'quarter'>): PartialDate | null {
  if (due !== null) return due
  if (quarter === null || quarter.year === null) return null
  const label = quarter.label === 'Q3+' ? 'Q4' : quarter.label
  return quarterPeriod({ year: quarter.year, quarter: QUARTERS[label] }).to
}
