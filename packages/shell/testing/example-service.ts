import type { FlagEffect, SessionView, TaskChange, TaskView } from '@workplan/domain'
import { fakeService, problem, type FakeService } from './fake-service.ts'
import { programmeView, session } from './example-views.ts'

const PROGRAMME = '/api/programmes/bnssg'

export interface ExampleService extends FakeService {
  /** The tasks as the service has them now. */
  tasks: Map<string, TaskView>
  /** What the next saved changes do to the flags. */
  effect: FlagEffect
}

/** An example programme behind the API: tasks can be read and, from the version they have, changed. */
export function exampleService(given: {
  session?: SessionView
  tasks?: readonly TaskView[]
}): ExampleService {
  const tasks = new Map(given.tasks?.map((view) => [view.task.id, view]))
  const service: ExampleService = {
    ...fakeService({
      'GET /api/session': given.session ?? session(),
      [`GET ${PROGRAMME}`]: programmeView(),
      [`GET ${PROGRAMME}/tasks`]: () => ({ items: [...tasks.values()], next: null }),
    }),
    tasks,
    effect: { cleared: [], raised: [], reopened: [] },
  }
  for (const id of tasks.keys()) {
    service.on(`GET ${PROGRAMME}/tasks/${id}`, () => tasks.get(id) ?? {})
    service.on(`PATCH ${PROGRAMME}/tasks/${id}`, ({ headers, body }) =>
      change(service, id, headers.get('if-match'), body as TaskChange),
    )
  }
  return service
}

function change(
  { tasks, effect }: ExampleService,
  id: string,
  version: string | null,
  fields: TaskChange,
): object {
  const before = tasks.get(id)
  if (!before) return problem(404, 'not-found', 'There is no such task.')
  if (version !== `"${before.version}"`)
    return problem(412, 'stale-version', 'Somebody changed it first.', { current: before })
  const item = { ...before, version: before.version + 1, task: { ...before.task, ...fields } }
  tasks.set(id, item)
  return { item, flags: effect }
}
