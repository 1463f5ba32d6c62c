import type { Answer, Assessment, FrameworkLibrary, ProgrammeState } from '@workplan/domain'
import { AppError } from '../../errors.ts'
import { type Round, roundOf } from '../../views/current-round.ts'

/** A round by its id; throws `not-found`. */
export function findRound(state: ProgrammeState, library: FrameworkLibrary, id: string): Round {
  const assessment = state.records.assessment.find((candidate) => candidate.id === id)
  const round = assessment && roundOf(assessment, state, library)
  if (!round) throw new AppError('not-found', 'There is no such round in this programme.')
  return round
}

/** The same, when it can still be answered; throws `not-found`, and `conflict` for any other. */
export function findOpenRound(state: ProgrammeState, library: FrameworkLibrary, id: string): Round {
  const round = findRound(state, library, id)
  const { state: standing } = round.assessment
  if (standing !== 'open') throw new AppError('conflict', WHY_CLOSED[standing ?? 'recorded'])
  return round
}

/** The round that is current for a framework. */
export function currentRoundOf(state: ProgrammeState, framework: string): Assessment | undefined {
  return state.records.assessment.find((round) => round.current && round.framework === framework)
}

/** An answer by its id; throws `not-found`. */
export function findAnswer({ records }: ProgrammeState, id: string): Answer {
  const answer = records.answer.find((candidate) => candidate.id === id)
  if (!answer) throw new AppError('not-found', 'There is no such answer in this programme.')
  return answer
}

const WHY_CLOSED = {
  recorded: 'This round came from a form and stays as it is. To answer anew, start a new round.',
  'signed-off':
    'This round is signed off, and a signed round does not change. A correction is a new round: start one.',
  withdrawn: 'This round was withdrawn. To answer anew, start a new round.',
} as const
