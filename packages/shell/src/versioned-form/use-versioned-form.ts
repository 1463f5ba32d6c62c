import { computed, onMounted, reactive, ref, shallowRef, watch } from 'vue'
import { isProblem, type ApiProblem } from '../api/api-problem.ts'
import { problemInWords } from '../api/problem-in-words.ts'
import { keptMine, type Choices, type ContestedField, type WhoWasFirst } from '../conflict/contested-field.ts'
import { newAttempt } from '../mutations/attempt.ts'
import { useKeptUntilSent } from '../send-later/use-kept-until-sent.ts'
import { forgetDraft, keepDraft } from '../task-form/draft-store.ts'
import { changedBetween, keptVersioned, type TextDraft, type Versioned } from './kept-versioned.ts'

export type Problems<Draft> = Partial<Record<keyof Draft, string>>

/** A draft as it is sent: from which version, which fields were changed, and what keeps a retry from happening twice. */
export interface Sending<Draft> extends Versioned<Draft> {
  changed: (keyof Draft)[]
  attempt: string
}

export interface VersionedForm<Draft, Saved> {
  /** Where unsaved text is kept in this browser tab. */
  key: string
  /** What is there now. */
  now: () => Versioned<Draft>
  /** What must be put right before it can be sent. */
  problemsOf: (draft: Draft, changed: (keyof Draft)[]) => Problems<Draft>
  send: (sending: Sending<Draft>) => Promise<Saved>
  /** What is there after it was saved, and what the record of a refused stale version is. */
  afterwards: (saved: Saved) => Versioned<Draft>
  current: (refused: unknown) => Versioned<Draft>
  onSaved: (saved: Saved) => void
}

/**
 * A form over one versioned record: text that is not saved survives errors, other people's changes and a reload, is sent once
 * when there is a connection again, and a version that moved on gives `conflict`, never a silent overwrite.
 */
export function useVersionedForm<Draft extends TextDraft, Saved>(form: VersionedForm<Draft, Saved>) {
  const kept = keptVersioned(form.key, form.now().draft)
  /** What the typing started from; its version is the one that is sent. */
  const base = shallowRef<Versioned<Draft>>(kept ? { version: kept.version, draft: kept.base } : form.now())
  const draft = reactive<Draft>({ ...(kept ? kept.draft : form.now().draft) })
  const problems = shallowRef<Problems<Draft>>({})
  const failure = ref<string | null>(null)
  const conflict = shallowRef<{ now: Versioned<Draft>; changed: WhoWasFirst } | null>(null)
  const saving = ref(false)
  let attempt = kept?.attempt ?? newAttempt()
  const later = useKeptUntilSent(
    async () => void (await save()),
    () => keep({ attempt, unsent: true }),
  )

  const text = (): Draft => ({ ...draft }) as Draft
  const changed = computed(() => changedBetween(base.value.draft, text()))
  const dirty = computed(() => changed.value.length > 0)
  const overtaken = computed(() => dirty.value && form.now().version !== base.value.version)

  watch(
    () => form.now().version,
    () => {
      if (!dirty.value) startFrom(form.now())
    },
  )
  watch(draft, () => {
    attempt = newAttempt()
    later.settle()
    if (dirty.value) keep()
    else forgetDraft(form.key)
  })
  onMounted(() => {
    if (kept?.unsent) void save()
  })

  function keep(unsent?: { attempt: string; unsent: true }): void {
    keepDraft(form.key, { version: base.value.version, base: base.value.draft, draft: text(), ...unsent })
  }

  function startFrom(now: Versioned<Draft>, words: Draft = now.draft): void {
    base.value = now
    Object.assign(draft, words)
    conflict.value = null
  }

  /** Throws away what was typed. */
  function discard(): void {
    startFrom(form.now())
    problems.value = {}
    failure.value = null
    later.settle()
    forgetDraft(form.key)
  }

  /** Sends what was changed. Returns whether it is saved. */
  async function save(): Promise<boolean> {
    problems.value = form.problemsOf(text(), changed.value)
    failure.value = null
    if (saving.value || Object.keys(problems.value).length > 0) return false
    if (!dirty.value) return true
    saving.value = true
    try {
      const { version } = base.value
      const saved = await form.send({ version, draft: text(), changed: changed.value, attempt })
      later.settle()
      forgetDraft(form.key)
      startFrom(form.afterwards(saved))
      form.onSaved(saved)
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
    if (isProblem(error, 'stale-version'))
      conflict.value = { now: form.current(error.current), changed: error.changed }
    else if (isProblem(error, 'invalid-input')) showRefusal(error)
    else failure.value = problemInWords(error).happened
  }

  function showRefusal({ errors, detail }: ApiProblem): void {
    const known = errors.filter(({ path }) => path in draft)
    problems.value = Object.fromEntries(known.map(({ path, message }) => [path, message])) as Problems<Draft>
    if (known.length === 0) failure.value = detail
  }

  /** The fields as both left them, for the person to choose; `label` and `words` say them as people read them. */
  function contested(
    labels: Record<keyof Draft, string>,
    words: (draft: Draft, field: keyof Draft) => string,
  ): ContestedField[] {
    const theirs = conflict.value?.now.draft ?? base.value.draft
    return Object.keys(labels).map((key) => ({
      key,
      label: labels[key] ?? key,
      base: words(base.value.draft, key).trim(),
      mine: words(text(), key).trim(),
      theirs: words(theirs, key).trim(),
    }))
  }

  /** Takes the other person's version with the fields that I keep, ready to be saved. */
  function resolve(fields: readonly ContestedField[], choices: Choices): void {
    if (!conflict.value) return
    const { now } = conflict.value
    const mine = text()
    const keptFields = keptMine(fields, choices).map((field) => [field, mine[field]] as const)
    startFrom(now, { ...now.draft, ...Object.fromEntries(keptFields) })
  }

  return {
    draft,
    problems,
    failure,
    conflict,
    saving,
    waiting: later.waiting,
    dirty,
    overtaken,
    save,
    discard,
    contested,
    resolve,
  }
}
