import { appsOfMeasure, type Answer, type AnswerSaved } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import { requireAction, type Member } from '../../members.ts'
import type { LoadedProgramme } from '../../store/programme.ts'
import type { ChangeRequest } from '../../store/store.ts'
import type { Round } from '../../views/current-round.ts'
import { findAnswer, findOpenRound, findRound } from './find-round.ts'
import { measureRow } from './measure-rows.ts'

/** What to do to the answer of one measure in an open round. */
export interface AnswerEdit {
  id: string
  expectedVersion: number
  action: string
  make: (answer: Answer, round: Round, before: LoadedProgramme) => Answer
}

/**
 * Puts an answer in the place of the one of an open round. Throws `not-found`, `not-allowed`, `conflict` for a round that is
 * closed, `stale-version`.
 */
export function changeAnswerOf(
  { store, rules: { library } }: AppContext,
  member: Member,
  request: ChangeRequest,
  { id, expectedVersion, action, make }: AnswerEdit,
): Promise<AnswerSaved> {
  return store.change(
    request,
    async (draft) => {
      const { before } = draft
      const answer = findAnswer(before.state, id)
      requireMeasure(member, library, answer)
      const round = findOpenRound(before.state, library, answer.assessment)
      await draft.requireVersion('answer', id, expectedVersion, () => measureRow(round, before, member, id))
      const after = make(answer, round, before)
      draft.put('answer', after, { expectedVersion, action, why: null, title: titleOf(answer, library) })
      return answer
    },
    ({ after, flags }, { assessment }) => ({
      item: measureRow(findRound(after.state, library, assessment), after, member, id),
      flags,
    }),
  )
}

type Library = AppContext['rules']['library']

/** Throws `not-allowed` unless the member answers for the people of the measure. */
export function requireMeasure(member: Member, library: Library, { measure }: Pick<Answer, 'measure'>): void {
  const requirement = library.requirements.get(measure)
  requireAction(member, 'assessment.answer', { apps: requirement ? appsOfMeasure(requirement) : [] })
}

/** What the journal calls the answer to a measure. */
export function titleOf({ measure }: Pick<Answer, 'measure'>, library: Library): string {
  const requirement = library.requirements.get(measure)
  return `Answer to ${[requirement?.number, requirement?.title].filter(Boolean).join(' ') || measure}`
}
