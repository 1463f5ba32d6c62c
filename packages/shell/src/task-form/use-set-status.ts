import type { TaskChange, TaskSaved, TaskStatus, TaskView } from '@workplan/domain'
import { ref } from 'vue'
import { isProblem } from '../api/api-problem.ts'
import { newAttempt } from '../mutations/attempt.ts'
import { inTurn } from '../mutations/in-turn.ts'
import { isPassing } from '../send-later/is-passing.ts'
import { problemInWords } from '../api/problem-in-words.ts'
import { useUpdateTask } from '../mutations/update-task.ts'
import { useProgramme } from '../programme/use-programme.ts'
import { loadKeeping } from './lazy-task-form.ts'
import { useDraftKey } from './use-draft-key.ts'

/** A status, and the reason that a blocked one needs. */
export interface StatusChoice {
  status: TaskStatus
  statusReason?: NonNullable<TaskChange['statusReason']>
}

/**
 * Sets nothing but the status, in one press. `stale`: somebody else was first, so the person must see both versions. `unsent`:
 * it could not be sent and is kept beside what was typed for the task; the form sends it again.
 */
export function useSetStatus(onSaved: (saved: TaskSaved) => void) {
  const { programme } = useProgramme()
  const update = useUpdateTask()
  const keyOf = useDraftKey()
  const failure = ref<string | null>(null)
  const setting = ref(false)
  const turn = inTurn()
  /** The tasks as this person left them. */
  const mine = new Map<string, TaskView>()

  async function setStatus(
    view: TaskView,
    choice: StatusChoice,
  ): Promise<'saved' | 'stale' | 'unsent' | 'failed'> {
    return turn(async () => {
      failure.value = null
      setting.value = true
      try {
        return await send(latestOf(view), choice)
      } catch (error) {
        failure.value = `Not saved. ${problemInWords(error).happened}`
        return 'failed'
      } finally {
        setting.value = false
      }
    })
  }

  /** The list that was pressed in may not have caught up with one's own press before. */
  function latestOf(view: TaskView): TaskView {
    const saved = mine.get(view.task.id)
    return saved && saved.version > view.version ? saved : view
  }

  async function send(view: TaskView, choice: StatusChoice): Promise<'saved' | 'stale' | 'unsent'> {
    const { keepStatus } = await loadKeeping()
    const keeping = keepStatus(keyOf(view.task.id), view, choice)
    if (keeping.addToUnsent()) return 'unsent'
    const attempt = newAttempt()
    try {
      const saved = await update.mutateAsync({
        programme: programme.value,
        task: view.task.id,
        version: view.version,
        change: { ...choice },
        attempt,
      })
      keeping.saved(saved.item)
      mine.set(view.task.id, saved.item)
      onSaved(saved)
      return 'saved'
    } catch (error) {
      if (isProblem(error, 'stale-version')) return 'stale'
      if (!isPassing(error) && !isProblem(error, 'not-signed-in')) throw error
      keeping.unsent(attempt)
      return 'unsent'
    }
  }

  return { setStatus, failure, setting }
}
