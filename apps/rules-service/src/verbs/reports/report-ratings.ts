import {
  rateSchedule,
  worstRag,
  type FrameworkLibrary,
  type Rag,
  type RagDimension,
  type RatedRag,
  type ReportContent,
  type ReportRag,
} from '@workplan/domain'
import type { LoadedProgramme } from '../../store/programme.ts'
import { indexRecords } from '../../views/record-index.ts'
import { rateEvidence } from './rate-evidence.ts'
import { rateFunding } from './rate-funding.ts'
import { rateWorkforce } from './rate-workforce.ts'

/** What each part of a report is called in a sentence. */
export const dimensionWords: Record<RagDimension, string> = {
  overall: 'Overall',
  schedule: 'Schedule',
  workforce: 'Workforce',
  funding: 'Funding',
  evidence: 'Evidence',
}

/** What each rating is called in a sentence. */
export const ragWords: Record<Rag, string> = {
  red: 'red',
  amber: 'amber',
  green: 'green',
  complete: 'complete',
  'not-rated': 'not rated',
}

/** The ratings that the records give, overall first, beside those of the last report. */
export function computeRatings(
  { state, asAt }: Pick<LoadedProgramme, 'state' | 'asAt'>,
  library: FrameworkLibrary,
  last: ReportContent | null,
): ReportRag[] {
  const { task: tasks, milestone: milestones } = state.records
  const parts: { dimension: RagDimension; rated: RatedRag }[] = [
    { dimension: 'schedule', rated: rateSchedule([...tasks, ...milestones], asAt) },
    { dimension: 'workforce', rated: rateWorkforce(state, library, asAt) },
    { dimension: 'funding', rated: rateFunding(tasks) },
    { dimension: 'evidence', rated: rateEvidence(state, library) },
  ]
  const index = indexRecords({ state, people: new Map() }, library)
  return [{ dimension: 'overall' as const, rated: rateOverall(parts) }, ...parts].map(
    ({ dimension, rated }) => ({
      dimension,
      lastPeriod: last?.ratings.find((rating) => rating.dimension === dimension)?.rag ?? null,
      computed: rated.rag,
      rag: rated.rag,
      reasons: rated.reasons.map(({ text, records }) => ({
        text,
        records: records.flatMap((id) => index.refOf(id) ?? []),
      })),
      overrideReason: null,
    }),
  )
}

/**
 * The ratings with a person's own in their place. An override that says what the records say is none; one is dropped
 * with `rag: null`.
 */
export function overrideRatings(
  ratings: readonly ReportRag[],
  overrides: readonly { dimension: RagDimension; rag: Rag | null; reason: string | null }[],
): ReportRag[] {
  return ratings.map((rating) => {
    const override = overrides.findLast(({ dimension }) => dimension === rating.dimension)
    if (!override) return rating
    if (override.rag === null || override.rag === rating.computed)
      return { ...rating, rag: rating.computed, overrideReason: null }
    return { ...rating, rag: override.rag, overrideReason: override.reason || null }
  })
}

/** The worst of the parts, each part that bad with the first of its reasons: the one that decided. */
function rateOverall(parts: readonly { dimension: RagDimension; rated: RatedRag }[]): RatedRag {
  const rag = worstRag(parts.map(({ rated }) => rated.rag))
  const deciding = parts.filter(({ rated }) => rated.rag === rag)
  return {
    rag,
    reasons: deciding.map(({ dimension, rated }) => {
      const verdict = `${dimensionWords[dimension]} is ${ragWords[rag]}`
      const [first] = rated.reasons
      return first
        ? { text: `${verdict}: ${first.text}`, records: first.records }
        : { text: verdict, records: [] }
    }),
  }
}
