import type { TrainingView } from '@workplan/domain'
import type { Member } from '../members.ts'
import type { LoadedProgramme } from '../store/programme.ts'
import { arrangementView, mayKeep } from '../verbs/arrangements/arrangement-view.ts'

/** What training is needed and offered; what was withdrawn is left out. */
export function trainingView(programme: LoadedProgramme, member: Member): TrainingView {
  const { records } = programme.state
  return {
    needs: records['training-need']
      .filter(({ state }) => state !== 'withdrawn')
      .map((need) => arrangementView('training-need', need, programme, member)),
    offers: records['training-offer']
      .filter(({ state }) => state !== 'withdrawn')
      .map((offer) => arrangementView('training-offer', offer, programme, member)),
    mayAdd: mayKeep(member, 'training-need'),
  }
}
