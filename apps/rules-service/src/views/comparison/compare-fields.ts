import type { FieldComparison, RecordKind, RecordOf } from '@workplan/domain'
import { canonicalJson } from '../../store/canonical-json.ts'
import { fieldLabels } from '../field-labels.ts'
import type { RecordIndex } from '../record-index.ts'
import { valueInWords } from '../value-in-words.ts'

/** A record at one moment, with everything that its ids name then; null where it was not there. */
export interface RecordSeen<Kind extends RecordKind> {
  record: RecordOf<Kind> | null
  index: RecordIndex
}

/**
 * The fields that are other than before, in the order and words of the record's page, but for those left out. Of a record
 * that was not there before, those that say something.
 */
export function compareFields<Kind extends RecordKind>(
  kind: Kind,
  before: RecordSeen<Kind>,
  after: RecordSeen<Kind>,
  leftOut: readonly string[],
): FieldComparison[] {
  const was: Record<string, unknown> = { ...before.record }
  const is: Record<string, unknown> = { ...after.record }
  return Object.entries(fieldLabels[kind])
    .filter(([field]) => !leftOut.includes(field) && !same(was[field], is[field]))
    .map(([field, label]) => ({
      field,
      label,
      before: before.record && valueInWords(kind, field, was[field], before.index),
      after: after.record && valueInWords(kind, field, is[field], after.index),
    }))
    .filter((change) => change.before !== change.after)
    .filter(({ field }) => before.record !== null || saysSomething(is[field]))
}

function saysSomething(value: unknown): boolean {
  return !(Array.isArray(value) && value.length === 0)
}

/** What is not there is not stated, and so is null. */
function same(one: unknown, other: unknown): boolean {
  return canonicalJson(one ?? null) === canonicalJson(other ?? null)
}
