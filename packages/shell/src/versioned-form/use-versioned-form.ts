import { computed, onMounted, reactive, ref, shallowRef, useId, watch } from 'vue'
import { isProblem, type ApiProblem } from '../api/api-problem.ts'
import { problemInWords } from '../api/problem-in-words.ts'
import { keptMine, type Choices, type ContestedField, type WhoWasFirst } from '../conflict/contested-field.ts'
import { newAttempt } from '../mutations/attempt.ts'
import { useKeptUntilSent } from '../send-later/use-kept-until-sent.ts'
import { forgetDraft } from '../task-form/draft-store.ts'
import {
  changedBetween as differingText,
  keepVersioned,
  keptVersioned,
  type Versioned,
} from './kept-versioned.ts'

export type Problems<Draft> = Partial<Record<keyof Draft & string, string>>

/** A draft as it is sent: from which version, which fields were changed, and what keeps a retry from happening twice. */
export interface Sending<Draft, Version extends number | null = number> extends Versioned<Draft, Version> {
  changed: (keyof Draft & string)[]
  /** What it was typed over. */
  base: Draft
  attempt: string
}

export interface VersionedForm<Draft, Saved, Version extends number | null = number> {
  /** Where unsaved text is kept in this browser tab. */
  key: string
  /** What is there now. */
  now: () => Versioned<Draft, Version>
  /** The fields in which two drafts differ; when left out, those whose text differs. */
  changedBetween?: (from: Draft, to: Draft) => (keyof Draft & string)[]
  /** What must be put right before it can be sent, for a record that read as `from`. */
  problemsOf: (draft: Draft, from: Draft) => Problems<Draft>
  send: (sending: Sending<Draft, Version>) => Promise<Saved>
  /** What is there after it was saved. */
  afterwards: (saved: Saved) => Versioned<Draft, Version>
  /** What is there now, from what the refusal of a stale version carries, or read anew. */
  current: (refused: unknown) => Versioned<Draft, Version> | Promise<Versioned<Draft, Version>>
  onSaved: (saved: Saved) => void
  /** The form shows a part of what the version is of: while others change only the rest, nobody is in anybody's way. */
  partOfRecord?: boolean
}

/** How a form stands, as `VersionedForm` shows it around the fields. */
export interface FormState {
  errors: { text: string; target?: string }[]
  conflict: { changed: WhoWasFirst } | null
  saving: boolean
  waiting: boolean
  /** Somebody else saved while this was typed. */
  overtaken: boolean
}

/**
 * The form of one record: text that is not saved survives errors, other people's changes and a reload, is sent once when
 * there is a connection again, and a version that moved on gives `conflict`, never a silent overwrite.
 */
export function useVersionedForm<Draft extends object, Saved, Version extends number | null = number>(
  form: VersionedForm<Draft, Saved, Version>,
) {
  type Field = keyof Draft & string
  const { changedBetween = differingText } = form
  const prefix = useId()
  const kept = keptVersioned(form.key, form.now())
  /** What the typing started from; its version is the one that is sent. */
  const base = shallowRef<Versioned<Draft, Version>>(
    kept ? { version: kept.version, draft: kept.base } : form.now(),
  )
  const draft = reactive(copyOf(kept ? kept.draft : base.value.draft)) as Draft
  const problems = shallowRef<Problems<Draft>>({})
  const failure = ref<string | null>(null)
  const conflict = shallowRef<{ now: Versioned<Draft, Version>; changed: WhoWasFirst } | null>(null)
  const saving = ref(false)
  let attempt = kept?.attempt ?? newAttempt()
  const later = useKeptUntilSent(
    async () => void (await save()),
    () => keep({ attempt, unsent: true }),
  )

  const changed = computed(() => changedBetween(base.value.draft, draft))
  /** Whether there is something to save; what is not there yet is. */
  const dirty = computed(() => base.value.version === null || changed.value.length > 0)
  const overtaken = computed(() => {
    const now = form.now()
    // What was sent and not answered may be what has changed.
    if (later.waiting.value) return false
    return changed.value.length > 0 && now.version !== base.value.version && !isUntouched(now)
  })

  /** What is wrong, in words, with the field where it can be put right. */
  const errors = computed(() => [
    ...(Object.entries(problems.value) as [Field, string][]).map(([field, words]) => ({
      text: words,
      target: idOf(field),
    })),
    ...(failure.value ? [{ text: `Not saved. ${failure.value} What you typed is still here.` }] : []),
  ])

  watch(
    () => form.now().version,
    () => {
      if (changed.value.length === 0) startFrom(form.now())
    },
  )
  watch(draft, () => {
    attempt = newAttempt()
    later.settle()
    if (changed.value.length > 0) keep()
    else forgetDraft(form.key)
  })
  onMounted(() => {
    if (kept?.unsent) void save()
  })

  function idOf(field: Field): string {
    return `${prefix}-${field}`
  }

  /** What is wrong with a field, as its component takes it. */
  function errorOf(field: Field): { error?: string } {
    const error = problems.value[field]
    return error === undefined ? {} : { error }
  }

  function keep(unsent?: { attempt: string; unsent: true }): void {
    keepVersioned(form.key, { version: base.value.version, base: base.value.draft, draft, ...unsent })
  }

  /** Whether what there is now differs from what the typing started from only outside of this form. */
  function isUntouched(now: Versioned<Draft, Version>): boolean {
    return form.partOfRecord === true && changedBetween(base.value.draft, now.draft).length === 0
  }

  function startFrom(now: Versioned<Draft, Version>, words: Draft = now.draft): void {
    base.value = now
    Object.assign(draft, copyOf(words))
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
    problems.value = form.problemsOf(draft, base.value.draft)
    failure.value = null
    if (saving.value || Object.keys(problems.value).length > 0) return false
    if (!dirty.value) return true
    saving.value = true
    try {
      return await sendFromBase()
    } finally {
      saving.value = false
    }
  }

  async function sendFromBase(): Promise<boolean> {
    try {
      const { version, draft: from } = base.value
      const typed = { version, draft: copyOf(draft), base: from, changed: changed.value, attempt }
      const saved = await form.send(typed)
      later.settle()
      forgetDraft(form.key)
      startFrom(form.afterwards(saved))
      form.onSaved(saved)
      return true
    } catch (error) {
      if (isProblem(error, 'stale-version')) return meet(error)
      explain(error)
      return false
    }
  }

  /** Somebody was first: where they left this form alone it is sent again, and otherwise the person chooses. */
  async function meet({ current, changed: whoWasFirst }: ApiProblem): Promise<boolean> {
    later.settle()
    try {
      const now = await form.current(current)
      if (!isUntouched(now) || now.version === base.value.version) {
        conflict.value = { now, changed: whoWasFirst }
        return false
      }
      base.value = { ...base.value, version: now.version }
    } catch (error) {
      explain(error)
      return false
    }
    return sendFromBase()
  }

  function explain(error: unknown): void {
    if (later.holds(error)) return
    if (isProblem(error, 'invalid-input')) showRefusal(error)
    else failure.value = problemInWords(error).happened
  }

  function showRefusal({ errors, detail }: ApiProblem): void {
    const known = errors.flatMap(({ path, message }) => {
      const field = path.split('.').find((part) => part in draft)
      return field === undefined ? [] : [[field, message] as const]
    })
    problems.value = Object.fromEntries(known) as Problems<Draft>
    if (known.length === 0) failure.value = detail
  }

  /** The fields as both left them, for the person to choose; `labels` and `words` say them as people read them. */
  function contested(
    labels: Partial<Record<Field, string>>,
    words: (draft: Draft, field: Field) => string,
  ): ContestedField[] {
    const theirs = conflict.value?.now.draft ?? base.value.draft
    return (Object.keys(labels) as Field[]).map((key) => ({
      key,
      label: labels[key] ?? key,
      base: words(base.value.draft, key).trim(),
      mine: words(draft, key).trim(),
      theirs: words(theirs, key).trim(),
    }))
  }

  /** Takes the other person's version with the fields that I keep, ready to be saved. What is not contested stays as typed. */
  function resolve(fields: readonly ContestedField[], choices: Choices): void {
    if (!conflict.value) return
    const { now } = conflict.value
    const mine = new Set(keptMine(fields, choices))
    const theirs = fields.flatMap(({ key }) => (mine.has(key) ? [] : [[key, now.draft[key as Field]]]))
    startFrom(now, { ...draft, ...Object.fromEntries(theirs) })
  }

  const state = computed<FormState>(() => ({
    errors: errors.value,
    conflict: conflict.value,
    saving: saving.value,
    waiting: later.waiting.value,
    overtaken: overtaken.value,
  }))

  return {
    state,
    base,
    draft,
    problems,
    failure,
    errors,
    idOf,
    errorOf,
    conflict,
    saving,
    waiting: later.waiting,
    changed,
    dirty,
    overtaken,
    save,
    discard,
    contested,
    resolve,
  }
}

/** A copy of which nothing is shared; drafts are what JSON can say, and are kept so. */
function copyOf<Draft>(draft: Draft): Draft {
  return JSON.parse(JSON.stringify(draft)) as Draft
}
