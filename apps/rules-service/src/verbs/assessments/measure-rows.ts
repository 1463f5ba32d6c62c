import {
  ambitionOf,
  appsOfMeasure,
  type Answer,
  type MeasureAnswer,
  type OrganisationAnswerView,
  type Requirement,
} from '@workplan/domain'
import { may, type Member } from '../../members.ts'
import { type LoadedProgramme, recordKey } from '../../store/programme.ts'
import type { Round } from '../../views/current-round.ts'
import { findAnswer } from './find-round.ts'
import { unansweredIn } from './new-answer.ts'

/** The measures of a round in the order of its framework, as this member sees them. */
export function measureRows(round: Round, programme: LoadedProgramme, member: Member): MeasureAnswer[] {
  const view = measureViewer(round, programme, member)
  return round.framework.requirements.filter(({ scored }) => scored).map(view)
}

/** One measure of a round, by the id of its answer. */
export function measureRow(
  round: Round,
  programme: LoadedProgramme,
  member: Member,
  answerId: string,
): MeasureAnswer {
  const { measure } = findAnswer(programme.state, answerId)
  const requirement = round.framework.requirements.find(({ id }) => id === measure)
  if (!requirement) throw new Error(`${measure} is in no framework`)
  return measureViewer(round, programme, member)(requirement)
}

function measureViewer(
  { assessment, framework, answerOf }: Round,
  { state, versions }: LoadedProgramme,
  member: Member,
): (measure: Requirement) => MeasureAnswer {
  const byId = new Map(framework.requirements.map((entry) => [entry.id, entry]))
  const last = new Map(
    state.records.answer
      .filter((answer) => answer.assessment === assessment.follows)
      .map((answer) => [answer.measure, answer]),
  )
  const providers = new Map(state.records.provider.map(({ id, name }) => [id, name]))
  const organisations = Map.groupBy(
    state.records['organisation-answer']
      .filter((answer) => answer.assessment === assessment.id)
      .map((answer): OrganisationAnswerView => ({
        answer,
        version: versions.get(recordKey('organisation-answer', answer.id)) ?? 0,
        providerName: providers.get(answer.provider) ?? answer.provider,
      })),
    ({ answer }) => answer.measure,
  )
  return (measure) => {
    // A measure that came into the framework after the round was started is shown, and is answered in the next one.
    const answer: Answer = answerOf.get(measure.id) ?? unansweredIn(assessment, measure.id)
    const version = versions.get(recordKey('answer', answer.id)) ?? 0
    const apps = appsOfMeasure(measure)
    return {
      measure: describe(measure, byId),
      apps,
      answer,
      version,
      last: last.get(measure.id) ?? null,
      organisations: organisations.get(measure.id) ?? [],
      mayAnswer: assessment.state === 'open' && version > 0 && may(member, 'assessment.answer', { apps }),
    }
  }
}

function describe(measure: Requirement, byId: ReadonlyMap<string, Requirement>): MeasureAnswer['measure'] {
  const { id, kind, number, title, description, audience } = measure
  const ambition = ambitionOf(measure, byId)
  const above = measure.parent === null ? undefined : byId.get(measure.parent)
  return {
    ...{ id, kind, number, title, description, audience },
    ambition: ambition ? { id: ambition.id, number: ambition.number, title: ambition.title } : null,
    block: above?.kind === 'building-block' ? above.title : null,
  }
}
