import {
  NOT_READY_BELOW_PERCENT,
  READY_FROM_PERCENT,
  ambitionOf,
  percent,
  rateSchedule,
  worstRag,
  type FrameworkLibrary,
  type IsoDate,
  type ProgrammeState,
  type Rag,
  type RatedRag,
} from '@workplan/domain'
import { currentRound, type CurrentRound } from '../../views/current-round.ts'

const STAFF_AMBITION = '5'

/** Rates the work on staff and how ready staff are; see `RATING_DEFINITIONS.workforce`. */
export function rateWorkforce(state: ProgrammeState, library: FrameworkLibrary, asAt: IsoDate): RatedRag {
  const streams = new Set(
    state.records.workstream.filter(({ app }) => app === 'workforce').map(({ id }) => id),
  )
  const isOurs = ({ workstream }: { workstream: string | null }) =>
    workstream !== null && streams.has(workstream)
  const work = rateSchedule(
    [
      ...state.records.task.filter((task) => isOurs(task) || task.audience.includes('workforce')),
      ...state.records.milestone.filter(isOurs),
    ],
    asAt,
  )
  const round = currentRound(state, library)
  const readiness: RatedRag = round ? rateReadiness(round) : { rag: 'not-rated', reasons: [] }
  const rag = worstRag([work.rag, readiness.rag])
  const onWork = work.reasons.map(({ text, records }) => ({ text: `${text} (work on staff)`, records }))
  // What decided comes first, as in every rating.
  const reasons = work.rag === rag ? [...onWork, ...readiness.reasons] : [...readiness.reasons, ...onWork]
  return { rag, reasons }
}

function rateReadiness({ framework, answerOf }: CurrentRound): RatedRag {
  const byId = new Map(framework.requirements.map((entry) => [entry.id, entry]))
  const measures = framework.requirements.filter(
    (entry) =>
      entry.scored &&
      answerOf.get(entry.id)?.state !== 'not-applicable' &&
      (entry.audience.includes('workforce') || ambitionOf(entry, byId)?.number === STAFF_AMBITION),
  )
  const levelOf = (id: string) => answerOf.get(id)?.level ?? null
  const recordOf = ({ id }: { id: string }) => answerOf.get(id)?.id ?? id
  const unanswered = measures.filter(({ id }) => levelOf(id) === null)
  const reached = measures.filter(({ id }) => (levelOf(id) ?? 0) >= 3)
  const below = measures.filter((measure) => !unanswered.includes(measure) && !reached.includes(measure))
  const share = percent(reached.length, measures.length)
  if (share === null) return { rag: 'not-rated', reasons: [] }
  const of = `of ${measures.length} measures about staff`
  const rag = readinessRag(share, unanswered.length)
  const atLevel = { items: reached, text: `${reached.length} ${of} at level 3 and above (${share}%)` }
  const short = [
    { items: below, text: `${below.length} ${of} below level 3` },
    { items: unanswered, text: `${unanswered.length} ${of} unanswered` },
  ]
  return {
    rag,
    reasons: (rag === 'green' ? [atLevel, ...short] : [...short, atLevel])
      .filter(({ items }) => items.length > 0)
      .map(({ items, text }) => ({ text, records: items.map(recordOf) })),
  }
}

function readinessRag(share: number, unanswered: number): Rag {
  if (share < NOT_READY_BELOW_PERCENT) return 'red'
  return share < READY_FROM_PERCENT || unanswered > 0 ? 'amber' : 'green'
}
