import type { Task } from '@workplan/domain'
import { AppError } from '../../errors.ts'
import type { Member } from '../../members.ts'
import type { Rules } from '../../rules.ts'
import { readJournal } from '../../store/journal.ts'
import { recordKey } from '../../store/programme.ts'
import type { Change } from '../../store/store.ts'
import { journalEntry } from '../journal/journal-entry.ts'
import { findTask } from './find-task.ts'
import { requireTaskUpdate } from './require-task-update.ts'
import { taskViewer } from './task-view.ts'

/** A task by its id, and the version of it that somebody looked at. */
export interface SeenTask {
  id: string
  version: number
}

/**
 * The tasks of a change about several, in the order asked. Throws `not-found`, `not-allowed`, and `stale-version` which
 * names each task that somebody else changed meanwhile, by whom, with all of them as they are now.
 */
export async function requireSeenTasks(
  draft: Change,
  seen: readonly SeenTask[],
  { member, rules }: { member: Member; rules: Rules },
): Promise<Task[]> {
  const { before } = draft
  const tasks = seen.map(({ id }) => findTask(before, id).task)
  for (const task of tasks) requireTaskUpdate(member, task, before, rules)
  const stale = seen.flatMap(({ id, version }, index) => {
    const task = tasks[index]
    return task && before.versions.get(recordKey('task', id)) !== version ? [{ task, index }] : []
  })
  if (stale.length === 0) return tasks
  const errors: { path: string; message: string }[] = []
  for (const { task, index } of stale)
    errors.push({ path: `tasks.${index}`, message: `${task.title}: ${await whoWasFirst(draft, task.id)}` })
  throw new AppError('stale-version', staleInWords(stale.length, seen.length), {
    errors,
    current: stale.map(({ task }) => task).map(taskViewer(before, rules, member)),
  })
}

function staleInWords(stale: number, all: number): string {
  if (all === 1) return 'Somebody else changed this task meanwhile. Nothing was changed.'
  return `Somebody else changed ${stale} of these ${all} tasks meanwhile. Nothing was changed in any of them.`
}

async function whoWasFirst({ db, before }: Change, task: string): Promise<string> {
  const last = { kind: 'task', id: task, order: 'newest-first', limit: 1 } as const
  const [row] = await readJournal(db, before.state.programme.id, last)
  return row ? `changed by ${journalEntry(row, before.people).by}` : 'changed'
}
