import {
  type FlagSummary,
  type Metric,
  type MetricDetail,
  type MetricList,
  type MetricView,
  type Reading,
  type ReadingView,
  standingReadings,
} from '@workplan/domain'
import { may, type Member } from '../../members.ts'
import type { Rules } from '../../rules.ts'
import { flagSummary, type LoadedProgramme, recordKey } from '../../store/programme.ts'
import { worstFirst } from '../flag-list.ts'
import { requirementRef } from '../requirement-view.ts'
import { latestFirst, toldMetrics, type ToldMetric } from './told-metrics.ts'

/** The metrics of a programme in the order of their troubles, and figures that belong to none. */
export function metricList(programme: LoadedProgramme, rules: Rules, member: Member): MetricList {
  return {
    items: toldMetrics(programme, rules.library).map((told) => metricView(told, programme, rules, member)),
    figures: standingReadings(programme.state.records.reading)
      .filter(({ metric }) => metric === null)
      .map((reading) => readingView(reading, programme)),
  }
}

/** One metric with all its readings and what they tell. */
export function metricDetail(
  metric: Metric,
  programme: LoadedProgramme,
  rules: Rules,
  member: Member,
): MetricDetail {
  const told = toldMetrics(programme, rules.library).find((candidate) => candidate.metric.id === metric.id)
  if (!told) throw new Error(`${metric.id} is no metric of the programme`)
  return {
    ...metricView(told, programme, rules, member),
    history: programme.state.records.reading
      .filter((reading) => reading.metric === metric.id)
      .toSorted(latestFirst)
      .map((reading) => readingView(reading, programme)),
    series: told.series,
  }
}

/** A reading with the version that a correction starts from. */
export function readingView(reading: Reading, { versions }: LoadedProgramme): ReadingView {
  return { reading, version: versions.get(recordKey('reading', reading.id)) ?? 0 }
}

/** A metric as this member sees it, judged on the programme's moment. */
function metricView(
  { metric, troubles, latest, readings, verdict }: ToldMetric,
  programme: LoadedProgramme,
  { library }: Rules,
  member: Member,
): MetricView {
  return {
    metric,
    version: programme.versions.get(recordKey('metric', metric.id)) ?? 0,
    serves: metric.serves.flatMap((id) => library.requirements.get(id) ?? []).map(requirementRef),
    troubles,
    latest,
    readings,
    verdict,
    flags: flagsAbout(latest ? [metric.id, latest.id] : [metric.id], programme),
    mayUpdate: may(member, 'metric.update'),
  }
}

/** Flags on the metric and on its latest reading: what was wrong with earlier ones is no longer news. */
function flagsAbout(ids: readonly string[], { flags }: LoadedProgramme): FlagSummary[] {
  return [...flags.values()]
    .filter(({ status, subject }) => status !== 'cleared' && ids.includes(subject.id))
    .toSorted(worstFirst)
    .map(flagSummary)
}
