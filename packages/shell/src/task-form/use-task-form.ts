import type { TaskChange, TaskSaved, TaskView } from '@workplan/domain'
import { computed, reactive, ref, shallowRef, watch } from 'vue'
import { api } from '../api/client.ts'
import { isProblem, type ApiProblem } from '../api/api-problem.ts'
import { problemInWords } from '../api/problem-in-words.ts'
import { read } from '../api/read.ts'
import { newAttempt } from '../mutations/attempt.ts'
import { useUpdateTask } from '../mutations/update-task.ts'
import { useProgramme } from '../programme/use-programme.ts'
import { forgetDraft, keepDraft } from './draft-store.ts'
import { draftProblems, type DraftProblems } from './draft-problems.ts'
import { keptTaskDraft } from './kept-task-draft.ts'
import { changedFields, changeOf, draftOf, type DraftField, type TaskDraft } from './task-draft.ts'
import { useDraftKey } from './use-draft-key.ts'
import type { TaskConflict } from './task-conflict.ts'

export interface SavedTask {
  saved: TaskSaved
  change: TaskChange
  before: TaskView
}

/**
 * The form of one task: text typed but not saved survives errors, other people's changes and a reload. A version that
 * moved on meanwhile gives `conflict`, never a silent overwrite.
 */
export function useTaskForm(view: () => TaskView, onSaved: (saved: SavedTask) => void) {
  const { programme } = useProgramme()
  const update = useUpdateTask()
  const keyOf = useDraftKey()
  const draftKey = () => keyOf(view().task.id)

  const kept = keptTaskDraft(draftKey())
  /** The task that the typing started from; its version is the one that is sent. */
  const base = shallowRef(kept ? { version: kept.version, draft: kept.base } : baseOf(view()))
  const draft = reactive<TaskDraft>(kept ? kept.draft : draftOf(view().task))
  const problems = ref<DraftProblems>({})
  const failure = ref<string | null>(null)
  const conflict = shallowRef<(TaskConflict & { now: TaskView }) | null>(null)
  const saving = ref(false)
  let attempt = newAttempt()

  const changed = computed(() => changedFields(base.value.draft, draft))
  const dirty = computed(() => changed.value.length > 0)
  const overtaken = computed(() => dirty.value && view().version !== base.value.version)

  watch(
    () => view().version,
    () => {
      if (!dirty.value) startFrom(view())
    },
  )
  watch(draft, () => {
    attempt = newAttempt()
    if (dirty.value) keepDraft(draftKey(), { version: base.value.version, base: base.value.draft, draft })
    else forgetDraft(draftKey())
  })

  function startFrom(now: TaskView, text: TaskDraft = draftOf(now.task)): void {
    base.value = baseOf(now)
    Object.assign(draft, text)
    conflict.value = null
  }

  /** Throws away what was typed. */
  function discard(): void {
    startFrom(view())
    problems.value = {}
    failure.value = null
    forgetDraft(draftKey())
  }

  /** Sends what was changed. Returns whether it is saved. */
  async function save(): Promise<boolean> {
    problems.value = draftProblems(draft)
    failure.value = null
    if (saving.value || Object.keys(problems.value).length > 0) return false
    if (!dirty.value) return true
    saving.value = true
    const before = view()
    const change = changeOf(draft, changed.value)
    try {
      const saved = await update.mutateAsync({
        programme: programme.value,
        task: before.task.id,
        version: base.value.version,
        change,
        attempt,
      })
      forgetDraft(draftKey())
      startFrom(saved.item)
      onSaved({ saved, change, before })
      return true
    } catch (error) {
      await explain(error)
      return false
    } finally {
      saving.value = false
    }
  }

  async function explain(error: unknown): Promise<void> {
    try {
      if (isProblem(error, 'stale-version')) {
        const now = await readNow()
        conflict.value = { base: base.value.draft, mine: { ...draft }, theirs: draftOf(now.task), now }
      } else if (isProblem(error, 'invalid-input')) showRefusal(error)
      else failure.value = problemInWords(error).happened
    } catch (second) {
      failure.value = problemInWords(second).happened
    }
  }

  function readNow(): Promise<TaskView> {
    const param = { programme: programme.value, id: view().task.id }
    return read(api.programmes[':programme'].tasks[':id'].$get({ param, query: {} }))
  }

  function showRefusal({ errors, detail }: ApiProblem): void {
    const known = errors.filter(({ path }) => fieldOf(path) in draft)
    problems.value = Object.fromEntries(known.map(({ path, message }) => [fieldOf(path), message]))
    if (known.length === 0) failure.value = detail
  }

  /** Takes the other person's version with the fields that I keep, ready to be saved. */
  function resolve(text: TaskDraft): void {
    if (conflict.value) startFrom(conflict.value.now, text)
  }

  return { draft, problems, failure, conflict, saving, dirty, overtaken, save, discard, resolve }
}

function baseOf(view: TaskView) {
  return { version: view.version, draft: draftOf(view.task) }
}

function fieldOf(path: string): DraftField {
  return path.split('.')[0] as DraftField
}
