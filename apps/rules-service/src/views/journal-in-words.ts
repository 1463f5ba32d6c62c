import { recordKinds, type PersonView, type RecordKind, type RecordView } from '@workplan/domain'
import type { JournalRow } from '../store/store.ts'
import { fieldLabels } from './field-labels.ts'
import type { RecordIndex } from './record-index.ts'
import { valueInWords } from './value-in-words.ts'

/** What the journal says of one record, newest first, as people read it. */
export function recordHistory(
  rows: readonly JournalRow[],
  people: ReadonlyMap<string, PersonView>,
  index: RecordIndex,
): RecordView['history'] {
  return rows
    .toSorted((one, other) => other.seq - one.seq)
    .map((row) => ({
      at: row.at.toISOString(),
      by: actorName(row.actor, people) ?? 'Workplan',
      what: whatHappened(row, index),
      why: row.why,
    }))
}

/** The name of who did it; null when it was the system. Nobody's id is shown: it tells a reader nothing. */
export function actorName(actor: string, people: ReadonlyMap<string, PersonView>): string | null {
  return actor === 'system' ? null : (people.get(actor)?.name ?? 'Somebody who has left')
}

function whatHappened(row: JournalRow, index: RecordIndex): string {
  const after = asFields(row.after)
  if (row.before === null && after) return 'Added'
  if (row.after === null) return 'Removed'
  const kind = recordKinds.find((candidate) => candidate === row.kind)
  const before = asFields(row.before)
  if (!kind || !before || !after) return row.action
  const changes = changedFields(before, after)
    .filter((field) => field in fieldLabels[kind] && field !== 'updatedOn')
    .map((field) => changeOf(kind, field, before[field], after[field], index))
  return changes.length > 0 ? changes.join('. ') : 'Confirmed without a change'
}

function changeOf(
  kind: RecordKind,
  field: string,
  before: unknown,
  after: unknown,
  index: RecordIndex,
): string {
  const from = valueInWords(kind, field, before, index) ?? 'not stated'
  const to = valueInWords(kind, field, after, index) ?? 'not stated'
  return `${fieldLabels[kind][field]}: from “${from}” to “${to}”`
}

function changedFields(before: Record<string, unknown>, after: Record<string, unknown>): string[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...fields].filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
}

function asFields(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null
}
