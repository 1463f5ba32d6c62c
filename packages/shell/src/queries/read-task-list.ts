import type { TaskStatus, TaskView, WorkstreamApp } from '@workplan/domain'
import { api } from '../api/client.ts'
import { read } from '../api/read.ts'
import { readPages } from '../api/read-pages.ts'

export interface TaskFilters {
  app?: WorkstreamApp
  workstream?: string
  status?: TaskStatus
  q?: string
}

/** A whole list of tasks, and its place: from there on, only what becomes different need be read. */
export interface TaskList {
  items: TaskView[]
  place: string | null
}

interface Reading {
  filters: TaskFilters
  signal: AbortSignal
  /** The list as it was read before. */
  known: TaskList | undefined
}

/** Reads a list of tasks: what is different from the known one, where the service can tell, else all of it. */
export async function readTaskList(
  programme: string,
  { filters, signal, known }: Reading,
): Promise<TaskList> {
  const page = (more: { since?: string; cursor?: string }) =>
    read(
      api.programmes[':programme'].tasks.$get(
        { param: { programme }, query: { ...filters, ...more } },
        { init: { signal } },
      ),
    )

  const first = await page(known?.place ? { since: known.place } : {})
  if (known && first.since && first.next === null) return broughtUpToDate(known, first)
  const places = new Set<string | null>()
  const { items, place } = await readPages(async (cursor) => {
    const answer = cursor ? await page({ cursor }) : first.since ? await page({}) : first
    places.add(answer.place)
    return answer
  })
  // Pages from before and after a change are no list that changes could be told from.
  return { items, place: places.size === 1 ? place : null }
}

/** A task that did not become different stays the same object, so that what shows it need not be drawn again. */
function broughtUpToDate(known: TaskList, { items, place }: TaskList): TaskList {
  const byId = new Map(items.map((view) => [view.task.id, view]))
  return { items: known.items.map((view) => byId.get(view.task.id) ?? view), place }
}
