import { isLive } from '../links/requirement-links.ts'
import { type FactContext, recordRef } from './context.ts'
import { type SubjectFacts, subjectMaker } from './declaration.ts'
import type { Subject } from './subject.ts'
import { taskRefs } from './work-counts.ts'

/** What is known of one workstream. */
export const workstreamFacts = {
  hasLead: { label: 'A lead is named', type: 'yes-no', description: 'A person of the programme leads it.' },
  liveTasks: {
    label: 'Live tasks',
    type: 'number',
    unit: 'live task',
    description: 'Tasks of the workstream that are not done.',
  },
} as const satisfies SubjectFacts

const workstreamSubject = subjectMaker('workstream', workstreamFacts)

/** One subject for each workstream. */
export function workstreamSubjects(context: FactContext): Subject[] {
  const { records } = context.state
  const byWorkstream = Map.groupBy(records.task.filter(isLive), (task) => task.workstream)
  return records.workstream.map((workstream) => {
    const live = byWorkstream.get(workstream.id) ?? []
    return workstreamSubject(
      {
        id: workstream.id,
        title: workstream.name,
        audience: [workstream.app],
        workstreams: [workstream.id],
        requirements: [],
        records: [recordRef('workstream', workstream, workstream.name), ...taskRefs(live)],
      },
      { hasLead: workstream.lead !== null, liveTasks: live.length },
    )
  })
}
