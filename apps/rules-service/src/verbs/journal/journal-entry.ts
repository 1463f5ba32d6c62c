import type { JournalEntry, PersonView } from '@workplan/domain'
import { canonicalJson } from '../../store/canonical-json.ts'
import type { JournalRow } from '../../store/store.ts'

/** A row of the journal for readers: names instead of ids, and only the fields that changed. */
export function journalEntry(row: JournalRow, people: ReadonlyMap<string, PersonView>): JournalEntry {
  return {
    seq: row.seq,
    at: row.at.toISOString(),
    asAt: row.asAt,
    by: row.actor === 'system' ? 'Workplan' : (people.get(row.actor)?.name ?? row.actor),
    action: row.action,
    record: { kind: row.kind, id: row.recordId, title: row.title },
    changes: changesBetween(fieldsOf(row.before), fieldsOf(row.after)),
    why: row.why,
    hash: row.hash,
  }
}

type Fields = Record<string, unknown>

function changesBetween(before: Fields, after: Fields): JournalEntry['changes'] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return fields
    .filter((field) => canonicalJson(before[field] ?? null) !== canonicalJson(after[field] ?? null))
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }))
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {}
}
