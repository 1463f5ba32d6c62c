import type {
  FlagEffect,
  MilestoneView,
  SessionView,
  TaskChange,
  TaskChanges,
  TasksToUndo,
  TaskView,
} from '@workplan/domain'
import { fakeService, problem, type FakeService } from './fake-service.ts'
import { programmeView, session } from './example-views.ts'

const PROGRAMME = '/api/programmes/bnssg'

export interface ExampleService extends FakeService {
  /** The tasks as the service has them now. */
  tasks: Map<string, TaskView>
  /** What the next saved changes do to the flags. */
  effect: FlagEffect
}

/** An example programme behind the API: tasks can be read, changed from the version they have, and put back. */
export function exampleService(given: {
  session?: SessionView
  tasks?: readonly TaskView[]
  milestones?: readonly MilestoneView[]
}): ExampleService {
  const tasks = new Map(given.tasks?.map((view) => [view.task.id, view]))
  const service: ExampleService = {
    ...fakeService({
      'GET /api/session': given.session ?? session(),
      [`GET ${PROGRAMME}`]: programmeView(),
      [`GET ${PROGRAMME}/tasks`]: () => ({ items: [...tasks.values()], next: null }),
      [`GET ${PROGRAMME}/milestones`]: { items: given.milestones ?? [], next: null },
      [`GET ${PROGRAMME}/flags`]: { items: [], next: null },
      [`GET ${PROGRAMME}/comments`]: { items: [], next: null },
      [`GET ${PROGRAMME}/notifications/unread`]: { unread: 0 },
    }),
    tasks,
    effect: { cleared: [], raised: [], reopened: [] },
  }
  /** The entries of the journal so far. */
  let seq = 0
  /** The tasks before their last change. */
  const earlier = new Map<string, TaskView['task']>()

  function change(
    seen: readonly { id: string; version: number }[],
    after: (view: TaskView) => TaskView['task'],
  ) {
    const stale = seen.flatMap(({ id, version }, index) => {
      const now = tasks.get(id)
      return now?.version === version
        ? []
        : [{ path: `tasks.${index}`, message: `${now?.task.title}: changed` }]
    })
    const current = seen.map(({ id }) => tasks.get(id))
    if (stale.length > 0)
      return problem(412, 'stale-version', 'Somebody changed it first.', { current, errors: stale })
    const items = current.flatMap((before) => {
      if (!before) return []
      const item = { ...before, version: before.version + 1, task: after(before) }
      earlier.set(item.task.id, before.task)
      tasks.set(item.task.id, item)
      return [item]
    })
    seq += 1
    return { items, flags: service.effect, seq }
  }

  service.on(`POST ${PROGRAMME}/tasks/changes`, ({ body }) => {
    const asked = (body as TaskChanges).tasks
    const changes = new Map<string, TaskChange>(asked.map((one) => [one.id, one.change]))
    return change(asked, ({ task }) => ({ ...task, ...changes.get(task.id) }))
  })
  service.on(`POST ${PROGRAMME}/tasks/undo`, ({ body }) =>
    change((body as TasksToUndo).tasks, ({ task }) => earlier.get(task.id) ?? task),
  )
  for (const id of tasks.keys()) {
    service.on(`GET ${PROGRAMME}/tasks/${id}`, () => tasks.get(id) ?? {})
    service.on(`PATCH ${PROGRAMME}/tasks/${id}`, ({ headers, body }) => {
      const version = Number(headers.get('if-match')?.replaceAll('"', ''))
      const answer = change([{ id, version }], ({ task }) => ({ ...task, ...(body as TaskChange) }))
      if (answer instanceof Response)
        return problem(412, 'stale-version', 'Somebody changed it first.', { current: tasks.get(id) })
      return { item: answer.items[0], flags: answer.flags, seq: answer.seq }
    })
  }
  return service
}
