import { figureInWords, formatPartialDate, type MetricTrouble, type ReportMetric } from '@workplan/domain'
import { metricChart } from '../../charts/metric-chart.ts'
import { type Block, type DocumentTable, textCell } from './document.ts'

/** The outcome metrics of a report: how many cannot tell anything, each by name, and the charts that can. */
export function metricBlocks(metrics: readonly ReportMetric[]): Block[] {
  const heading: Block = { kind: 'heading', level: 2, text: 'Outcome metrics' }
  if (metrics.length === 0) return [heading, { kind: 'paragraph', text: 'No outcome metric is recorded.' }]
  return [
    heading,
    { kind: 'paragraph', text: metricsInWords(metrics) },
    { kind: 'table', table: metricTable(metrics) },
    ...metrics.flatMap((metric): Block[] =>
      metric.series === null ? [] : [{ kind: 'chart', chart: metricChart(metric, metric.series) }],
    ),
  ]
}

/** `18 metrics: 2 late, 4 blocked, 15 never read; 1 shows a change that is more than noise.` */
function metricsInWords(metrics: readonly ReportMetric[]): string {
  const inTrouble = (kind: MetricTrouble['kind']) =>
    metrics.filter(({ troubles }) => troubles.some((trouble) => trouble.kind === kind)).length
  const changed = metrics.filter(({ verdict }) => !['too-few', 'noise'].includes(verdict.kind)).length
  return (
    `${metrics.length === 1 ? '1 metric' : `${metrics.length} metrics`}: ${inTrouble('late')} late, ` +
    `${inTrouble('blocked')} blocked, ${inTrouble('never-read')} never read; ` +
    `${changed} ${changed === 1 ? 'shows' : 'show'} a change that is more than noise.`
  )
}

function metricTable(metrics: readonly ReportMetric[]): DocumentTable {
  return {
    caption: `Outcome metrics, late and blocked ones first (${metrics.length})`,
    sheet: 'Metrics',
    columns: [
      { title: 'Metric', width: 0.28 },
      { title: 'What stands in the way', width: 0.2 },
      { title: 'Latest reading', width: 0.2 },
      { title: 'Target', width: 0.1 },
      { title: 'What the readings tell', width: 0.22 },
    ],
    rows: metrics.map((metric) =>
      [
        metric.narrowerThanOutcome ? `${metric.title} (measures less than the outcome says)` : metric.title,
        metric.troubles.map(({ text }) => text).join('. ') || 'Read as agreed',
        latestInWords(metric),
        metric.target === null ? 'Not stated' : figureInWords(metric.target, metric.unit),
        metric.latest === null ? 'Nothing yet' : metric.verdict.text,
      ].map(textCell),
    ),
  }
}

function latestInWords({ latest }: ReportMetric): string {
  if (latest === null) return 'No reading'
  const { value, unit, period, place, caveats } = latest
  const when = period === null ? 'period not given' : formatPartialDate(period)
  const head = [figureInWords(value, unit), when, place].filter((part) => part !== null).join(', ')
  return [head, ...caveats].join('. ')
}
