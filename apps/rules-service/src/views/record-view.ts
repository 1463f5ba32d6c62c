import type { FlagSummary, RecordView } from '@workplan/domain'
import { flagSummary, recordKey, type LoadedProgramme } from '../store/programme.ts'
import type { JournalRow } from '../store/store.ts'
import { fieldLabels } from './field-labels.ts'
import { worstFirst } from './flag-list.ts'
import { recordHistory } from './journal-in-words.ts'
import type { AnyRecord, RecordIndex } from './record-index.ts'
import { valueInWords } from './value-in-words.ts'

/** The page behind a figure: every field of a record in words, its source, its open flags and its history. */
export function recordView(
  entry: AnyRecord,
  programme: LoadedProgramme,
  index: RecordIndex,
  journal: readonly JournalRow[],
): RecordView {
  const { kind, record } = entry
  return {
    kind,
    id: record.id,
    title: index.titleOf(record.id),
    version: programme.versions.get(recordKey(kind, record.id)) ?? 1,
    fields: fieldsInWords(entry, index),
    source: record.source,
    flags: flagsOn(record.id, programme),
    history: recordHistory(journal, programme.people, index),
  }
}

/** Every field but id, source and basis, in the order of the label table; a field without a basis is stated. */
export function fieldsInWords({ kind, record }: AnyRecord, index: RecordIndex): RecordView['fields'] {
  const values: Record<string, unknown> = record
  const shown = Object.entries(fieldLabels[kind]).filter(([field]) => field !== 'id' && field !== 'source')
  // What only some records carry, such as a note, is not missing from the others.
  const ordered = shown
    .filter(([field]) => values[field] !== undefined)
    .toSorted(([one], [other]) => Number(one === 'note') - Number(other === 'note'))
  return ordered.map(([field, label]) => ({
    label,
    value: valueInWords(kind, field, values[field], index),
    basis: record.basis?.[field]?.kind ?? 'stated',
    basisNote: record.basis?.[field]?.note ?? null,
  }))
}

/** The flags that stand on a record or requirement, or looked at it, worst first. */
export function flagsOn(id: string, { flags }: Pick<LoadedProgramme, 'flags'>): FlagSummary[] {
  return [...flags.values()]
    .filter((flag) => flag.status !== 'cleared')
    .filter((flag) => flag.subject.id === id || flag.records.some((record) => record.id === id))
    .toSorted(worstFirst)
    .map(flagSummary)
}
