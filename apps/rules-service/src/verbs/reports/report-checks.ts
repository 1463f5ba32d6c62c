import type { NarrativeSection, Report, ReportContent, ReportRag } from '@workplan/domain'
import { canonicalJson } from '../../store/canonical-json.ts'
import { SECTION_TITLES } from '../../documents/content/words.ts'
import { dimensionWords, ragWords } from './report-ratings.ts'

type Check = Report['checks'][number]

/** What the records would give now, and how many flags are disputed. */
export interface PresentRecords {
  fresh: ReportContent
  disputed: number
  /** The section of each comment that nobody has dealt with. */
  unresolved?: readonly NarrativeSection[]
}

/**
 * What must be put right before a draft is issued; empty when it is ready. A correction may keep the figures of the
 * report it corrects, however old they are.
 */
export function reportChecks(
  draft: ReportContent,
  { fresh, disputed, unresolved = [] }: PresentRecords,
): Check[] {
  return [
    ...staleFigures(draft, fresh),
    ...missingDecisions(draft, disputed),
    ...draft.ratings.flatMap((rating) => unreasonedOverride(rating)),
    ...draft.ratings.flatMap((rating) => unmentionedChange(rating, draft.narrative.summary)),
    ...openComments(unresolved),
  ]
}

/** The parts of a report that come from the records, as a reader calls them. */
const figureWords = {
  programme: 'the programme',
  group: 'the group',
  ratings: 'ratings',
  done: 'finished work',
  next: 'next work',
  late: 'late work',
  milestones: 'milestones',
  flagsRaised: 'flags raised',
  flagsCleared: 'flags cleared',
  openFlags: 'open flags',
  levels: 'levels',
  decisionsNeeded: 'decisions needed',
  escalated: 'questions escalated to the group',
} as const satisfies Partial<Record<keyof ReportContent, string>>

function staleFigures(draft: ReportContent, fresh: ReportContent): Check[] {
  if (draft.correction?.figuresTakenAt === draft.refreshedAt) return []
  const parts = Object.keys(figureWords) as (keyof typeof figureWords)[]
  const changed = parts.filter((part) => figuresOf(draft, part) !== figuresOf(fresh, part))
  if (changed.length === 0) return []
  const names = changed.map((part) => figureWords[part]).join(', ')
  return [
    {
      section: 'figures',
      message: `The records have changed since the figures were taken (${names}). Refresh the report and read it again.`,
    },
  ]
}

function figuresOf(content: ReportContent, part: keyof typeof figureWords): string {
  if (part !== 'ratings') return canonicalJson(content[part])
  return canonicalJson(
    content.ratings.map(({ dimension, lastPeriod, computed, reasons }) => [
      dimension,
      lastPeriod,
      computed,
      reasons,
    ]),
  )
}

function missingDecisions(
  { narrative, decisionsNeeded, escalated = [] }: ReportContent,
  disputed: number,
): Check[] {
  const waiting = decisionsNeeded.length + escalated.length + disputed
  if (narrative.decisions.trim() !== '' || waiting === 0) return []
  return [
    {
      section: 'decisions',
      message:
        'Decisions are needed, and the section about them is empty. Say what the group is asked to decide.',
    },
  ]
}

function openComments(sections: readonly NarrativeSection[]): Check[] {
  return [...Map.groupBy(sections, (section) => section)].map(([section, { length }]) => ({
    section,
    message: `${length === 1 ? '1 comment' : `${length} comments`} on ${SECTION_TITLES[section].toLowerCase()} ${length === 1 ? 'is' : 'are'} not dealt with.`,
  }))
}

function unreasonedOverride({ dimension, rag, computed, overrideReason }: ReportRag): Check[] {
  if (rag === computed || overrideReason?.trim()) return []
  return [
    {
      section: 'ratings',
      message: `${dimensionWords[dimension]} is rated ${ragWords[rag]} and the records say ${ragWords[computed]}. Give the reason.`,
    },
  ]
}

function unmentionedChange({ dimension, lastPeriod, rag }: ReportRag, summary: string): Check[] {
  const word = dimensionWords[dimension]
  if (lastPeriod === null || lastPeriod === rag || summary.toLowerCase().includes(word.toLowerCase()))
    return []
  return [
    {
      section: 'summary',
      message: `${word} has gone from ${ragWords[lastPeriod]} to ${ragWords[rag]} since the last report. Say so in the summary.`,
    },
  ]
}
