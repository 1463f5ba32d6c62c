import type { LevelFigures, LevelSummary } from '@workplan/domain'
import { describeLevels, levelChartTitle } from '../charts/level-chart-text.ts'
import { drawLevelChart } from '../charts/level-chart.ts'
import { type Block, type DocumentCell, type DocumentTable, numberCell, textCell } from './document.ts'

const LEVELS = ['0', '1', '2', '3', '4', '5'] as const

/** The levels of a report: a sentence, the picture, and the table that says the same. */
export function levelBlocks(levels: LevelSummary): Block[] {
  const { total } = levels
  const { count, percent, percentOfAnswered } = total.level3AndAbove
  return [
    { kind: 'heading', level: 2, text: `Levels of all ${total.measures} measures` },
    {
      kind: 'paragraph',
      text:
        `${count} measures are at level 3 and above: ${share(percent)} of all ${total.measures}, ` +
        `${share(percentOfAnswered)} of the ${total.answered} answered. ${total.unanswered} unanswered.`,
    },
    { kind: 'chart', chart: levelChart(levels) },
    { kind: 'table', table: levelTable(levels) },
  ]
}

function levelChart(levels: LevelSummary) {
  const svg = drawLevelChart(levels, 'all')
  const [width = 0, height = 0] = ['width', 'height'].map((side) =>
    Number(new RegExp(`^<svg[^>]* ${side}="(\\d+)"`).exec(svg)?.[1]),
  )
  return { svg, width, height, title: levelChartTitle('all'), description: describeLevels(levels, 'all') }
}

function levelTable({ ambitions, total }: LevelSummary): DocumentTable {
  return {
    caption: 'Measures at each level, by ambition',
    sheet: 'Levels',
    columns: [
      { title: 'Ambition', width: 0.24 },
      ...LEVELS.map((level) => ({ title: `Level ${level}`, width: 0.065 })),
      { title: 'Unanswered', width: 0.09 },
      { title: 'Not applicable', width: 0.09 },
      { title: 'Level 3 and above', width: 0.07 },
      { title: '% of all', width: 0.06 },
      { title: '% of answered', width: 0.06 },
    ],
    rows: [
      ...ambitions.map((row) => [textCell(`${row.number}. ${row.title}`), ...figures(row)]),
      [textCell('All ambitions'), ...figures(total)],
    ],
  }
}

function figures({ countAtLevel, unanswered, notApplicable, level3AndAbove }: LevelFigures): DocumentCell[] {
  return [
    ...LEVELS.map((level) => numberCell(countAtLevel[level])),
    numberCell(unanswered),
    numberCell(notApplicable),
    numberCell(level3AndAbove.count),
    shareCell(level3AndAbove.percent),
    shareCell(level3AndAbove.percentOfAnswered),
  ]
}

function shareCell(percent: number | null): DocumentCell {
  return percent === null ? textCell(share(percent)) : numberCell(percent, share(percent))
}

function share(percent: number | null): string {
  return percent === null ? 'no percentage' : `${percent}%`
}
