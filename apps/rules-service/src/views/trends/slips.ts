import {
  daysBetween,
  lastDayOf,
  type PartialDate,
  type ProgrammeState,
  type Slip,
  type TaskStatus,
} from '@workplan/domain'

interface Dated {
  id: string
  title: string
  workstream: string | null
  status: TaskStatus
  baselineDue: PartialDate
  due: PartialDate
}

/**
 * Milestones and tasks due on another day than was agreed first, or moved on the way, the furthest slipped first; and how
 * many have both dates. `moved` counts changes of a due date in the journal, by record.
 */
export function slipsOf(
  { records }: ProgrammeState,
  moved: ReadonlyMap<string, number>,
): { slips: Slip[]; dated: number } {
  const workstreams = new Map(records.workstream.map(({ id, name }) => [id, name]))
  const milestones = records.milestone.filter(hasBoth)
  const tasks = records.task.filter(hasBoth)
  const slipOf = (kind: Slip['kind'], work: Dated, moves: number): Slip => ({
    kind,
    id: work.id,
    title: work.title,
    workstream: work.workstream === null ? null : (workstreams.get(work.workstream) ?? work.workstream),
    baselineDue: work.baselineDue,
    due: work.due,
    days: daysBetween(lastDayOf(work.baselineDue), lastDayOf(work.due)),
    moves,
    done: work.status === 'done',
  })
  const slips = [
    // A milestone keeps the dates it had in the papers, too, of which the journal knows nothing.
    ...milestones.map((milestone) =>
      slipOf('milestone', milestone, Math.max(milestone.earlierDues.length, moved.get(milestone.id) ?? 0)),
    ),
    ...tasks.map((task) => slipOf('task', task, moved.get(task.id) ?? 0)),
  ].filter(({ days, moves }) => days !== 0 || moves > 0)
  return {
    slips: slips.toSorted((one, other) => other.days - one.days || other.moves - one.moves),
    dated: milestones.length + tasks.length,
  }
}

function hasBoth<Work extends { baselineDue: PartialDate | null; due: PartialDate | null }>(
  work: Work,
): work is Work & { baselineDue: PartialDate; due: PartialDate } {
  return work.baselineDue !== null && work.due !== null
}
