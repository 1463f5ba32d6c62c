import { type JournalEntry, type PersonView, textWithNames } from '@workplan/domain'
import { canonicalJson } from '../../store/canonical-json.ts'
import type { JournalRow } from '../../store/store.ts'
import { actorName } from '../../views/journal-in-words.ts'

type People = ReadonlyMap<string, PersonView>

/** A row of the journal for readers: names instead of the ids of people, and only the fields that changed, without files. */
export function journalEntry(row: JournalRow, people: People): JournalEntry {
  return {
    seq: row.seq,
    at: row.at.toISOString(),
    asAt: row.asAt,
    by: actorName(row.actor, people) ?? 'Workplan',
    action: row.action,
    record: { kind: row.kind, id: row.recordId, title: titleOf(row, people) },
    changes: changesBetween(fieldsOf(row.before), fieldsOf(row.after), people).filter(
      ({ field }) => !(row.kind === 'word-template' && field === 'file'),
    ),
    why: row.why,
    hash: row.hash,
  }
}

/** What is done to a person has their name from the people there are now: the journal itself keeps none. */
function titleOf({ kind, recordId, title }: JournalRow, people: People): string {
  if (kind !== 'person' && kind !== 'membership') return title
  const name = actorName(recordId, people)
  return title === '' ? `${name}` : `${name}: ${title}`
}

type Fields = Record<string, unknown>

function changesBetween(before: Fields, after: Fields, people: People): JournalEntry['changes'] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  const nameOf = (id: string) => people.get(id)?.name
  const named = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(named)
    return typeof value === 'string' ? (nameOf(value) ?? textWithNames(value, nameOf)) : (value ?? null)
  }
  return fields
    .filter((field) => canonicalJson(before[field] ?? null) !== canonicalJson(after[field] ?? null))
    .map((field) => ({ field, before: named(before[field]), after: named(after[field]) }))
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {}
}
