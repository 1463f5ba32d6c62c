import type { Comparison, FrameworkLibrary } from '@workplan/domain'
import type { LoadedProgramme } from '../../store/programme.ts'
import type { JournalRow, PastProgramme } from '../../store/store.ts'
import { journalEntry } from '../../verbs/journal/journal-entry.ts'
import { indexRecords } from '../record-index.ts'
import { compareFlags } from './compare-flags.ts'
import { compareLevels } from './compare-levels.ts'
import { compareTasks } from './compare-tasks.ts'
import { entriesAmong } from './entries-between.ts'

/** What changed from one moment to another; `rows` are those of the journal in between, oldest first. */
export function comparisonOf(
  from: PastProgramme,
  to: PastProgramme,
  rows: readonly JournalRow[],
  library: FrameworkLibrary,
): Comparison {
  const entries = entriesAmong(rows)
  const [before, after] = [from.programme, to.programme]
  const people = after.people
  const seen = ({ state }: LoadedProgramme) => ({ state, index: indexRecords({ state, people }, library) })
  const [was, is] = [seen(before), seen(after)]
  const tasks = compareTasks(was, is, entries)
  const levels = compareLevels(was, is, library, entries)
  const flags = compareFlags(before.flags, after.flags, entries)
  const named = new Set(
    [tasks, levels.measures, ...Object.values(flags)].flat().flatMap((change) => change.entries),
  )
  return {
    from: from.known,
    to: to.known,
    tasks,
    ...levels,
    ...flags,
    journal: rows.filter(({ seq }) => named.has(seq)).map((row) => journalEntry(row, people)),
    elsewhere: countByKind(rows.filter(({ seq }) => !named.has(seq))),
  }
}

function countByKind(rows: readonly JournalRow[]): Comparison['elsewhere'] {
  return [...Map.groupBy(rows, ({ kind }) => kind)]
    .map(([kind, about]) => ({ kind, entries: about.length }))
    .toSorted((one, other) => other.entries - one.entries)
}
