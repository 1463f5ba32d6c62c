import {
  isWithin,
  SEVERITY_ORDER,
  type FrameworkLibrary,
  type Period,
  type ProgrammeState,
  type ReportContent,
  type ReportEscalation,
  type ReportFlag,
} from '@workplan/domain'
import type { LoadedProgramme, StoredFlag } from '../../store/programme.ts'
import { currentRound } from '../../views/current-round.ts'
import { worstFirst } from '../../views/flag-list.ts'
import { levelSummaryOf } from '../../views/level-summary-view.ts'
import { firstTexts } from './first-texts.ts'
import { reportLists } from './report-items.ts'
import { reportMetrics } from './report-metrics.ts'
import { computeRatings, overrideRatings } from './report-ratings.ts'

/** What a report is drawn up from. */
export interface DraftSources {
  programme: Pick<LoadedProgramme, 'state' | 'flags' | 'asAt'>
  library: FrameworkLibrary
  group: { id: string; name: string }
  period: Period
  /** What the group's last issued report on an earlier period said. */
  last: ReportContent | null
  /** When the figures are taken, in real time. */
  refreshedAt: string
}

/** Everything a report says, from the records alone, with first texts for people to make their own. */
export function draftContent(sources: DraftSources): ReportContent {
  const { programme, library, group, period, last, refreshedAt } = sources
  const { state, asAt } = programme
  const { id, name, organisation } = state.programme
  const flags = [...programme.flags.values()].toSorted(worstFirst)
  const open = flags.filter((flag) => flag.status !== 'cleared')
  const round = currentRound(state, library)
  const escalated = escalatedTo(state, group.id)
  const figures = {
    refreshedAt,
    asAt,
    programme: { id, name, organisation },
    group: { id: group.id, name: group.name },
    ratings: computeRatings(programme, library, last),
    ...reportLists(state, period, asAt),
    ...(escalated.length > 0 && { escalated }),
    flagsRaised: flags.filter((flag) => isWithin(flag.raisedOn, period)).map(reportFlag),
    flagsCleared: flags
      .filter((flag) => flag.clearedOn !== null && isWithin(flag.clearedOn, period))
      .map(reportFlag),
    openFlags: countBySeverity(open),
    levels: round && levelSummaryOf(round),
    metrics: reportMetrics(programme, library),
  }
  return { ...figures, narrative: firstTexts(figures, disputedFlags(programme).map(reportFlag), last) }
}

function escalatedTo({ records }: ProgrammeState, group: string): ReportEscalation[] {
  const nameOf = (id: string) => records.group.find((candidate) => candidate.id === id)?.name ?? id
  return records.escalation
    .filter(({ to, state }) => to === group && state === 'open')
    .map(({ id, title, asked, from, report, number }) => ({
      ...{ id, title, asked },
      from: { id: from, name: nameOf(from) },
      report: { id: report, number },
    }))
}

/** Flags that the SRO disputes, worst first: somebody has to settle who is right. */
export function disputedFlags({ flags }: Pick<LoadedProgramme, 'flags'>): StoredFlag[] {
  return [...flags.values()].filter((flag) => flag.status === 'disputed').toSorted(worstFirst)
}

/** A draft with figures taken anew; what people wrote stays, and so do their ratings where they still differ. */
export function refreshContent(written: ReportContent, fresh: ReportContent): ReportContent {
  const overrides = written.ratings
    .filter(({ rag, computed }) => rag !== computed)
    .map(({ dimension, rag, overrideReason }) => ({ dimension, rag, reason: overrideReason }))
  return {
    ...fresh,
    ratings: overrideRatings(fresh.ratings, overrides),
    narrative: written.narrative,
    ...(written.correction && { correction: written.correction }),
  }
}

function reportFlag({ id, severity, title, subject, message }: StoredFlag): ReportFlag {
  return { id, severity, title, subject: subject.title, message }
}

function countBySeverity(flags: readonly StoredFlag[]): ReportContent['openFlags'] {
  const [high, medium, low] = SEVERITY_ORDER.map(
    (severity) => flags.filter((flag) => flag.severity === severity).length,
  ) as [number, number, number]
  return { high, medium, low }
}
