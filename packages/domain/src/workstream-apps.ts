import type { ArrangementKind } from './arrangement-change.ts'
import type { Requirement } from './framework.ts'
import type { Service } from './records/coverage.ts'
import type { Task, Workstream } from './records/workplan.ts'
import type { WorkstreamApp } from './vocabulary.ts'

/** The theme of requirements on the hand-over from children's to adult services. */
export const TRANSITION_THEME = 'transition'

const BOTH_SIDES: readonly WorkstreamApp[] = ['children', 'adult']

/** True for work on the hand-over: it names children and adults, or serves a requirement on transition. */
export function isTransitionTask(
  task: Pick<Task, 'audience'>,
  serves: readonly Pick<Requirement, 'themes'>[],
): boolean {
  return (
    (task.audience.includes('children') && task.audience.includes('adult')) ||
    serves.some(({ themes }) => themes.includes(TRANSITION_THEME))
  )
}

/**
 * The apps that show a task: its workstream's, and those of every audience it names itself. A hand-over task is one
 * task in two apps, also when only the requirement it serves says that it is one. `all` names nobody in particular and
 * adds no app.
 */
export function appsOfTask(
  task: Pick<Task, 'audience'>,
  workstream: Pick<Workstream, 'app'> | undefined,
  serves: readonly Pick<Requirement, 'themes'>[],
): WorkstreamApp[] {
  const apps = new Set<WorkstreamApp>()
  if (workstream) apps.add(workstream.app)
  for (const audience of task.audience) if (audience !== 'all') apps.add(audience)
  if (isTransitionTask(task, serves)) for (const app of BOTH_SIDES) apps.add(app)
  return [...apps]
}

/** The apps whose leads keep an arrangement: both sides of a hand-over keep it. */
export function appsOfArrangement(kind: ArrangementKind): readonly WorkstreamApp[] {
  return kind === 'transition-pathway' || kind === 'hand-over' ? BOTH_SIDES : ['workforce']
}

/** The apps whose leads keep a service; one that serves all ages, or does not say whom, is kept by both sides. */
export function appsOfService({ audience }: Pick<Service, 'audience'>): readonly WorkstreamApp[] {
  const named = audience.filter((entry) => entry !== 'all')
  return named.length === audience.length && named.length > 0
    ? named
    : [...new Set([...BOTH_SIDES, ...named])]
}
