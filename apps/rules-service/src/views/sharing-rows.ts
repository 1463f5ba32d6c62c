import type { Answer, FrameworkLibrary, SharingRow, Sight } from '@workplan/domain'
import type { LoadedProgramme } from '../store/programme.ts'
import { currentRound } from './current-round.ts'
import { flagsOn } from './record-view.ts'
import { requirementRef } from './requirement-view.ts'

/** The measure that asks of each care setting whether it sees the shared end of life record: one line for each setting. */
const SHARING = /^4\.1\.2\.[a-z]$/

/** The level from which a measure says that it is there, at least in a part of the organisations. */
const IN_PLACE = 3

/** The care settings of measure 4.1.2 in the framework's order; none where the programme answers to no such measure. */
export function sharingRows(programme: LoadedProgramme, library: FrameworkLibrary): SharingRow[] {
  const round = currentRound(programme.state, library)
  const measures = round?.framework.requirements.filter(({ number }) => SHARING.test(number ?? '')) ?? []
  return measures.map((measure) => {
    const answer = round?.answerOf.get(measure.id)
    const sees = sightOf(answer)
    const what = answer?.answeredFor ?? null
    return {
      setting: measure.title.slice(measure.title.indexOf(':') + 1).trim(),
      measure: requirementRef(measure),
      answer: answer
        ? {
            id: answer.id,
            level: answer.level,
            evidence: answer.evidence,
            evidenceState: answer.evidenceState,
          }
        : null,
      asked: what === null ? sees : 'not-known',
      instead: what === null ? null : { what, sees },
      claims: programme.state.records.claim
        .filter(({ about }) => about.includes(measure.id))
        .map(({ id, statement, publishedIn }) => ({ id, statement, publishedIn })),
      flags: flagsOn(measure.id, programme).filter(
        ({ subject }) => subject.id === measure.id || subject.id === answer?.id,
      ),
    }
  })
}

function sightOf(answer: Answer | undefined): Sight {
  if (answer?.state === 'not-applicable') return 'not-applicable'
  const level = answer?.level ?? null
  if (level === null) return 'not-answered'
  return level >= IN_PLACE ? 'yes' : 'not-yet'
}
