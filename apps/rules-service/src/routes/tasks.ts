import { z } from '@hono/zod-openapi'
import { Id, NewTask, TaskChange, TaskSaved, TaskStatus, TaskView, WorkstreamApp } from '@workplan/domain'
import type { AppContext } from '../context.ts'
import { asAtParameter, asAtQuery, viewProgramme, withKnown } from '../http/as-at.ts'
import { listOf, listQuery, pageOf } from '../http/lists.ts'
import { programmeRoute, routeGroup } from '../http/routes.ts'
import { changeRequest, etag, expectedVersion, versionedWriteHeaders, writeHeaders } from '../http/writes.ts'
import { createTask } from '../verbs/tasks/create-task.ts'
import { findTask } from '../verbs/tasks/find-task.ts'
import { keepTaskViews } from '../verbs/tasks/kept-task-views.ts'
import { filterTasks } from '../verbs/tasks/list-tasks.ts'
import { readTasks } from '../verbs/tasks/read-tasks.ts'
import { sharedTaskViewer, taskSeenBy, viewOfTask } from '../verbs/tasks/task-view.ts'
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
      since: z.string().max(100).optional(),
      ...asAtParameter,
    }),
  },
  responses: {
    200: {
      description:
        'Tasks. `place` may be sent as `since` with the same filters: then `items` are only the tasks that have become different, and `since` says so; it is null where the whole list is sent',
      content: {
        'application/json': {
          schema: listOf(TaskView).extend({ place: z.string().nullable(), since: z.string().nullable() }),
        },
      },
    },
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
  const kept = keepTaskViews(rules)
  return routeGroup()
    .openapi(listTasks, async (c) => {
      const { member } = c.var
      const query = c.req.valid('query')
      const { programme, said } = await viewProgramme(store, member.programme, query.asAt)
      if (!said.known) return c.json(readTasks(kept, programme, member, query), 200)
      const views = programme.state.records.task.map(sharedTaskViewer(programme, rules))
      const { items, next } = pageOf(filterTasks(views, query), query)
      const seen = items.map((view) => taskSeenBy(member, view))
      return c.json({ items: seen, next, place: null, since: null, ...said }, 200)
    })
    .openapi(getTask, async (c) => {
      const { member } = c.var
      const { asAt } = c.req.valid('query')
      const { programme, said } = await viewProgramme(store, member.programme, asAt)
      const { task } = findTask(programme, c.req.valid('param').id)
      const view = viewOfTask(programme, rules, member, task)
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
