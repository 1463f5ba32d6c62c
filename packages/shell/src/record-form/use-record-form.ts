import { computed, onMounted, reactive, ref, shallowRef, watch } from 'vue'
import { isProblem, type ApiProblem } from '../api/api-problem.ts'
import { problemInWords } from '../api/problem-in-words.ts'
import { keptMine, type Choices, type ContestedField, type WhoWasFirst } from '../conflict/contested-field.ts'
import { newAttempt } from '../mutations/attempt.ts'
import { useKeptUntilSent } from '../send-later/use-kept-until-sent.ts'
import { forgetDraft, keepDraft } from '../task-form/draft-store.ts'
import { useDraftKey } from '../task-form/use-draft-key.ts'
import { keptRecordDraft } from './kept-record-draft.ts'
import {
  changedKeys,
  draftOfRecord,
  draftProblems,
  inWords,
  valuesOf,
  type RecordDraft,
  type RecordField,
} from './record-field.ts'
import type { RecordTarget, SavedRecord, StoredRecord } from './record-target.ts'

export interface RecordFormSetup {
  /** Names the form among this person's kept drafts: the record's id, or what a new one is for. */
  name: string
  fields: readonly RecordField[]
  /** The record as it is now; null for a new one. */
  stored: () => StoredRecord | null
  /** What a new record starts from. */
  start: object
  target: RecordTarget
  onSaved: (saved: SavedRecord) => void
}

interface RecordConflict {
  now: StoredRecord
  theirs: RecordDraft
  changed: WhoWasFirst
}

/**
 * The form of one record: text typed but not saved survives errors, other people's changes and a reload. A version that
 * moved on meanwhile gives `conflict`, never a silent overwrite.
 */
export function useRecordForm({ name, fields, stored, start, target, onSaved }: RecordFormSetup) {
  const draftKey = useDraftKey()(name)
  const kept = keptRecordDraft(
    draftKey,
    fields.map(({ key }) => key),
  )
  /** The record that the typing started from; its version is the one that is sent. */
  const base = shallowRef(kept ? { version: kept.version, draft: kept.base } : baseOf(stored()))
  const draft = reactive<RecordDraft>(kept ? kept.draft : { ...base.value.draft })
  const reason = ref(kept?.reason ?? '')
  const problems = ref<Record<string, string>>({})
  const failure = ref<string | null>(null)
  const conflict = shallowRef<RecordConflict | null>(null)
  const saving = ref(false)
  let attempt = kept?.attempt ?? newAttempt()
  const later = useKeptUntilSent(
    async () => void (await save()),
    () => keep({ attempt, unsent: true }),
  )

  const changed = computed(() => changedKeys(fields, base.value.draft, draft))
  const dirty = computed(() => base.value.version === null || changed.value.length > 0)
  const contested = computed((): ContestedField[] => {
    const { value } = conflict
    if (!value) return []
    return fields.map((field) => ({
      key: field.key,
      label: field.label,
      base: inWords(field, base.value.draft),
      mine: inWords(field, draft),
      theirs: inWords(field, value.theirs),
    }))
  })

  watch(
    () => stored()?.version,
    () => {
      if (changed.value.length === 0) startFrom(stored())
    },
  )
  watch([draft, reason], () => {
    attempt = newAttempt()
    later.settle()
    if (changed.value.length > 0) keep()
    else forgetDraft(draftKey)
  })
  onMounted(() => {
    if (kept?.unsent) void save()
  })

  function baseOf(record: StoredRecord | null) {
    return { version: record?.version ?? null, draft: draftOfRecord(fields, record?.record ?? start) }
  }

  function keep(unsent?: { attempt: string; unsent: true }): void {
    keepDraft(draftKey, { ...base.value, base: base.value.draft, draft, reason: reason.value, ...unsent })
  }

  function startFrom(record: StoredRecord | null, text?: RecordDraft): void {
    base.value = baseOf(record)
    Object.assign(draft, text ?? base.value.draft)
    conflict.value = null
  }

  /** Throws away what was typed. */
  function discard(): void {
    startFrom(stored())
    reason.value = ''
    problems.value = {}
    failure.value = null
    later.settle()
    forgetDraft(draftKey)
  }

  /** Sends what was changed. Returns whether it is saved. */
  async function save(): Promise<boolean> {
    problems.value = draftProblems(fields, draft)
    failure.value = null
    if (saving.value || Object.keys(problems.value).length > 0) return false
    saving.value = true
    const before = stored()
    const { version } = base.value
    const keys = version === null ? fields.map(({ key }) => key) : [...changed.value]
    const values = { ...(version === null && start), ...valuesOf(fields, draft, keys) }
    try {
      const saved = await target.send({ values, version, reason: reason.value.trim(), attempt })
      later.settle()
      forgetDraft(draftKey)
      onSaved({ ...saved, before, keys })
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
      const now = target.storedIn(error.current)
      conflict.value = { now, theirs: draftOfRecord(fields, now.record), changed: error.changed }
    } else if (isProblem(error, 'invalid-input')) showRefusal(error)
    else failure.value = problemInWords(error).happened
  }

  function showRefusal({ errors, detail }: ApiProblem): void {
    const known = errors.flatMap(({ path, message }) => {
      const key = path.split('.').find((part) => part in draft)
      return key === undefined ? [] : [[key, message] as const]
    })
    problems.value = Object.fromEntries(known)
    if (known.length === 0) failure.value = detail
  }

  /** Takes the other person's version with the fields that I keep, ready to be saved. */
  function resolve(choices: Choices): void {
    const { value } = conflict
    if (!value) return
    const mine = keptMine(contested.value, choices)
    const kept = Object.fromEntries(mine.map((key) => [key, draft[key] ?? '']))
    startFrom(value.now, { ...value.theirs, ...kept })
  }

  return {
    waiting: later.waiting,
    draft,
    reason,
    problems,
    failure,
    conflict,
    contested,
    saving,
    dirty,
    save,
    discard,
    resolve,
  }
}
