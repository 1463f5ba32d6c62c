import { z } from '@hono/zod-openapi'
import { Id, NewTask, TaskChange, TaskSaved, TaskStatus, TaskView, WorkstreamApp } from '@workplan/domain'
import type { AppContext } from '../context.ts'
import { asAtParameter, asAtQuery, viewProgramme, withKnown } from '../http/as-at.ts'
import { listOf, listQuery, pageOf } from '../http/lists.ts'
import { programmeRoute, routeGroup } from '../http/routes.ts'
import { changeRequest, etag, expectedVersion, versionedWriteHeaders, writeHeaders } from '../http/writes.ts'
import { createTask } from '../verbs/tasks/create-task.ts'
import { findTask } from '../verbs/tasks/find-task.ts'
import { filterTasks } from '../verbs/tasks/list-tasks.ts'
import { taskViewer } from '../verbs/tasks/task-view.ts'
import { updateTask } from '../verbs/tasks/update-task.ts'

const tags = ['Tasks']
const ofProgramme = z.object({ programme: Id })
const oneTask = ofProgramme.extend({ id: Id })
const saved = { content: { 'application/json': { schema: TaskSaved } } }

const listTasks = programmeRoute('programme.view', {
  method: 'get',
  path: '/api/programmes/{programme}/tasks',
  summary: 'The tasks of the workplan',
  tags,
  request: {
    params: ofProgramme,
    query: listQuery.extend({
      app: WorkstreamApp.optional(),
      workstream: Id.optional(),
      status: TaskStatus.optional(),
      q: z.string().trim().max(200).optional(),
      ...asAtParameter,
    }),
  },
  responses: {
    200: { description: 'Tasks', content: { 'application/json': { schema: listOf(TaskView) } } },
  },
})

const getTask = programmeRoute('programme.view', {
  method: 'get',
  path: '/api/programmes/{programme}/tasks/{id}',
  summary: 'One task',
  tags,
  request: { params: oneTask, query: asAtQuery },
  responses: {
    200: { description: 'The task', content: { 'application/json': { schema: withKnown(TaskView) } } },
  },
})

const postTask = programmeRoute('task.create', {
  method: 'post',
  path: '/api/programmes/{programme}/tasks',
  summary: 'Add a task',
  tags,
  request: {
    params: ofProgramme,
    headers: writeHeaders,
    body: { content: { 'application/json': { schema: NewTask } }, required: true },
  },
  responses: { 201: { description: 'The task, and what it did to the flags', ...saved } },
})

const patchTask = programmeRoute('task.update', {
  method: 'patch',
  path: '/api/programmes/{programme}/tasks/{id}',
  summary: 'Change a task',
  tags,
  request: {
    params: oneTask,
    headers: versionedWriteHeaders,
    body: { content: { 'application/json': { schema: TaskChange } }, required: true },
  },
  responses: { 200: { description: 'The task, and what the change did to the flags', ...saved } },
})

/** The workplan: its tasks, read and changed. */
export function taskRoutes(context: AppContext) {
  const { store, rules } = context
  return routeGroup()
    .openapi(listTasks, async (c) => {
      const { member } = c.var
      const query = c.req.valid('query')
      const { programme, said } = await viewProgramme(store, member.programme, query.asAt)
      const views = programme.state.records.task.map(taskViewer(programme, rules, member))
      return c.json({ ...pageOf(filterTasks(views, query), query), ...said }, 200)
    })
    .openapi(getTask, async (c) => {
      const { member } = c.var
      const { asAt } = c.req.valid('query')
      const { programme, said } = await viewProgramme(store, member.programme, asAt)
      const { task } = findTask(programme, c.req.valid('param').id)
      const view = taskViewer(programme, rules, member)(task)
      return c.json({ ...view, ...said }, 200, { etag: etag(view.version) })
    })
    .openapi(postTask, async (c) => {
      const answer = await createTask(context, c.var.member, await changeRequest(c), c.req.valid('json'))
      return c.json(answer, 201, { etag: etag(answer.item.version) })
    })
    .openapi(patchTask, async (c) => {
      const answer = await updateTask(context, c.var.member, await changeRequest(c), {
        id: c.req.valid('param').id,
        expectedVersion: expectedVersion(c.req.valid('header')['if-match']),
        change: c.req.valid('json'),
      })
      return c.json(answer, 200, { etag: etag(answer.item.version) })
    })
}
