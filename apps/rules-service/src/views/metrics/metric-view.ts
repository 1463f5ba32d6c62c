import {
  type FlagSummary,
  lastDayOf,
  type Metric,
  type MetricDetail,
  type MetricList,
  type MetricTrouble,
  type MetricView,
  type Reading,
  type ReadingView,
  sinceInWords,
  standingReadings,
} from '@workplan/domain'
import { may, type Member } from '../../members.ts'
import type { Rules } from '../../rules.ts'
import { subjectsIn } from '../../rules/subjects-in.ts'
import { flagSummary, type LoadedProgramme, recordKey } from '../../store/programme.ts'
import { worstFirst } from '../flag-list.ts'
import { requirementRef } from '../requirement-view.ts'
import { NOTHING_TO_TELL, seriesOf } from './metric-series.ts'

/** The metrics of a programme in the order of their troubles, and figures that belong to none. */
export function metricList(programme: LoadedProgramme, rules: Rules, member: Member): MetricList {
  const view = metricViewer(programme, rules, member)
  return {
    items: programme.state.records.metric.map(view).toSorted(byTrouble),
    figures: standingReadings(programme.state.records.reading)
      .filter(({ metric }) => metric === null)
      .map((reading) => readingView(reading, programme)),
  }
}

/** Metrics as this member sees them, judged on the programme's moment. */
export function metricViewer(
  programme: LoadedProgramme,
  rules: Rules,
  member: Member,
): (metric: Metric) => MetricView {
  const { records } = programme.state
  const readings = Map.groupBy(records.reading, ({ metric }) => metric)
  const troublesOf = troublesIn(programme, rules)
  return (metric) => {
    const standing = standingReadings(readings.get(metric.id) ?? [])
    const latest = standing.toSorted(latestFirst)[0] ?? null
    return {
      metric,
      version: programme.versions.get(recordKey('metric', metric.id)) ?? 0,
      serves: metric.serves.flatMap((id) => rules.library.requirements.get(id) ?? []).map(requirementRef),
      troubles: troublesOf(metric, latest),
      latest,
      readings: standing.length,
      verdict: seriesOf(metric, standing)[0]?.verdict ?? NOTHING_TO_TELL,
      flags: latest ? flagsAbout([metric.id, latest.id], programme) : flagsAbout([metric.id], programme),
      mayUpdate: may(member, 'metric.update'),
    }
  }
}

/** One metric with all its readings and what they tell. */
export function metricDetail(
  metric: Metric,
  programme: LoadedProgramme,
  rules: Rules,
  member: Member,
): MetricDetail {
  const readings = programme.state.records.reading.filter((reading) => reading.metric === metric.id)
  return {
    ...metricViewer(programme, rules, member)(metric),
    history: readings.toSorted(latestFirst).map((reading) => readingView(reading, programme)),
    series: seriesOf(metric, readings),
  }
}

export function readingView(reading: Reading, { versions }: LoadedProgramme): ReadingView {
  return { reading, version: versions.get(recordKey('reading', reading.id)) ?? 0 }
}

/** Flags on the metric and on its latest reading: what was wrong with earlier ones is no longer news. */
function flagsAbout(ids: readonly string[], { flags }: LoadedProgramme): FlagSummary[] {
  return [...flags.values()]
    .filter(({ status, subject }) => status !== 'cleared' && ids.includes(subject.id))
    .toSorted(worstFirst)
    .map(flagSummary)
}

/** What stands in the way of each metric; when a reading is overdue is for the facts of the rules to say. */
function troublesIn(
  programme: LoadedProgramme,
  { library }: Rules,
): (metric: Metric, latest: Reading | null) => MetricTrouble[] {
  const late = new Set(
    subjectsIn(programme, library)
      .filter(({ kind, facts }) => kind === 'metric' && Number(facts.daysReadingOverdue ?? 0) > 0)
      .map(({ id }) => id),
  )
  return ({ id, blockedBy }, latest) => {
    const troubles: MetricTrouble[] = []
    if (late.has(id) && latest?.period)
      troubles.push({ kind: 'late', text: `No reading for ${sinceInWords(latest.period, programme.asAt)}` })
    if (blockedBy !== null) troubles.push({ kind: 'blocked', text: `Blocked by: ${blockedBy}` })
    if (latest === null) troubles.push({ kind: 'never-read', text: 'Never read' })
    return troubles
  }
}

const ORDER: readonly MetricTrouble['kind'][] = ['late', 'blocked', 'never-read']

/** Late ones first, the longest silence first of all; then blocked and never read; the rest keeps its order. */
function byTrouble(one: MetricView, other: MetricView): number {
  return rankOf(one) - rankOf(other) || latestDay(one).localeCompare(latestDay(other))
}

function rankOf({ troubles: [worst] }: MetricView): number {
  return worst ? ORDER.indexOf(worst.kind) : ORDER.length
}

function latestDay({ troubles: [worst], latest }: MetricView): string {
  return worst?.kind === 'late' && latest?.period ? lastDayOf(latest.period) : ''
}

/** Readings without a period come last. */
function latestFirst(one: Reading, other: Reading): number {
  const [day, otherDay] = [one, other].map(({ period }) => (period === null ? '' : lastDayOf(period))) as [
    string,
    string,
  ]
  return otherDay.localeCompare(day)
}
