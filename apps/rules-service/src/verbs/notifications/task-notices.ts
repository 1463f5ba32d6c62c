import { addDays, dueInWords, formatPartialDate, lastDayOf, type IsoDate, type Task } from '@workplan/domain'
import type { LoadedProgramme } from '../../store/programme.ts'
import type { TaskExcerpt } from './journal-excerpts.ts'
import type { NoticeDraft } from './notice-draft.ts'
import type { Responsibility } from './responsibility.ts'

/** Days before its due date from which on somebody is told of a task. */
const DAYS_AHEAD = 7

/** The tasks of a programme that are not done and that somebody answers for. */
export function tasksOf({ state }: Pick<LoadedProgramme, 'state'>, { has }: Responsibility): Task[] {
  return state.records.task.filter((task) => task.status !== 'done' && has(task))
}

/** A notice for each task that is due within a week, and from the day after its due date another that it is late. */
export function dueNotices(
  tasks: readonly Task[],
  entries: readonly TaskExcerpt[],
  asAt: IsoDate,
): NoticeDraft[] {
  const lastOf = new Map(entries.map(({ id, seq }) => [id, seq]))
  return tasks.flatMap((task): NoticeDraft[] => {
    if (task.due === null) return []
    const lastDay = lastDayOf(task.due)
    const late = asAt > lastDay
    const on = late ? addDays(lastDay, 1) : addDays(lastDay, -DAYS_AHEAD)
    if (on > asAt) return []
    return [
      {
        id: `due-${task.id}-${task.due}${late ? '-late' : ''}`,
        kind: 'due',
        title: task.title,
        text: `${capitalised(dueInWords(task.due, asAt))}. The due date is ${formatPartialDate(task.due)}.`,
        by: null,
        at: null,
        on,
        opens: { kind: 'task', id: task.id },
        seq: lastOf.get(task.id) ?? 0,
        dealtWith: false,
      },
    ]
  })
}

/** A notice for each task that somebody else made this person's. */
export function handOverNotices(
  tasks: readonly Task[],
  entries: readonly TaskExcerpt[],
  { person, nameOf }: { person: string; nameOf: (id: string) => string | null },
): NoticeDraft[] {
  const entriesOf = Map.groupBy(entries, ({ id }) => id)
  return tasks.flatMap((task): NoticeDraft[] => {
    const given = entriesOf
      .get(task.id)
      ?.findLast(({ owner, ownerBefore }) => owner === person && ownerBefore !== person)
    if (task.owner !== person || !given || given.actor === person) return []
    const before = given.ownerBefore === null ? null : nameOf(given.ownerBefore)
    return [
      {
        id: `handed-over-${given.seq}`,
        kind: 'handed-over',
        title: task.title,
        text: before === null ? 'This task is yours now.' : `This task was ${before}’s and is yours now.`,
        by: nameOf(given.actor),
        at: given.at.toISOString(),
        on: given.asAt,
        opens: { kind: 'task', id: task.id },
        seq: given.seq,
        dealtWith: false,
      },
    ]
  })
}

function capitalised(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}
