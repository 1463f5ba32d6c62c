import {
  worstSeverity,
  type Audience,
  type DutyRow,
  type FrameworkLibrary,
  type Position,
  type RequirementKind,
  type Task,
} from '@workplan/domain'
import { requirementLinks } from '@workplan/rulebook'
import { flagSummary, type LoadedProgramme } from '../store/programme.ts'
import { concerns, supports } from './audience.ts'
import { currentRound } from './current-round.ts'
import { countsUnder, worstFirst } from './flag-list.ts'
import { requirementRef } from './requirement-view.ts'

/** The kinds of requirement on the duty map, in its order. Definitions have nothing to meet and are left out. */
const ROW_KINDS: readonly RequirementKind[] = ['duty', 'delivery-plan-item', 'foundation', 'building-block']

/**
 * What stands behind each duty, delivery-plan item, foundation and building block. With an audience every row stays,
 * and holds only what is there for these people, so that blanks show.
 */
export function dutyRows(
  programme: Pick<LoadedProgramme, 'state' | 'flags'>,
  library: FrameworkLibrary,
  audience: Audience = 'all',
): DutyRow[] {
  const { state } = programme
  const links = requirementLinks(state, library)
  const round = currentRound(state, library)
  const openFlags = [...programme.flags.values()]
    .filter((flag) => flag.status !== 'cleared' && concerns(flag.audience, audience))
    .toSorted(worstFirst)

  return rowOrder(links.tree).map((requirement) => {
    const below = new Set(links.tree.withDescendants(requirement.id).map(({ id }) => id))
    const servesIt = ({ serves }: { serves: readonly string[] }) => serves.some((id) => below.has(id))
    const forThem = (task: Task) => isFor(task, audience, library)
    const tasks = links.tasksOf(requirement.id).filter(forThem)
    const measures = links
      .measuresOf(requirement.id)
      .filter((measure) => supports(measure.audience, audience))
    const answers = measures.flatMap((measure) => round?.answerOf.get(measure.id) ?? [])
    const levels = answers.flatMap(({ level }) => (level === null ? [] : [level]))
    const notApplicable = answers.filter((answer) => answer.state === 'not-applicable').length
    const flags = openFlags
      .filter(
        (flag) =>
          countsUnder(flag, requirement.id) ||
          (flag.subject.kind === 'measure' && below.has(flag.subject.id)),
      )
      .map(flagSummary)
    return {
      requirement: requirementRef(requirement),
      framework: requirement.framework,
      dutyType: requirement.dutyType,
      parent: requirement.parent,
      audience: requirement.audience,
      tasks: tasks.map(({ id, title, status, audience: whom }) => ({ id, title, status, audience: whom })),
      liveTasks: tasks.filter((task) => task.status !== 'done').length,
      measures: {
        ids: measures.map(({ id }) => id),
        answered: levels.length,
        total: measures.length - notApplicable,
        level3AndAbove: levels.filter((level) => level >= 3).length,
      },
      position: positionOf(state.records.position, requirement.id, audience),
      coverage: state.records['coverage-requirement']
        .filter((entry) => servesIt(entry) && supports(entry.audience, audience))
        .map(({ id, title }) => ({ id, title })),
      metrics: state.records.metric.filter(servesIt).map(({ id, title }) => ({ id, title })),
      flags,
      worstSeverity: worstSeverity(flags.map((flag) => flag.severity)),
      lastMovement: lastMovement(tasks),
    }
  })
}

type Tree = ReturnType<typeof requirementLinks>['tree']

/** The frameworks' own order by kind, with what is below a row right after it. */
function rowOrder(tree: Tree): Tree['all'] {
  return ROW_KINDS.flatMap((kind) => {
    const ofKind = tree.all.filter((entry) => entry.kind === kind)
    const ids = new Set(ofKind.map(({ id }) => id))
    const withThoseBelow = (entry: (typeof ofKind)[number]): typeof ofKind => [
      entry,
      ...ofKind.filter(({ parent }) => parent === entry.id).flatMap(withThoseBelow),
    ]
    return ofKind.filter(({ parent }) => parent === null || !ids.has(parent)).flatMap(withThoseBelow)
  })
}

/** A task is there for people whom it names, or who alone are named by a requirement that it serves. */
function isFor(task: Task, audience: Audience, library: FrameworkLibrary): boolean {
  if (supports(task.audience, audience)) return true
  return task.serves.some((id) => library.requirements.get(id)?.audience.every((whom) => whom === audience))
}

function positionOf(
  positions: readonly Position[],
  requirement: string,
  audience: Audience,
): DutyRow['position'] {
  const position = positions.find((candidate) => candidate.requirement === requirement)
  if (!position || !supports(position.audienceCovered, audience)) return null
  const { id, progress, gap, gapState, nextStep, hasWorkstream } = position
  return { id, progress, gap, gapState, nextStep, hasWorkstream }
}

function lastMovement(tasks: readonly Task[]): string | null {
  const dates = tasks.flatMap(({ updatedOn, completedOn }) =>
    [updatedOn, completedOn].filter((date) => date !== null),
  )
  return dates.toSorted().at(-1) ?? null
}
