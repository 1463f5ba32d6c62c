import type { JournalRow } from '../../store/store.ts'

/** The journal between two moments, by what it is about. */
export interface EntriesBetween {
  /** The numbers of the entries about one thing, oldest first. */
  of(kind: string, id: string): number[]
  /** The entries themselves, oldest first. */
  rowsOf(kind: string, id: string): readonly JournalRow[]
}

/** Finds entries among rows that are given oldest first. */
export function entriesAmong(rows: readonly JournalRow[]): EntriesBetween {
  const about = Map.groupBy(rows, ({ kind, recordId }) => `${kind} ${recordId}`)
  const rowsOf = (kind: string, id: string) => about.get(`${kind} ${id}`) ?? []
  return { rowsOf, of: (kind, id) => rowsOf(kind, id).map(({ seq }) => seq) }
}
