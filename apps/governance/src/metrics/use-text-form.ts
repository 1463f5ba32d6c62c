import {
  isPassing,
  isProblem,
  keptMine,
  newAttempt,
  problemInWords,
  useSendLater,
  type Choices,
  type ContestedField,
  type WhoWasFirst,
} from '@workplan/shell'
import { computed, reactive, ref, shallowRef, useId, watch } from 'vue'

/** The text of a form by field, as typed. */
export type Draft<Field extends string> = Record<Field, string>

/** A record as a form shows it, with the version that a change starts from. */
export interface Shown<Field extends string> {
  version: number
  draft: Draft<Field>
}

/** What a form sends: all its text, and which fields of it are new. */
export interface Sent<Field extends string> {
  draft: Draft<Field>
  changed: readonly Field[]
  version: number
  reason: string
  /** Kept over retries of the same change; a new one is made when left out. */
  attempt?: string
}

export interface TextForm<Field extends string, Saved> {
  labels: Record<Field, string>
  /** The record as it stands. */
  shown: () => Shown<Field>
  /** The same from what a refusal for an old version carries. */
  shownOf: (current: unknown) => Shown<Field>
  /** What must be put right before it can be sent. */
  problems: (draft: Draft<Field>) => Partial<Record<Field, string>>
  /** What to say when there is no reason; left out where none is asked for. */
  reasonMissing?: string
  send: (sent: Sent<Field>) => Promise<Saved>
  saved: (saved: Saved, changed: readonly Field[], before: Draft<Field>) => void
}

interface Conflict<Field extends string> {
  theirs: Shown<Field>
  changed: WhoWasFirst
}

/** A form of one record: only what was changed is sent, and a version that moved on meanwhile gives a choice. */
export function useTextForm<Field extends string, Saved>(form: TextForm<Field, Saved>) {
  const prefix = useId()
  const fields = Object.keys(form.labels) as Field[]
  const base = shallowRef(form.shown())
  const draft = reactive({ ...base.value.draft }) as Draft<Field>
  const reason = ref('')
  const problems = ref<Partial<Record<string, string>>>({})
  const failure = ref<string | null>(null)
  const conflict = shallowRef<Conflict<Field> | null>(null)
  const saving = ref(false)
  let attempt = newAttempt()
  const later = useSendLater(save)

  const changed = computed(() =>
    fields.filter((field) => draft[field].trim() !== base.value.draft[field].trim()),
  )
  const errors = computed(() => [
    ...Object.entries(problems.value).map(([field, text]) => ({ text: text ?? '', target: idOf(field) })),
    ...(failure.value ? [{ text: `Not saved. ${failure.value} What you typed is still here.` }] : []),
  ])
  const contested = computed<ContestedField[]>(() => {
    const theirs = conflict.value?.theirs.draft
    if (!theirs) return []
    return fields.map((key) => ({
      key,
      label: form.labels[key],
      base: base.value.draft[key].trim(),
      mine: draft[key].trim(),
      theirs: theirs[key].trim(),
    }))
  })

  watch([draft, reason], () => {
    attempt = newAttempt()
    later.settle()
  })

  function startFrom(shown: Shown<Field>, text: Draft<Field> = shown.draft): void {
    base.value = shown
    Object.assign(draft, text)
    conflict.value = null
    problems.value = {}
    failure.value = null
  }

  async function save(): Promise<void> {
    const needsReason = form.reasonMissing !== undefined && reason.value.trim() === ''
    problems.value = { ...form.problems(draft), ...(needsReason && { reason: form.reasonMissing }) }
    failure.value = null
    if (saving.value || Object.keys(problems.value).length > 0) return
    saving.value = true
    const before = base.value.draft
    const sent = [...changed.value]
    try {
      const saved = await form.send({
        draft: { ...draft },
        changed: sent,
        version: base.value.version,
        reason: reason.value.trim(),
        attempt,
      })
      later.settle()
      form.saved(saved, sent, before)
    } catch (error) {
      explain(error)
    } finally {
      saving.value = false
    }
  }

  function explain(error: unknown): void {
    if (isPassing(error)) return later.wait()
    later.settle()
    if (isProblem(error, 'stale-version'))
      conflict.value = { theirs: form.shownOf(error.current), changed: error.changed }
    else if (isProblem(error, 'invalid-input') && error.errors.some(({ path }) => fieldOf(path) in draft))
      problems.value = Object.fromEntries(error.errors.map(({ path, message }) => [fieldOf(path), message]))
    else failure.value = problemInWords(error).happened
  }

  /** Saves the other person's version with the fields that I keep. */
  async function keepChosen(choices: Choices): Promise<void> {
    if (!conflict.value) return
    const kept = keptMine(contested.value, choices) as Field[]
    const mine = Object.fromEntries(kept.map((field) => [field, draft[field]])) as Partial<Draft<Field>>
    startFrom(conflict.value.theirs, { ...conflict.value.theirs.draft, ...mine })
    await save()
  }

  function idOf(field: string): string {
    return `${prefix}-${field}`
  }

  /** What a field component takes: its id, its label, what is wrong with it. */
  function about(field: Field): { id: string; label: string; error?: string } {
    const error = problems.value[field]
    return { id: idOf(field), label: form.labels[field], ...(error && { error }) }
  }

  return {
    draft,
    reason,
    changed,
    problems,
    errors,
    conflict,
    contested,
    saving,
    waiting: later.waiting,
    save,
    keepChosen,
    startFrom,
    idOf,
    about,
  }
}

function fieldOf(path: string): string {
  return path.split('.')[0] ?? ''
}
