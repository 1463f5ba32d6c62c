import type { DutyRow, FlagSummary, RequirementRef, RequirementView, TaskView } from '@workplan/domain'
import { answerInWords, counted, flagsUnder, statusWords } from '@workplan/shell'

/**
 * How much the papers say about children for one requirement. `for-all`: something is recorded for all ages together, which
 * says nothing about children by themselves. `nothing` is not zero and not 'no gap': nobody wrote anything down.
 */
export type Known = 'something' | 'for-all' | 'nothing'

export interface ChildrenRow {
  requirement: RequirementRef
  /** Whether the requirement itself names children, or speaks of all ages. */
  namesChildren: boolean
  known: Known
  /** What is recorded, in words; empty when nothing is. */
  recorded: string[]
  /** Tasks for children that serve it. */
  tasks: string[]
  flags: FlagSummary[]
}

/** The duties, blocks and foundations that cover children, with what stands behind each for children. */
export function dutiesForChildren(duties: readonly DutyRow[], flags: readonly FlagSummary[]): ChildrenRow[] {
  return duties.filter(({ audience }) => coversChildren(audience)).map((duty) => dutyRow(duty, flags))
}

/** The measures that cover children, with how each is answered. */
export function measuresForChildren(
  requirements: readonly RequirementView[],
  tasks: readonly TaskView[],
  flags: readonly FlagSummary[],
): ChildrenRow[] {
  const forChildren = new Set(tasks.map(({ task }) => task.id))
  return requirements
    .filter(({ kind, scored, audience }) => kind === 'measure' && scored && coversChildren(audience))
    .map((measure) => measureRow(measure, forChildren, flags))
}

/** The actions for children that the programme's own strategy names, with the work that answers each. */
export function actionsForChildren(
  requirements: readonly RequirementView[],
  tasks: readonly TaskView[],
  flags: readonly FlagSummary[],
): ChildrenRow[] {
  return requirements
    .filter(({ kind, audience }) => kind === 'action' && audience.includes('children'))
    .map(({ id, kind, number, title, tasks: serving }) => {
      const work = tasks.filter(({ task }) => serving.includes(task.id))
      return {
        requirement: { id, kind, number, title },
        namesChildren: true,
        known: work.length > 0 ? 'something' : 'nothing',
        recorded: work.map(({ task }) => `1 task, ${statusWords[task.status].toLowerCase()}`),
        tasks: work.map(({ task }) => task.id),
        flags: flagsUnder(flags, id),
      }
    })
}

function dutyRow(duty: DutyRow, flags: readonly FlagSummary[]): ChildrenRow {
  const { requirement, measures, position, coverage, metrics } = duty
  const recorded = [
    duty.tasks.length > 0 ? counted(duty.tasks.length, 'task') : '',
    measures.answered > 0 ? `${counted(measures.answered, 'measure')} answered of ${measures.total}` : '',
    position?.progress ? `The board's words: ${position.progress}` : '',
    coverage.length > 0 ? counted(coverage.length, 'coverage requirement') : '',
    metrics.length > 0 ? counted(metrics.length, 'metric') : '',
  ].filter((words) => words !== '')
  return {
    requirement,
    namesChildren: duty.audience.includes('children'),
    known: recorded.length > 0 ? 'something' : 'nothing',
    recorded,
    tasks: duty.tasks.map(({ id }) => id),
    flags: flagsUnder(flags, requirement.id),
  }
}

function measureRow(
  measure: RequirementView,
  forChildren: ReadonlySet<string>,
  flags: readonly FlagSummary[],
): ChildrenRow {
  const { id, kind, number, title, answer, audience } = measure
  const tasks = measure.tasks.filter((task) => forChildren.has(task))
  const namesChildren = audience.includes('children')
  const answered = answer?.state === 'answered'
  const known =
    tasks.length > 0 || (answered && namesChildren) ? 'something' : answered ? 'for-all' : 'nothing'
  const recorded = [
    answered ? `${answerInWords(answer)}${namesChildren ? '' : ', for all ages together'}` : '',
    tasks.length > 0 ? counted(tasks.length, 'task') : '',
  ].filter((words) => words !== '')
  return {
    requirement: { id, kind, number, title },
    namesChildren,
    known,
    recorded,
    tasks,
    flags: flagsUnder(flags, id),
  }
}

function coversChildren(audience: readonly string[]): boolean {
  return audience.includes('children') || audience.includes('all')
}
