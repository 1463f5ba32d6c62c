import type { NewTask, Task } from '@workplan/domain'
import { randomBytes } from 'node:crypto'
import { slugOf } from '../../slug.ts'
import type { LoadedProgramme } from '../../store/programme.ts'

/** The record of a task that is added on the programme's day; the first due date is its baseline. */
export function taskOf(input: NewTask, { state, asAt }: LoadedProgramme): Task {
  const due = input.due ?? null
  return {
    id: `${state.programme.id}.task.${slugOf(input.title, 'task')}-${randomBytes(4).toString('hex')}`,
    source: { document: 'Workplan', section: 'Added by hand' },
    form: 'task',
    title: input.title,
    workstream: input.workstream,
    audience: input.audience,
    serves: input.serves,
    owner: input.owner ?? null,
    ownerAsStated: null,
    status: 'not-started',
    statusReason: null,
    statusAsStated: null,
    percent: null,
    start: null,
    due,
    baselineDue: due,
    quarter: null,
    progress: input.progress ?? null,
    nextStep: input.nextStep ?? null,
    evidence: [],
    dependsOn: [],
    fundingNeeded: null,
    duplicateGroup: null,
    themes: [],
    updatedOn: asAt,
    completedOn: null,
  }
}
