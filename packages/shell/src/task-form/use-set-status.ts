import type { TaskStatus, TaskView } from '@workplan/domain'
import { ref } from 'vue'
import { isProblem } from '../api/api-problem.ts'
import { problemInWords } from '../api/problem-in-words.ts'
import { useUpdateTask } from '../mutations/update-task.ts'
import { useProgramme } from '../programme/use-programme.ts'
import type { SavedTask } from './use-task-form.ts'

/** Sets nothing but the status, in one press. `stale`: somebody else was first, so the person must see both versions. */
export function useSetStatus(view: () => TaskView, onSaved: (saved: SavedTask) => void) {
  const { programme } = useProgramme()
  const update = useUpdateTask()
  const failure = ref<string | null>(null)
  const setting = ref(false)

  async function setStatus(status: TaskStatus): Promise<'saved' | 'stale' | 'failed'> {
    if (setting.value) return 'failed'
    const before = view()
    const change = { status }
    failure.value = null
    setting.value = true
    try {
      const { id: task } = before.task
      const saved = await update.mutateAsync({
        programme: programme.value,
        task,
        version: before.version,
        change,
      })
      onSaved({ saved, change, before })
      return 'saved'
    } catch (error) {
      if (isProblem(error, 'stale-version')) return 'stale'
      failure.value = `Not saved. ${problemInWords(error).happened}`
      return 'failed'
    } finally {
      setting.value = false
    }
  }

  return { setStatus, failure, setting }
}
