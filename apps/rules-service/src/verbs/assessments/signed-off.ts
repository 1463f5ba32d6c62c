import type { Assessment, ProgrammeState } from '@workplan/domain'
import type { Round } from '../../views/current-round.ts'
import { currentRoundOf } from './find-round.ts'

/** Who signs a round off, in which capacity, on which day of the programme. */
export interface Signature {
  person: string
  capacity: string
  on: string
}

/** What signing a round off writes: it becomes the current one, and the one before it history. */
export interface SignedOff {
  round: Assessment
  replaced: Assessment | null
}

/** A round signed off, and the round whose place it takes as that stands afterwards. */
export function signedOff(
  { assessment }: Pick<Round, 'assessment'>,
  state: ProgrammeState,
  { person, capacity, on }: Signature,
): SignedOff {
  const current = currentRoundOf(state, assessment.framework)
  return {
    round: {
      ...assessment,
      current: true,
      state: 'signed-off',
      completedOn: on,
      signedOffBy: capacity,
      signedOffOn: on,
      signer: person,
      history: [...assessment.history, { when: on, event: 'Signed off' }],
    },
    replaced: current
      ? {
          ...current,
          current: false,
          history: [...current.history, { when: on, event: `Replaced by ${assessment.title}` }],
        }
      : null,
  }
}
