import type { Milestone, Task } from '@workplan/domain'

/** A task that is under way and of which nothing else is known. */
export function taskOf(id: string, parts: Partial<Task> = {}): Task {
  return {
    id,
    source: { document: 'Test' },
    form: 'task',
    title: `Task ${id}`,
    workstream: null,
    audience: ['all'],
    serves: [],
    owner: null,
    ownerAsStated: null,
    status: 'in-progress',
    statusReason: null,
    statusAsStated: null,
    percent: null,
    start: null,
    due: null,
    baselineDue: null,
    quarter: null,
    progress: null,
    nextStep: null,
    evidence: [],
    dependsOn: [],
    fundingNeeded: null,
    duplicateGroup: null,
    themes: [],
    updatedOn: null,
    completedOn: null,
    ...parts,
  }
}

/** A milestone that is under way, without a date. */
export function milestoneOf(id: string, parts: Partial<Milestone> = {}): Milestone {
  return {
    id,
    source: { document: 'Test' },
    title: `Milestone ${id}`,
    order: 1,
    status: 'in-progress',
    statusAsStated: null,
    due: null,
    baselineDue: null,
    earlierDues: [],
    workstream: null,
    serves: [],
    ...parts,
  }
}
