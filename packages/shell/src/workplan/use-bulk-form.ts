import { MOST_TASKS_AT_ONCE, type TasksSaved, type TaskView } from '@workplan/domain'
import { onMounted, reactive, ref, shallowRef, watch } from 'vue'
import { isProblem, type ApiProblem } from '../api/api-problem.ts'
import { problemInWords } from '../api/problem-in-words.ts'
import { newAttempt } from '../mutations/attempt.ts'
import { useUpdateTasks } from '../mutations/update-tasks.ts'
import { useProgramme } from '../programme/use-programme.ts'
import { useKeptUntilSent } from '../send-later/use-kept-until-sent.ts'
import { forgetDraft, keepDraft } from '../task-form/draft-store.ts'
import {
  bulkChange,
  bulkProblems,
  EMPTY_BULK_DRAFT,
  type BulkDraft,
  type BulkProblems,
} from './bulk-draft.ts'
import { keptBulk, type KeptBulk } from './kept-bulk.ts'

export interface BulkTarget {
  views: readonly TaskView[]
  /** The versions that were on screen when the tasks were chosen. */
  versions: ReadonlyMap<string, number>
}

/** Tasks that others changed since they were chosen. */
export interface ChangedByOthers {
  /** What was changed, by whom, one line for each. */
  lines: string[]
  /** The tasks as they are now. */
  now: TaskView[]
}

/**
 * One change of several tasks, all or none. Under `key` it survives a reload and an expired session, and it is sent later when
 * it cannot be sent now.
 */
export function useBulkForm(key: string, target: () => BulkTarget, onSaved: (saved: TasksSaved) => void) {
  const { programme } = useProgramme()
  const update = useUpdateTasks()
  const kept = keptBulk(key)
  const draft = reactive<BulkDraft>({ ...EMPTY_BULK_DRAFT, ...kept?.draft })
  const problems = ref<BulkProblems>({})
  const failure = ref<string | null>(null)
  const others = shallowRef<ChangedByOthers | null>(null)
  const saving = ref(false)
  /** Sent before with the same tasks; with others it would be another change. */
  const resent = target().views.length === kept?.versions.length ? kept.unsent : undefined
  let attempt = resent ?? newAttempt()
  const later = useKeptUntilSent(save, () => keep(attempt))

  watch([draft, target], () => {
    attempt = newAttempt()
    later.settle()
    keep()
  })
  onMounted(() => {
    if (resent) void save()
    else keep()
  })

  function keep(unsent?: string): void {
    const versions = [...target().versions]
    keepDraft(key, { versions, draft, ...(unsent && { unsent }) } satisfies KeptBulk)
  }

  async function save(): Promise<void> {
    const { views, versions } = target()
    failure.value = null
    problems.value = bulkProblems(
      draft,
      views.map(({ task }) => task),
    )
    if (saving.value || Object.keys(problems.value).length > 0) return
    if (views.length > MOST_TASKS_AT_ONCE) {
      failure.value = `At most ${MOST_TASKS_AT_ONCE} tasks can be changed at once; ${views.length} are chosen.`
      return
    }
    saving.value = true
    const change = bulkChange(draft)
    const tasks = views.map(({ task, version }) => ({
      id: task.id,
      version: versions.get(task.id) ?? version,
      change,
    }))
    const reason = draft.reason.trim()
    try {
      const saved = await update.mutateAsync({
        programme: programme.value,
        tasks,
        ...(reason && { reason }),
        attempt,
      })
      later.settle()
      forgetDraft(key)
      others.value = null
      onSaved(saved)
    } catch (error) {
      explain(error)
    } finally {
      saving.value = false
    }
  }

  function explain(error: unknown): void {
    if (later.holds(error)) return
    if (isProblem(error, 'stale-version')) others.value = changedByOthers(error)
    else failure.value = problemInWords(error).happened
  }

  return { draft, problems, failure, others, saving, waiting: later.waiting, save }
}

function changedByOthers({ errors, current }: ApiProblem): ChangedByOthers {
  return {
    lines: errors.map(({ message }) => message),
    now: Array.isArray(current) ? (current as TaskView[]) : [],
  }
}
