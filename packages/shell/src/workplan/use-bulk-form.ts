import { MOST_TASKS_AT_ONCE, type TasksSaved, type TaskView } from '@workplan/domain'
import { computed, onMounted, reactive, ref, shallowRef, watch } from 'vue'
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
import { keptBulk, type BulkSending, type KeptBulk } from './kept-bulk.ts'

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
  let attempt = newAttempt()
  /** What was sent and not answered. It may have been applied, so it is sent again as it was, whatever is chosen since. */
  const unsent = shallowRef<BulkSending | null>(kept?.unsent ?? null)
  const later = useKeptUntilSent(resend, keep)

  /** How many tasks are changed when it is sent. */
  const count = computed(() => unsent.value?.tasks.length ?? target().views.length)
  /** What is on its way is changed no more. */
  const fixed = computed(() => saving.value || unsent.value !== null)

  watch([draft, () => JSON.stringify([...target().versions])], () => {
    attempt = newAttempt()
    keep()
  })
  onMounted(() => {
    if (unsent.value) void resend()
    else keep()
  })

  function keep(): void {
    const versions = [...target().versions]
    if (versions.length === 0 && !unsent.value) {
      forgetDraft(key)
      return
    }
    const waiting = unsent.value && { unsent: unsent.value }
    keepDraft(key, { versions, draft, ...waiting } satisfies KeptBulk)
  }

  /** Sends what waits, or else what is filled in for the tasks that are chosen. */
  async function save(): Promise<void> {
    if (unsent.value) return resend()
    const { views } = target()
    failure.value = null
    problems.value = bulkProblems(
      draft,
      views.map(({ task }) => task),
    )
    if (Object.keys(problems.value).length > 0) return
    if (views.length > MOST_TASKS_AT_ONCE) {
      failure.value = `At most ${MOST_TASKS_AT_ONCE} tasks can be changed at once; ${views.length} are chosen.`
      return
    }
    await send(sendingOf(target()))
  }

  async function resend(): Promise<void> {
    if (unsent.value) await send(unsent.value)
  }

  function sendingOf({ views, versions }: BulkTarget): BulkSending {
    const change = bulkChange(draft)
    const tasks = views.map(({ task, version }) => ({
      id: task.id,
      version: versions.get(task.id) ?? version,
      change,
    }))
    const reason = draft.reason.trim()
    return { tasks, ...(reason && { reason }), attempt }
  }

  async function send(sending: BulkSending): Promise<void> {
    if (saving.value) return
    saving.value = true
    failure.value = null
    // The list sends it again under the same key, should it be left before the answer comes.
    unsent.value = sending
    keep()
    try {
      const saved = await update.mutateAsync({ programme: programme.value, ...sending })
      unsent.value = null
      later.settle()
      forgetDraft(key)
      others.value = null
      Object.assign(draft, EMPTY_BULK_DRAFT)
      onSaved(saved)
    } catch (error) {
      explain(error)
    } finally {
      saving.value = false
    }
  }

  function explain(error: unknown): void {
    if (later.holds(error)) return
    unsent.value = null
    keep()
    if (isProblem(error, 'stale-version')) others.value = changedByOthers(error)
    else failure.value = problemInWords(error).happened
  }

  return { draft, problems, failure, others, saving, waiting: later.waiting, count, fixed, save }
}

function changedByOthers({ errors, current }: ApiProblem): ChangedByOthers {
  return {
    lines: errors.map(({ message }) => message),
    now: Array.isArray(current) ? (current as TaskView[]) : [],
  }
}
