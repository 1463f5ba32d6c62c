import type { TaskStatus, TaskView } from '@workplan/domain'
import { ref } from 'vue'
import { isProblem } from '../api/api-problem.ts'
import { newAttempt } from '../mutations/attempt.ts'
import { isPassing } from '../send-later/is-passing.ts'
import { problemInWords } from '../api/problem-in-words.ts'
import { useUpdateTask } from '../mutations/update-task.ts'
import { useProgramme } from '../programme/use-programme.ts'
import { keepTaskDraft } from './kept-task-draft.ts'
import { draftOf } from './task-draft.ts'
import { useDraftKey } from './use-draft-key.ts'
import type { SavedTask } from './use-task-form.ts'

/**
 * Sets nothing but the status, in one press. `stale`: somebody else was first, so the person must see both versions. `unsent`:
 * it could not be sent and is kept; the form sends it again.
 */
export function useSetStatus(view: () => TaskView, onSaved: (saved: SavedTask) => void) {
  const { programme } = useProgramme()
  const update = useUpdateTask()
  const keyOf = useDraftKey()
  const failure = ref<string | null>(null)
  const setting = ref(false)

  async function setStatus(status: TaskStatus): Promise<'saved' | 'stale' | 'unsent' | 'failed'> {
    if (setting.value) return 'failed'
    const before = view()
    const change = { status }
    const attempt = newAttempt()
    failure.value = null
    setting.value = true
    try {
      const { id: task } = before.task
      const saved = await update.mutateAsync({
        programme: programme.value,
        task,
        version: before.version,
        change,
        attempt,
      })
      onSaved({ saved, change, before })
      return 'saved'
    } catch (error) {
      if (isProblem(error, 'stale-version')) return 'stale'
      if (isPassing(error) || isProblem(error, 'not-signed-in')) {
        const base = draftOf(before.task)
        const { version } = before
        keepTaskDraft(keyOf(before.task.id), {
          version,
          base,
          draft: { ...base, status },
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
