import { z } from '@hono/zod-openapi'
import { Id, TaskStatus, TaskView, WorkstreamApp } from '@workplan/domain'
import type { AppContext } from '../context.ts'
import { listOf, listQuery, pageOf } from '../http/lists.ts'
import { programmeRoute, routeGroup } from '../http/routes.ts'
import { taskView } from '../verbs/tasks/task-view.ts'

const listTasks = programmeRoute('programme.view', {
  method: 'get',
  path: '/api/programmes/{programme}/tasks',
  summary: 'The tasks of the workplan',
  tags: ['Tasks'],
  request: {
    params: z.object({ programme: Id }),
    query: listQuery.extend({
      app: WorkstreamApp.optional(),
      workstream: Id.optional(),
      status: TaskStatus.optional(),
      q: z.string().trim().max(200).optional(),
    }),
  },
  responses: {
    200: { description: 'Tasks', content: { 'application/json': { schema: listOf(TaskView) } } },
  },
})

/** The workplan: its tasks, read and changed. */
export function taskRoutes(context: AppContext) {
  return routeGroup().openapi(listTasks, async (c) => {
    const programme = await context.store.readProgramme(c.var.member.programme)
    const views = programme.state.records.task.map((task) =>
      taskView(task, programme, context.rules, c.var.member),
    )
    return c.json(pageOf(views, c.req.valid('query')), 200)
  })
}
