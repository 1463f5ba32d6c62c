import { changedFields, type DraftField, type TaskDraft } from './task-draft.ts'

/** Two people changed a task: what one started from and wrote, and what the other left. */
export interface TaskConflict {
  base: TaskDraft
  mine: TaskDraft
  theirs: TaskDraft
}

export type Side = 'mine' | 'theirs'

/** The fields where a choice is needed: I changed them, and what I wrote is not what is there now. */
export function fieldsToChoose({ base, mine, theirs }: TaskConflict): DraftField[] {
  const different = changedFields(mine, theirs)
  return changedFields(base, mine).filter((field) => different.includes(field))
}

/** The draft that follows from the choices: theirs, with my fields where I keep mine. */
export function settle(conflict: TaskConflict, choices: Partial<Record<DraftField, Side>>): TaskDraft {
  const kept = fieldsToChoose(conflict).filter((field) => choices[field] !== 'theirs')
  return { ...conflict.theirs, ...Object.fromEntries(kept.map((field) => [field, conflict.mine[field]])) }
}
