import { computed } from 'vue'
import { useDraftKey } from '../task-form/use-draft-key.ts'
import type { Versioned } from '../versioned-form/kept-versioned.ts'
import { useVersionedForm } from '../versioned-form/use-versioned-form.ts'
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

/** Why a record is changed: typed in the form beside the fields, and no part of the record. */
type Reasoned = RecordDraft & { reason: string }

/** The form of one record, new or there already. */
export function useRecordForm({ name, fields, stored, start, target, onSaved }: RecordFormSetup) {
  const form = useVersionedForm<Reasoned, SavedRecord, number | null>({
    key: useDraftKey()(name),
    now: () => versioned(stored()),
    changedBetween: (from, to) => changedKeys(fields, from, to),
    problemsOf: (draft) => draftProblems(fields, draft),
    send: async ({ version, draft, changed, attempt }) => {
      const before = stored()
      const keys = version === null ? fields.map(({ key }) => key) : changed
      const values = { ...(version === null && start), ...valuesOf(fields, draft, keys) }
      const saved = await target.send({ values, version, reason: draft.reason.trim(), attempt })
      return { ...saved, before, keys }
    },
    afterwards: ({ item }) => versioned(item),
    current: (refused) => versioned(target.storedIn(refused)),
    onSaved,
  })

  const contested = computed(() => {
    if (!form.conflict.value) return []
    const fieldOf = new Map(fields.map((field) => [field.key, field]))
    const labels = Object.fromEntries(fields.map(({ key, label }) => [key, label]))
    return form.contested(labels, (draft, key) => {
      const field = fieldOf.get(key)
      return field ? inWords(field, draft) : ''
    })
  })

  function versioned(record: StoredRecord | null): Versioned<Reasoned, number | null> {
    const draft = { ...draftOfRecord(fields, record?.record ?? start), reason: '' }
    return { version: record?.version ?? null, draft }
  }

  return { ...form, contested }
}
