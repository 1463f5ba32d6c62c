import { z } from 'zod'
import { KnownAsAt } from './as-at.ts'
import { FlagStatus } from './flag.ts'
import { FlagEvent } from './flag-views.ts'
import { AnswerState } from './records/assessment.ts'
import { JournalEntry } from './views.ts'
import { Id, Level, Severity } from './vocabulary.ts'

/** The journal entries behind a change, oldest first: by way of these it came about. */
const entries = z.array(z.number().int())

/** One field of a record before and after, in the words of the record's own page; null where it was not stated. */
export const FieldComparison = z.strictObject({
  field: z.string(),
  label: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
})
export type FieldComparison = z.infer<typeof FieldComparison>

/** What happened to one task between two moments. Of a task that was created, `before` is null throughout. */
export const TaskComparison = z.strictObject({
  id: Id,
  title: z.string(),
  created: z.boolean(),
  /** True for a task that is done now and was not before. */
  ended: z.boolean(),
  changes: z.array(FieldComparison),
  entries,
})
export type TaskComparison = z.infer<typeof TaskComparison>

/** How one measure was answered before and after: unanswered, not applicable and level 0 are three different things. */
export const AnswerSeen = z.strictObject({
  state: AnswerState,
  level: Level.nullable(),
})
export type AnswerSeen = z.infer<typeof AnswerSeen>

export const MeasureComparison = z.strictObject({
  id: Id,
  number: z.string().nullable(),
  title: z.string(),
  before: AnswerSeen,
  after: AnswerSeen,
  /** What else of the answer is other than it was: its evidence, gap, next step and the like. */
  changes: z.array(FieldComparison),
  entries,
})
export type MeasureComparison = z.infer<typeof MeasureComparison>

/** Measures at level 3 and above of one ambition or of all: how many of how many answered, and of all there are. */
const LevelsSeen = z.strictObject({
  measures: z.number().int(),
  answered: z.number().int(),
  level3AndAbove: z.number().int(),
})

export const AmbitionComparison = z.strictObject({
  id: Id,
  number: z.number().int(),
  title: z.string(),
  before: LevelsSeen.nullable(),
  after: LevelsSeen.nullable(),
})
export type AmbitionComparison = z.infer<typeof AmbitionComparison>

/** What a person said about a flag, and in which words. */
export const FlagRemark = z.strictObject({
  event: FlagEvent.shape.event.extract([
    'assigned',
    'accepted',
    'acceptance-requested',
    'disputed',
    'asked',
    'answered',
  ]),
  words: z.string().nullable(),
})
export type FlagRemark = z.infer<typeof FlagRemark>

export const FlagComparison = z.strictObject({
  id: z.string(),
  title: z.string(),
  subject: z.strictObject({ kind: z.string(), id: z.string(), title: z.string() }),
  severity: Severity,
  /** Null when there was no such flag before. */
  before: FlagStatus.nullable(),
  after: FlagStatus.nullable(),
  /** What was decided, asked and answered about it in between, oldest first. */
  said: z.array(FlagRemark),
  entries,
})
export type FlagComparison = z.infer<typeof FlagComparison>

/** What changed in a programme from one moment to another. */
export const Comparison = z.strictObject({
  from: KnownAsAt,
  to: KnownAsAt,
  tasks: z.array(TaskComparison),
  measures: z.array(MeasureComparison),
  ambitions: z.array(AmbitionComparison),
  /** Not standing before, standing after. */
  raised: z.array(FlagComparison),
  /** Standing before, and not after. */
  cleared: z.array(FlagComparison),
  /** Standing after, with another status than before or with something said about it in between. */
  decided: z.array(FlagComparison),
  /** Every journal entry that is named above, by its number. */
  journal: z.array(JournalEntry),
  /** How many journal entries in between are named nowhere above, by what they are about, the most first. */
  elsewhere: z.array(z.strictObject({ kind: z.string(), entries: z.number().int().positive() })),
})
export type Comparison = z.infer<typeof Comparison>
