import type { TaskSaved, TaskStatus, TaskView } from '@workplan/domain'
import { ref } from 'vue'
import { useSetStatus } from './use-set-status.ts'

/** The task whose form is open, perhaps with a status already chosen. */
export interface OpenForm {
  task: string
  status?: TaskStatus
}

/** The single keys that work on the buttons of a task, with the status each sets. */
const STATUS_KEYS: Record<string, TaskStatus> = { d: 'done', p: 'in-progress', b: 'blocked' }

/** Updates of a task where it stands in a list: one press for a status, the form for the rest. */
export function useQuickUpdate(onSaved: (saved: TaskSaved) => void) {
  const { setStatus, failure, setting } = useSetStatus(onSaved)
  const open = ref<OpenForm | null>(null)

  /** Sets a status that needs nothing more; a block needs its reason, and a stale version needs a choice. */
  async function choose(view: TaskView, status: TaskStatus): Promise<void> {
    const outcome = status === 'blocked' ? 'stale' : await setStatus(view, { status })
    if (outcome === 'stale') open.value = { task: view.task.id, status }
    else if (outcome === 'unsent') open.value = { task: view.task.id }
  }

  function onKey(view: TaskView, event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const key = event.key.toLowerCase()
    const status = STATUS_KEYS[key]
    if (!status && key !== 'u') return
    event.preventDefault()
    if (status) void choose(view, status)
    else open.value = { task: view.task.id }
  }

  return { open, choose, onKey, failure, setting }
}
