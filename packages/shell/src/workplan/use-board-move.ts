import type { TaskStatus, TaskView } from '@workplan/domain'
import { nextTick, ref } from 'vue'
import { useAnnouncement } from '../announcement/use-announcement.ts'
import { useTaskSaved } from '../announcement/use-task-saved.ts'
import { useSetStatus, type StatusChoice } from '../task-form/use-set-status.ts'
import type { OpenForm } from '../task-form/use-quick-update.ts'

/**
 * Moves a card to another column. What needs more than that opens the task's form: a block without its reason, a version
 * that moved on, a change that could not be sent yet.
 */
export function useBoardMove(focusCard: (task: string) => void) {
  const { announce } = useAnnouncement()
  const { setStatus, failure } = useSetStatus(useTaskSaved())
  const open = ref<OpenForm | null>(null)

  async function move(view: TaskView, choice: StatusChoice): Promise<void> {
    const { id: task, status } = view.task
    if (choice.status === status) return
    if (needsReason(choice)) return void (open.value = { task, status: choice.status })
    const outcome = await setStatus(view, choice)
    if (outcome === 'stale') open.value = { task, status: choice.status }
    else if (outcome === 'unsent') open.value = { task }
    else if (failure.value) announce({ text: failure.value, tone: 'problem' })
    if (outcome !== 'saved') return
    await nextTick()
    focusCard(task)
  }

  async function close(): Promise<void> {
    const task = open.value?.task
    open.value = null
    await nextTick()
    if (task) focusCard(task)
  }

  return { open, move, close }
}

function needsReason({ status, statusReason }: { status: TaskStatus; statusReason?: string }): boolean {
  return status === 'blocked' && !statusReason
}
