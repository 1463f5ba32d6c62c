import { faultInWords } from './fault-in-words.ts'
import type { ReadHeads } from './signed-head.ts'
import type { TableDifference } from '../store/replay/compare-tables.ts'
import type { VerifiedProgramme } from './verify-journal.ts'

export interface Verification {
  /** True when nothing contradicts the journal. */
  sound: boolean
  /** What to show, a line each. */
  lines: string[]
}

const inWords: Record<TableDifference['what'], string> = {
  altered: 'it is not what the journal says it is',
  missing: 'it is in the journal, and not in the table',
  added: 'it is in the table, and the journal knows nothing of it',
}

/** What a verification came to, in words; `outside` is null when no heads are kept outside the database. */
export function verificationOf(
  programmes: readonly VerifiedProgramme[],
  outside: ReadHeads | null,
): Verification {
  const broken = programmes.filter(({ fault }) => fault !== null)
  const different = programmes.filter(({ difference }) => difference !== null)
  const forged = outside?.forged ?? 0
  const sound = broken.length === 0 && different.length === 0 && forged === 0
  return {
    sound,
    lines: [
      ...programmes.map(lineOf),
      ...programmes.filter(({ fault, complete }) => fault === null && !complete).map(lineOfEarlier),
      ...linesOfHeads(outside),
      programmes.length === 0
        ? 'There is no journal yet.'
        : `${programmes.length - broken.length} of ${programmes.length} programmes have a whole journal.`,
    ],
  }
}

function lineOf({ programme, rows, headsOutside, fault, difference }: VerifiedProgramme): string {
  if (fault) return `BROKEN  ${programme}, row ${fault.seq}: ${faultInWords(fault)} (${fault.kind}).`
  if (difference)
    return `DIFFERS ${programme}, table ${difference.table}, ${difference.key}: ${inWords[difference.what]}.`
  return `whole   ${programme}: ${rows} rows, compared with ${headsOutside} signed heads outside the database.`
}

function lineOfEarlier({ programme }: VerifiedProgramme): string {
  return (
    `note    ${programme}: an earlier version of Workplan began this journal, as its rows show, and of the tables only the ` +
    'programme and its records were compared with it. Start this version once: it adds what is missing.'
  )
}

function linesOfHeads(outside: ReadHeads | null): string[] {
  if (!outside)
    return ['There are no signed heads outside the database: rows cut from the end cannot be noticed.']
  const { forged, unreadable } = outside
  return [
    ...(forged > 0 ? [`BROKEN  heads.jsonl: ${forged} lines have a signature that is not ours.`] : []),
    ...(unreadable > 0
      ? [
          `note    heads.jsonl: ${unreadable} lines cannot be read, as after a crash in the middle of a write.`,
        ]
      : []),
  ]
}
