import {
  EVIDENCE_RED_ABOVE_PERCENT,
  percent,
  type FrameworkLibrary,
  type ProgrammeState,
  type RatedRag,
} from '@workplan/domain'
import { currentRound } from '../../views/current-round.ts'

/** Rates the evidence behind levels 3 and above; see `RATING_DEFINITIONS.evidence`. */
export function rateEvidence(state: ProgrammeState, library: FrameworkLibrary): RatedRag {
  const round = currentRound(state, library)
  if (!round) return notRated('No self-assessment')
  const measures = round.framework.requirements.filter(({ scored }) => scored)
  const claimed = measures.flatMap(({ id }) => {
    const answer = round.answerOf.get(id)
    return answer && (answer.level ?? 0) >= 3 ? [answer] : []
  })
  const bare = claimed.filter(({ evidenceState }) => evidenceState === 'none')
  const share = percent(bare.length, claimed.length)
  if (share === null) return notRated('No measure at level 3 and above')
  const backed = claimed.filter((answer) => !bare.includes(answer))
  const of = `of ${claimed.length} measures at level 3 and above`
  const reasons = [
    { answers: bare, text: `${bare.length} ${of} without evidence (${share}%)` },
    { answers: backed, text: `${backed.length} ${of} with something in the evidence box` },
  ]
    .filter(({ answers }) => answers.length > 0)
    .map(({ answers, text }) => ({ text, records: answers.map(({ id }) => id) }))
  if (bare.length === 0) return { rag: 'green', reasons }
  return { rag: share > EVIDENCE_RED_ABOVE_PERCENT ? 'red' : 'amber', reasons }
}

function notRated(text: string): RatedRag {
  return { rag: 'not-rated', reasons: [{ text, records: [] }] }
}
