import type { Task } from '@workplan/domain'
import { isLive } from '../links/requirement-links.ts'
import { type FactContext, recordRef, requirementRef } from './context.ts'
import { type SubjectFacts, subjectMaker } from './declaration.ts'
import type { Subject } from './subject.ts'
import { taskRefs, workstreamsOf } from './work-counts.ts'

/** What is known of one gap that people of the system named. */
export const statedGapFacts = {
  statedBy: {
    label: 'Who named it',
    type: 'text',
    description: 'stakeholder, workshop or strategy.',
  },
  namedUnderRequirement: {
    label: 'It was named under a requirement',
    type: 'yes-no',
    description: 'The gap was named for one requirement, such as an ambition.',
  },
  theme: { label: 'Theme', type: 'text', description: 'The theme under which it was named, if any.' },
  liveTasks: {
    label: 'Live tasks that answer it',
    type: 'number',
    unit: 'live task',
    description:
      'Tasks, not done, under the same requirement or elsewhere that are recorded as answering the gap.',
  },
  liveTasksSameRequirement: {
    label: 'Of these, under the same requirement',
    type: 'number',
    unit: 'live task',
    description: 'Live tasks that answer the gap under the requirement for which it was named.',
  },
  doneTasks: {
    label: 'Finished tasks that answer it',
    type: 'number',
    unit: 'task',
    description: 'Tasks recorded as answering the gap that are done.',
  },
} as const satisfies SubjectFacts

const statedGapSubject = subjectMaker('stated-gap', statedGapFacts)

/** One subject for each stated gap. */
export function statedGapSubjects(context: FactContext): Subject[] {
  const found = (ids: readonly string[]): Task[] => ids.flatMap((id) => context.links.task(id) ?? [])
  return context.state.records['stated-gap'].map((gap) => {
    const here = found(gap.answeredBy)
    const all = [...here, ...found(gap.answeredElsewhereBy)]
    const requirement = gap.requirement === null ? undefined : context.requirements.get(gap.requirement)
    return statedGapSubject(
      {
        id: gap.id,
        title: gap.title,
        audience: requirement?.audience ?? [],
        workstreams: workstreamsOf(all),
        requirements: requirement ? context.countsUnder([requirement.id]) : [],
        records: [
          recordRef('stated-gap', gap, gap.title),
          ...(requirement ? [requirementRef(requirement)] : []),
          ...taskRefs(all),
        ],
      },
      {
        statedBy: gap.kind,
        namedUnderRequirement: requirement !== undefined,
        theme: gap.theme,
        liveTasks: all.filter(isLive).length,
        liveTasksSameRequirement: here.filter(isLive).length,
        doneTasks: all.filter((task) => !isLive(task)).length,
      },
    )
  })
}
