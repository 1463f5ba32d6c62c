import type { FrameworkLibrary, IsoDate, ProgrammeState } from '@workplan/domain'
import { ambitionSubjects } from './ambition.ts'
import { assessmentSubjects } from './assessment.ts'
import { claimSubjects } from './claim.ts'
import { factContext } from './context.ts'
import { coverageRequirementSubjects } from './coverage-requirement.ts'
import { deliveryPlanItemSubjects } from './delivery-plan-item.ts'
import { dutySubjects } from './duty.ts'
import { foiAnswerSubjects } from './foi-answer.ts'
import { foundationSubjects } from './foundation.ts'
import { groupSubjects } from './group.ts'
import { localitySubjects } from './locality.ts'
import { measureSubjects } from './measure.ts'
import type { FactMemory } from './memory.ts'
import { metricSubjects } from './metric.ts'
import { milestoneSubjects } from './milestone.ts'
import { openIssueSubjects } from './open-issue.ts'
import { principleSubjects } from './principle.ts'
import { programmeSubjects } from './programme.ts'
import { readingSubjects } from './reading.ts'
import { serviceSubjects } from './service.ts'
import { statedGapSubjects } from './stated-gap.ts'
import type { Subject } from './subject.ts'
import { taskSubjects } from './task.ts'
import { workstreamSubjects } from './workstream.ts'

const SUBJECTS = [
  programmeSubjects,
  dutySubjects,
  foundationSubjects,
  principleSubjects,
  deliveryPlanItemSubjects,
  ambitionSubjects,
  measureSubjects,
  assessmentSubjects,
  workstreamSubjects,
  taskSubjects,
  milestoneSubjects,
  coverageRequirementSubjects,
  serviceSubjects,
  statedGapSubjects,
  metricSubjects,
  readingSubjects,
  claimSubjects,
  groupSubjects,
  foiAnswerSubjects,
  localitySubjects,
  openIssueSubjects,
]

/**
 * Everything in a programme that rules can judge, with its facts as they stand on `asAt`. Pure: the same state,
 * library and date give the same subjects in the same order. With the memory of an earlier call for the programme, a subject
 * that rests on nothing that has changed is the same object as then.
 */
export function subjectsOf(
  state: ProgrammeState,
  library: FrameworkLibrary,
  asAt: IsoDate,
  memory: FactMemory | null = null,
): Subject[] {
  const context = factContext(state, library, asAt, memory)
  const recall = context.part('kinds')
  return SUBJECTS.flatMap((subjects, place) => recall(`${place}`, [], () => subjects(context)))
}
