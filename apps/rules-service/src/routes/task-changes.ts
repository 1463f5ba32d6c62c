import { z } from '@hono/zod-openapi'
import { Id, TaskChanges, TasksSaved, TasksToUndo } from '@workplan/domain'
import type { AppContext } from '../context.ts'
import { programmeRoute, routeGroup } from '../http/routes.ts'
import { changeRequest, writeHeaders } from '../http/writes.ts'
import { changeTasks } from '../verbs/tasks/change-tasks.ts'
import { undoTasks } from '../verbs/tasks/undo-tasks.ts'

const tags = ['Tasks']
const ofProgramme = z.object({ programme: Id })
const saved = { content: { 'application/json': { schema: TasksSaved } } }

const postChanges = programmeRoute('task.update', {
  method: 'post',
  path: '/api/programmes/{programme}/tasks/changes',
  summary: 'Change several tasks at once, all or none',
  tags,
  request: {
    params: ofProgramme,
    headers: writeHeaders,
    body: { content: { 'application/json': { schema: TaskChanges } }, required: true },
  },
  responses: { 200: { description: 'The tasks, and what the change did to the flags', ...saved } },
})

const postUndo = programmeRoute('task.update', {
  method: 'post',
  path: '/api/programmes/{programme}/tasks/undo',
  summary: 'Undo your own last change of one or several tasks',
  tags,
  request: {
    params: ofProgramme,
    headers: writeHeaders,
    body: { content: { 'application/json': { schema: TasksToUndo } }, required: true },
  },
  responses: {
    200: { description: 'The tasks as they were before, and what it did to the flags', ...saved },
  },
})

/** Changes of several tasks at once, and the way back. */
export function taskChangeRoutes(context: AppContext) {
  return routeGroup()
    .openapi(postChanges, async (c) =>
      c.json(await changeTasks(context, c.var.member, await changeRequest(c), c.req.valid('json')), 200),
    )
    .openapi(postUndo, async (c) =>
      c.json(await undoTasks(context, c.var.member, await changeRequest(c), c.req.valid('json')), 200),
    )
}
