import type { TaskChange, TaskSaved, TaskStatus, TaskView } from '@workplan/domain'
import { ref } from 'vue'
import { isProblem } from '../api/api-problem.ts'
import { newAttempt } from '../mutations/attempt.ts'
import { isPassing } from '../send-later/is-passing.ts'
import { problemInWords } from '../api/problem-in-words.ts'
import { useUpdateTask } from '../mutations/update-task.ts'
import { useProgramme } from '../programme/use-programme.ts'
import { keepVersioned } from '../versioned-form/kept-versioned.ts'
import { draftOf } from './task-draft.ts'
import { useDraftKey } from './use-draft-key.ts'

/** A status, and the reason that a blocked one needs. */
export interface StatusChoice {
  status: TaskStatus
  statusReason?: NonNullable<TaskChange['statusReason']>
}

/**
 * Sets nothing but the status, in one press. `stale`: somebody else was first, so the person must see both versions. `unsent`:
 * it could not be sent and is kept; the form sends it again.
 */
export function useSetStatus(onSaved: (saved: TaskSaved) => void) {
  const { programme } = useProgramme()
  const update = useUpdateTask()
  const keyOf = useDraftKey()
  const failure = ref<string | null>(null)
  const setting = ref(false)

  async function setStatus(
    { task, version }: TaskView,
    choice: StatusChoice,
  ): Promise<'saved' | 'stale' | 'unsent' | 'failed'> {
    if (setting.value) return 'failed'
    const attempt = newAttempt()
    failure.value = null
    setting.value = true
    try {
      onSaved(
        await update.mutateAsync({
          programme: programme.value,
          task: task.id,
          version,
          change: { ...choice },
          attempt,
        }),
      )
      return 'saved'
    } catch (error) {
      if (isProblem(error, 'stale-version')) return 'stale'
      if (isPassing(error) || isProblem(error, 'not-signed-in')) {
        const base = draftOf(task)
        keepVersioned(keyOf(task.id), {
          version,
          base,
          draft: { ...base, ...choice },
          attempt,
          unsent: true,
        })
        return 'unsent'
      }
      failure.value = `Not saved. ${problemInWords(error).happened}`
      return 'failed'
    } finally {
      setting.value = false
    }
  }

  return { setStatus, failure, setting }
}
