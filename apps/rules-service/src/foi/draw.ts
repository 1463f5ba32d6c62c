import type {
  ContractsView,
  DraftedFigure,
  LevelSummary,
  ProgrammeState,
  RecordRefView,
  SharingRow,
} from '@workplan/domain'

/** What the answers of a return are drawn from, as at its day. */
export interface DrawnFrom {
  records: ProgrammeState['records']
  /** The current round's levels with the round itself; null where nothing has been assessed. */
  levels: { summary: LevelSummary; round: RecordRefView } | null
  contracts: ContractsView
  sharing: readonly SharingRow[]
}

/** What the records say about one topic. */
export interface Draw {
  sentences: string[]
  /** What the records show, as the options of a question name it. */
  fits: string[]
  figures: DraftedFigure[]
  evidence: RecordRefView[]
  unknown: string[]
  /** What is odd about an answer released before, beyond the option it chose. */
  odd: string[]
}

/** A draw that says nothing yet. */
export function emptyDraw(): Draw {
  return { sentences: [], fits: [], figures: [], evidence: [], unknown: [], odd: [] }
}
