import type { LevelSummaryView } from '@workplan/domain'

type Ambition = LevelSummaryView['ambitions'][number]

/** A published set of figures beside what the records give. */
export interface PublishedDifference {
  claim: string
  publishedIn: string
  ambition: Ambition
  /** One for each figure that differs: `level 3 was published as 36.8%, the records give 52.6%`. */
  lines: string[]
}

/** The published figures which the records do not bear out, with both values. Shares are of all measures. */
export function publishedDifferences({ published, ambitions }: LevelSummaryView): PublishedDifference[] {
  return published.flatMap((claim) => {
    const ambition = ambitions.find((candidate) => candidate.id === claim.ambition)
    if (!claim.differs || !ambition) return []
    const lines = Object.entries(claim.figures).flatMap(([key, value]) => {
      const computed = computedFigure(ambition, key)
      return computed === undefined || computed.percent === value
        ? []
        : [
            `${computed.label} was published as ${value}%, the records give ${computed.percent ?? 'no percentage'}%`,
          ]
    })
    return [{ claim: claim.claim, publishedIn: claim.publishedIn, ambition, lines }]
  })
}

function computedFigure(
  { percentAtLevel, level3AndAbove }: Ambition,
  key: string,
): { label: string; percent: number | null } | undefined {
  const level = Object.entries(percentAtLevel).find(([name]) => name === key)
  if (level) return { label: `level ${key}`, percent: level[1] }
  return key === 'level3AndAbove'
    ? { label: 'level 3 and above', percent: level3AndAbove.percent }
    : undefined
}
