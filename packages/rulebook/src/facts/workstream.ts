import { type FactContext, recordRef } from './context.ts'
import { type SubjectFacts, subjectMaker } from './declaration.ts'
import { type LiveTasks, liveTasks } from './live-tasks.ts'
import type { Subject } from './subject.ts'

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
  const live = liveTasks(context)
  return context.carry('workstreams', 'task', (before: KnownWorkstreams | null) =>
    before?.live === live ? before : { live, subjects: subjectsAround(live, context) },
  ).subjects
}

/** The subjects of workstreams with what they were made of. */
interface KnownWorkstreams {
  live: LiveTasks
  subjects: Subject[]
}

function subjectsAround({ byWorkstream }: LiveTasks, { state }: FactContext): Subject[] {
  return state.records.workstream.map((workstream) => {
    const live = byWorkstream.get(workstream.id) ?? []
    return workstreamSubject(
      {
        id: workstream.id,
        title: workstream.name,
        audience: [workstream.app],
        workstreams: [workstream.id],
        requirements: [],
        records: [recordRef('workstream', workstream, workstream.name), ...live],
      },
      { hasLead: workstream.lead !== null, liveTasks: live.length },
    )
  })
}
