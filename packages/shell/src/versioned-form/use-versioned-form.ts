import { computed, nextTick, onMounted, reactive, ref, shallowRef, useId, watch } from 'vue'
import { isProblem, type ApiProblem } from '../api/api-problem.ts'
import { problemInWords } from '../api/problem-in-words.ts'
import {
  contestedFields,
  keptMine,
  type Choices,
  type ContestedField,
  type WhoWasFirst,
} from '../conflict/contested-field.ts'
import { newAttempt } from '../mutations/attempt.ts'
import { useKeptUntilSent } from '../send-later/use-kept-until-sent.ts'
import { forgetDraft } from '../task-form/draft-store.ts'
import { copyOf } from './copy-of.ts'
import type { FormState, Problems, Sending, VersionedForm } from './form-of-record.ts'
import {
  changedBetween as differingText,
  keepVersioned,
  keptVersioned,
  type Versioned,
} from './kept-versioned.ts'
import { refusedFields } from './refused-fields.ts'
import { isMade, keepSince, only, typedSince } from './typed-since.ts'
import { useSaid } from './use-said.ts'

/**
 * The form of one record: text that is not saved survives errors, other people's changes and a reload, is sent once when
 * there is a connection again, and a version that moved on gives `conflict`, never a silent overwrite.
 */
export function useVersionedForm<Draft extends object, Saved, Version extends number | null = number>(
  form: VersionedForm<Draft, Saved, Version>,
) {
  type Field = keyof Draft & string
  const { changedBetween = differingText } = form
  const { begin, say, sayUnsent, isGone } = useSaid(form.onSaved)
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
  let attempt = newAttempt()
  /** What was sent and not answered, to be sent again just so; the writer may go on meanwhile. */
  let unsent: Sending<Draft, Version> | null = kept?.unsent
    ? { ...sendingOf(kept.sent ?? kept.draft), attempt: kept.attempt ?? attempt }
    : null
  /** Something was typed while the rest was sent, and is not saved. */
  const left = ref(false)
  const later = useKeptUntilSent(async () => void (await resend()), keep)

  const changed = computed(() => changedBetween(base.value.draft, draft))
  /** Whether there is something to save; what is not there yet is, and what waits for its answer. */
  const dirty = computed(() => base.value.version === null || changed.value.length > 0 || later.waiting.value)
  const overtaken = computed(() => {
    const now = form.now()
    // What was sent and not answered may be what has changed.
    if (later.waiting.value || saving.value) return false
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
      if (unsent || saving.value) return
      const now = form.now()
      // What is typed here may be just what was saved, by this person in another place.
      if (changed.value.length > 0 && changedBetween(now.draft, draft).length > 0) return
      const beside = changed.value.length === 0 ? typedSince(draft, base.value.draft) : []
      startFrom(now, { ...now.draft, ...only(draft, beside) })
      if (beside.length === 0) forgetDraft(form.key)
      else keep()
    },
  )
  watch(draft, () => {
    attempt = newAttempt()
    if (unsent || typedSince(draft, base.value.draft).length > 0) keep()
    else forgetDraft(form.key)
  })
  onMounted(() => {
    if (unsent) void resend()
  })

  function idOf(field: Field): string {
    return `${prefix}-${field}`
  }

  /** What is wrong with a field, as its component takes it. */
  function errorOf(field: Field): { error?: string } {
    const error = problems.value[field]
    return error === undefined ? {} : { error }
  }

  function keep(): void {
    const { version, draft: from } = base.value
    const waiting = unsent && { attempt: unsent.attempt, unsent: true, sent: unsent.draft }
    keepVersioned(form.key, { version, base: from, draft, ...waiting })
  }

  /** A draft as it is sent now. */
  function sendingOf(typed: Draft): Sending<Draft, Version> {
    const { version, draft: from } = base.value
    const what = copyOf(typed)
    return { version, draft: what, base: from, changed: changedBetween(from, what), attempt }
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
    left.value = false
    unsent = null
    later.settle()
    forgetDraft(form.key)
  }

  /** Sends what was changed, after what waits to be sent. Returns whether all of it is saved. */
  function save(): Promise<boolean> {
    return alone(async () => {
      if (unsent) {
        const done = await send(unsent)
        if (!done || !left.value) return done
      }
      problems.value = form.problemsOf(draft, base.value.draft)
      if (Object.keys(problems.value).length > 0) return false
      if (!dirty.value) return true
      left.value = false
      return (await send(sendingOf(draft))) && !left.value
    })
  }

  /** Sends again what waits, and no more: what was typed since is left to its writer. */
  function resend(): Promise<boolean> {
    return alone(async () => unsent === null || send(unsent))
  }

  async function alone(work: () => Promise<boolean>): Promise<boolean> {
    if (saving.value) return false
    saving.value = true
    problems.value = {}
    failure.value = null
    left.value = false
    try {
      return await work()
    } finally {
      saving.value = false
    }
  }

  async function send(sending: Sending<Draft, Version>): Promise<boolean> {
    begin()
    // The next form of the record sends it again under the same key, should this one be left before the answer comes.
    unsent = sending
    if (!isGone()) keep()
    try {
      await takeSaved(await form.send(sending), sending)
      return true
    } catch (error) {
      if (isProblem(error, 'stale-version')) return meet(error, sending)
      return fail(error, sending)
    }
  }

  /** What is only not answered waits; anything else is said. */
  function fail(error: unknown, sending: Sending<Draft, Version>): false {
    if (isGone()) {
      if (keptVersioned(form.key, sending)?.unsent) sayUnsent(error)
      return false
    }
    if (later.holds(error)) return false
    unsent = null
    if (changed.value.length > 0) keep()
    else forgetDraft(form.key)
    problems.value = refusedFields(error, draft)
    if (Object.keys(problems.value).length === 0) failure.value = problemInWords(error).happened
    return false
  }

  /** What was typed while it was sent stays, on top of what is saved. */
  async function takeSaved(saved: Saved, sent: Sending<Draft, Version>): Promise<void> {
    unsent = null
    later.settle()
    const ends = form.once === true || isMade(sent, form.afterwards(saved, sent.draft))
    if (isGone()) {
      say(saved, keepSince(form.key, sent, form.afterwards(saved, sent.draft), ends))
      return
    }
    const typed = copyOf(draft)
    // What was thrown away meanwhile is nothing that was typed.
    const since = only(typed, changed.value.length > 0 ? typedSince(typed, sent.draft) : [])
    if (ends || Object.keys(since).length === 0) {
      forgetDraft(form.key)
      startFrom(form.afterwards(saved, sent.draft))
      say(saved, Object.values(since))
      return
    }
    // What is shown of the record has its new version only then.
    await nextTick()
    const after = form.afterwards(saved, sent.draft)
    startFrom(after, form.onto?.(typed, sent.draft, after.draft) ?? { ...after.draft, ...since })
    attempt = newAttempt()
    keep()
    left.value = true
    // The page may have taken the form away with what was saved, and show nothing of it.
    if (isGone()) say(saved)
  }

  /** Somebody was first: where they left this form alone it is sent again, and otherwise the person chooses. */
  async function meet(stale: ApiProblem, refused: Sending<Draft, Version>): Promise<boolean> {
    unsent = null
    later.settle()
    try {
      const now = await form.current(stale.current)
      if (!isUntouched(now) || now.version === base.value.version) {
        conflict.value = { now, changed: stale.changed }
        return isGone() ? fail(stale, refused) : false
      }
      base.value = { ...base.value, version: now.version }
    } catch (error) {
      return fail(error, refused)
    }
    return send({ ...refused, version: base.value.version })
  }

  /** The fields as both left them, for the person to choose; `labels` and `words` say them as people read them. */
  function contested(
    labels: Partial<Record<Field, string>>,
    words: (draft: Draft, field: Field) => string,
  ): ContestedField[] {
    const theirs = conflict.value?.now.draft ?? base.value.draft
    return contestedFields({ base: base.value.draft, mine: draft, theirs }, labels, words)
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
    left: left.value,
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
    left,
    save,
    discard,
    contested,
    resolve,
  }
}
