import type { MetricTrouble, MetricView } from '@workplan/domain'
import type { KeyFigure } from '@workplan/shell'

const COUNTED: readonly { kind: MetricTrouble['kind']; text: string }[] = [
  { kind: 'late', text: 'have a reading that is overdue' },
  { kind: 'blocked', text: 'are blocked by something that has to exist first' },
  { kind: 'never-read', text: 'were never read' },
]

/** How many metrics are in each kind of trouble, of how many, each with the way to them. */
export function metricFigures(
  metrics: readonly MetricView[],
  hrefOf: (trouble: MetricTrouble['kind']) => string,
): KeyFigure[] {
  return COUNTED.map(({ kind, text }) => {
    const count = metrics.filter(({ troubles }) => troubles.some((trouble) => trouble.kind === kind)).length
    return { value: `${count} of ${metrics.length}`, text, href: hrefOf(kind) }
  })
}
