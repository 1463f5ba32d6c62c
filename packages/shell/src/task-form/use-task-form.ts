import type { TaskSaved, TaskView } from '@workplan/domain'
import { computed, onMounted, reactive, ref, shallowRef, watch } from 'vue'
import { isProblem, type ApiProblem } from '../api/api-problem.ts'
import { problemInWords } from '../api/problem-in-words.ts'
import { newAttempt } from '../mutations/attempt.ts'
import { useUpdateTask } from '../mutations/update-task.ts'
import { useProgramme } from '../programme/use-programme.ts'
import { useKeptUntilSent } from '../send-later/use-kept-until-sent.ts'
import type { Choices } from '../conflict/contested-field.ts'
import { forgetDraft } from './draft-store.ts'
import { draftProblems, type DraftProblems } from './draft-problems.ts'
import { keepTaskDraft, keptTaskDraft } from './kept-task-draft.ts'
import { changedFields, changeOf, draftOf, type DraftField, type TaskDraft } from './task-draft.ts'
import { useDraftKey } from './use-draft-key.ts'
import { settle as settled, type TaskConflict } from './task-conflict.ts'

/**
 * The form of one task: text typed but not saved survives errors, other people's changes and a reload. A version that
 * moved on meanwhile gives `conflict`, never a silent overwrite.
 */
export function useTaskForm(view: () => TaskView, onSaved: (saved: TaskSaved) => void) {
  const { programme } = useProgramme()
  const update = useUpdateTask()
  const draftKey = useDraftKey()(view().task.id)

  const kept = keptTaskDraft(draftKey)
  /** The task that the typing started from; its version is the one that is sent. */
  const base = shallowRef(kept ? { version: kept.version, draft: kept.base } : baseOf(view()))
  const draft = reactive<TaskDraft>(kept ? kept.draft : draftOf(view().task))
  const problems = ref<DraftProblems>({})
  const failure = ref<string | null>(null)
  const conflict = shallowRef<TaskConflict | null>(null)
  const saving = ref(false)
  let attempt = kept?.attempt ?? newAttempt()
  const later = useKeptUntilSent(
    async () => void (await save()),
    () => keep({ attempt, unsent: true }),
  )

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
    later.settle()
    if (dirty.value) keep()
    else forgetDraft(draftKey)
  })

  onMounted(() => {
    if (kept?.unsent) void save()
  })

  function keep(unsent?: { attempt: string; unsent: true }): void {
    keepTaskDraft(draftKey, { version: base.value.version, base: base.value.draft, draft, ...unsent })
  }

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
    later.settle()
    forgetDraft(draftKey)
  }

  /** Sends what was changed. Returns whether it is saved. */
  async function save(): Promise<boolean> {
    problems.value = draftProblems(draft, base.value.draft)
    failure.value = null
    if (saving.value || Object.keys(problems.value).length > 0) return false
    if (!dirty.value) return true
    saving.value = true
    try {
      const saved = await update.mutateAsync({
        programme: programme.value,
        task: view().task.id,
        version: base.value.version,
        change: changeOf(draft, changed.value),
        attempt,
      })
      later.settle()
      forgetDraft(draftKey)
      startFrom(saved.item)
      onSaved(saved)
      return true
    } catch (error) {
      explain(error)
      return false
    } finally {
      saving.value = false
    }
  }

  function explain(error: unknown): void {
    if (later.holds(error)) return
    if (isProblem(error, 'stale-version')) {
      const now = error.current as TaskView
      const { changed } = error
      conflict.value = { base: base.value.draft, mine: { ...draft }, theirs: draftOf(now.task), now, changed }
    } else if (isProblem(error, 'invalid-input')) showRefusal(error)
    else failure.value = problemInWords(error).happened
  }

  function showRefusal({ errors, detail }: ApiProblem): void {
    const known = errors.filter(({ path }) => fieldOf(path) in draft)
    problems.value = Object.fromEntries(known.map(({ path, message }) => [fieldOf(path), message]))
    if (known.length === 0) failure.value = detail
  }

  /** Takes the other person's version with the fields that I keep, ready to be saved. */
  function resolve(choices: Choices): void {
    if (conflict.value) startFrom(conflict.value.now, settled(conflict.value, choices))
  }

  return {
    base,
    waiting: later.waiting,
    draft,
    problems,
    failure,
    conflict,
    saving,
    dirty,
    overtaken,
    save,
    discard,
    resolve,
  }
}

function baseOf(view: TaskView) {
  return { version: view.version, draft: draftOf(view.task) }
}

function fieldOf(path: string): DraftField {
  return path.split('.')[0] as DraftField
}
