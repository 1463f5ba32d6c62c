import type { TaskView } from '@workplan/domain'
import { keptMine, type Choices, type ContestedField, type WhoWasFirst } from '../conflict/contested-field.ts'
import { fieldLabels } from './field-labels.ts'
import { fieldText, type Names } from './field-text.ts'
import type { DraftField, TaskDraft } from './task-draft.ts'

/** Two people changed a task: what one started from and wrote, and what the other left. */
export interface TaskConflict {
  base: TaskDraft
  mine: TaskDraft
  theirs: TaskDraft
  /** The task as it is now. */
  now: TaskView
  changed: WhoWasFirst
}

/** The fields of a task, as both left them; people by their names. */
export function contestedFields({ base, mine, theirs }: TaskConflict, names: Names): ContestedField[] {
  return (Object.keys(fieldLabels) as DraftField[]).map((key) => ({
    key,
    label: fieldLabels[key],
    base: fieldText(base, key, names).trim(),
    mine: fieldText(mine, key, names).trim(),
    theirs: fieldText(theirs, key, names).trim(),
  }))
}

/** To choose between two people, their ids say enough. */
const NO_NAMES: Names = new Map()

/** The draft that follows from the choices: theirs, with my fields where I keep mine. */
export function settle(conflict: TaskConflict, choices: Choices): TaskDraft {
  const kept = keptMine(contestedFields(conflict, NO_NAMES), choices) as DraftField[]
  return { ...conflict.theirs, ...Object.fromEntries(kept.map((field) => [field, conflict.mine[field]])) }
}
