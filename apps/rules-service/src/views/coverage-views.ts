import type { CoverageView, ExplanationNode, FrameworkLibrary } from '@workplan/domain'
import type { LoadedProgramme } from '../store/programme.ts'
import { coverageWeek } from './coverage-week.ts'
import { currentRound } from './current-round.ts'
import { flagsOn } from './record-view.ts'
import type { RecordIndex } from './record-index.ts'
import { requirementRef } from './requirement-view.ts'
import { serviceViews } from './service-views.ts'

/** Every coverage requirement against the services that meet it, with what the papers say about it. */
export function coverageViews(
  programme: LoadedProgramme,
  library: FrameworkLibrary,
  index: RecordIndex,
): CoverageView[] {
  const round = currentRound(programme.state, library)
  return programme.state.records['coverage-requirement'].map((record) => {
    const serves = record.serves.flatMap((id) => library.requirements.get(id) ?? []).map(requirementRef)
    return {
      ...coverageWeek(record, programme.state),
      record,
      serves,
      services: serviceViews(programme, index, { meets: record.id }),
      answers: serves.flatMap((measure) => {
        const answer = round?.answerOf.get(measure.id)
        return answer ? [{ id: answer.id, measure, level: answer.level }] : []
      }),
      flags: flagsOn(record.id, programme).filter(
        ({ id, subject }) => subject.id === record.id || readsHours(programme.flags.get(id)?.explanation),
      ),
    }
  })
}

/** True when a flag came about by the hours that are covered: many others look at a requirement for other reasons. */
function readsHours(node: ExplanationNode | undefined): boolean {
  if (node === undefined) return false
  return node.kind === 'condition' ? node.fact === 'hoursNotCovered' : node.children.some(readsHours)
}
