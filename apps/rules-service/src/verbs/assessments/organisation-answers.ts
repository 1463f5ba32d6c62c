import type { AnswerSaved, OrganisationAnswer } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import type { Member } from '../../members.ts'
import type { LoadedProgramme } from '../../store/programme.ts'
import { titleOf } from './change-answer.ts'
import { findRound } from './find-round.ts'
import { measureRow } from './measure-rows.ts'

type Library = AppContext['rules']['library']

/** An organisation's answer by its id; throws `not-found`. */
export function findOrganisationAnswer({ state }: LoadedProgramme, id: string): OrganisationAnswer {
  const answer = state.records['organisation-answer'].find((candidate) => candidate.id === id)
  if (!answer) throw new AppError('not-found', 'There is no such answer in this programme.')
  return answer
}

/** The measure that an organisation answered, with all its answers, as this member sees it. */
export function measureOfOrganisationAnswer(
  programme: LoadedProgramme,
  library: Library,
  member: Member,
  { assessment, measure }: Pick<OrganisationAnswer, 'assessment' | 'measure'>,
): AnswerSaved['item'] {
  const round = findRound(programme.state, library, assessment)
  const answer = round.answerOf.get(measure)
  if (!answer) throw new AppError('not-found', 'There is no such answer in this programme.')
  return measureRow(round, programme, member, answer.id)
}

/** What the journal calls an organisation's answer. */
export function titleOfOrganisation(
  { provider, measure }: Pick<OrganisationAnswer, 'provider' | 'measure'>,
  { state }: LoadedProgramme,
  library: Library,
): string {
  const name = state.records.provider.find(({ id }) => id === provider)?.name ?? provider
  return `${titleOf({ measure }, library)}, ${name}`
}
