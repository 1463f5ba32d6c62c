import { type RoundSummary, summariseLevels } from '@workplan/domain'
import type { LoadedProgramme } from '../../store/programme.ts'
import type { Round } from '../../views/current-round.ts'
import { roundVersion } from './round-version.ts'

/** A round as lists show it. */
export function roundSummary(round: Round, programme: LoadedProgramme): RoundSummary {
  const { assessment, framework, answerOf } = round
  const { state, people } = programme
  const before = state.records.assessment.find(({ id }) => id === assessment.follows)
  return {
    id: assessment.id,
    version: roundVersion(round, programme),
    title: assessment.title,
    framework: framework.id,
    standing: assessment.state ?? 'recorded',
    current: assessment.current,
    startedOn: assessment.startedOn ?? null,
    completedOn: assessment.completedOn,
    signedOffBy: assessment.signedOffBy,
    signerName: people.get(assessment.signer ?? '')?.name ?? null,
    signedOffOn: assessment.signedOffOn ?? null,
    follows: before ? { id: before.id, title: before.title } : null,
    figures: summariseLevels(framework.requirements, [...answerOf.values()]).total,
  }
}
