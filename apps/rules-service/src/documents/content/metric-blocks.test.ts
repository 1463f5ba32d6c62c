import { expect, it } from 'vitest'
import { metricOf, monthlyReadings, readingOf } from '../../testing/metric.ts'
import { smallProgramme } from '../../testing/small-programme.ts'
import { loadLibrary } from '@workplan/rulebook'
import { reportMetrics } from '../../verbs/reports/report-metrics.ts'
import { metricBlocks } from './metric-blocks.ts'

const library = loadLibrary()
const values = [41, 43, 41, 43, 41, 43, 41, 43, 41, 43, 41, 43, 40, 39, 40, 39, 40, 39, 40]

function blocksOf() {
  const state = smallProgramme('alpha')
  state.records.metric = [
    metricOf('alpha.chart', { title: 'Hospital deaths', target: 35 }),
    metricOf('alpha.blocked', {
      title: 'Preferred place',
      blockedBy: 'Shared record',
      narrowerThanOutcome: true,
    }),
    metricOf('alpha.late', { title: 'Admissions', frequency: 'monthly' }),
  ]
  state.records.reading = [
    ...monthlyReadings('alpha.chart', values),
    readingOf('alpha.old', 'alpha.late', { period: '2022-01', place: 'hospital', caveats: ['Provisional'] }),
  ]
  return metricBlocks(reportMetrics({ state, asAt: '2023-03-13' }, library))
}

it('names late and blocked metrics first, and says what the others tell', () => {
  const [, sentence, table] = blocksOf()
  expect(sentence).toMatchObject({
    text: '3 metrics: 1 late, 1 blocked, 1 never read; 1 shows a change that is more than noise.',
  })
  const rows = table?.kind === 'table' ? table.table.rows.map((row) => row.map(({ text }) => text)) : []
  expect(rows).toEqual([
    [
      'Admissions',
      'No reading for 13 months',
      '40%, January 2022, hospital. Provisional',
      'Not stated',
      expect.stringContaining('Too few readings'),
    ],
    [
      'Preferred place (measures less than the outcome says)',
      'Blocked by: Shared record. Never read',
      'No reading',
      'Not stated',
      'Nothing yet',
    ],
    ['Hospital deaths', 'Read as agreed', '40%, July 2022', '35%', expect.stringContaining('for the better')],
  ])
})

it('draws the same picture as the page, with its words, for metrics whose chart can tell', () => {
  const charts = blocksOf().filter(({ kind }) => kind === 'chart')
  expect(charts).toHaveLength(1)
  const [chart] = charts
  expect(chart?.kind === 'chart' && chart.chart.title).toBe('Hospital deaths')
  expect(chart?.kind === 'chart' && chart.chart.description).toContain('7 readings in a row are below')
})

it('says so where there is no metric', () => {
  expect(metricBlocks([])).toMatchObject([{ kind: 'heading' }, { text: 'No outcome metric is recorded.' }])
})
