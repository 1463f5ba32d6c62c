import type { Comparison, FrameworkLibrary } from '@workplan/domain'
import type { JournalRow, PastProgramme } from '../../store/store.ts'
import { journalEntry } from '../../verbs/journal/journal-entry.ts'
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
  const tasks = compareTasks(before.state, after.state, entries)
  const levels = compareLevels(before.state, after.state, library, entries)
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
    journal: rows.filter(({ seq }) => named.has(seq)).map((row) => journalEntry(row, after.people)),
  }
}
