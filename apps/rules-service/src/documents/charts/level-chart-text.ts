import type { AmbitionLevels, LevelFigures, LevelSummary } from '@workplan/domain'

/** What a percentage is of: every scored measure, or the answered ones only. */
export type Denominator = 'all' | 'answered'

const LEVELS = ['0', '1', '2', '3', '4', '5'] as const

/** The chart's heading, which states the denominator. */
export function levelChartTitle(denominator: Denominator): string {
  return denominator === 'all'
    ? 'Measures at each level, as a share of all measures'
    : 'Measures at each level, as a share of answered measures'
}

/** The figures of a level chart in sentences, for people who do not see it; says the same as the picture. */
export function describeLevels(summary: LevelSummary, denominator: Denominator): string {
  const rows = summary.ambitions.map(
    (ambition) => `${ambitionLabel(ambition)}: ${figuresInWords(ambition, denominator)}`,
  )
  return [...rows, `All ambitions: ${figuresInWords(summary.total, denominator)}`].join(' ')
}

/** `Ambition 1, Each person is seen as an individual`. */
function ambitionLabel(ambition: Pick<AmbitionLevels, 'number' | 'title'>): string {
  return `Ambition ${ambition.number}, ${ambition.title}`
}

/** `19 measures, 17 answered`; measures that do not apply are named when there are any. */
export function denominatorInWords(figures: LevelFigures): string {
  const measures = figures.measures === 1 ? '1 measure' : `${figures.measures} measures`
  const apart = figures.notApplicable > 0 ? `, ${figures.notApplicable} not applicable` : ''
  return `${measures}, ${figures.answered} answered${apart}`
}

function figuresInWords(figures: LevelFigures, denominator: Denominator): string {
  const levels = LEVELS.filter((level) => figures.countAtLevel[level] > 0).map(
    (level) => `${figures.countAtLevel[level]} at level ${level}`,
  )
  const unanswered = figures.unanswered > 0 ? [`${figures.unanswered} unanswered`] : []
  const { count, percent, percentOfAnswered } = figures.level3AndAbove
  const share =
    denominator === 'all' ? shareOf(percent, 'all measures') : shareOf(percentOfAnswered, 'answered measures')
  const parts = [...levels, ...unanswered].join(', ') || 'nothing to show'
  return `${denominatorInWords(figures)}: ${parts}. Level 3 and above: ${count}${share}.`
}

function shareOf(percent: number | null, of: string): string {
  return percent === null ? '' : `, ${percent}% of ${of}`
}
