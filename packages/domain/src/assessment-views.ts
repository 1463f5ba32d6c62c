import { z } from 'zod'
import { RequirementKind } from './framework.ts'
import { Answer, OrganisationAnswer, RoundState } from './records/assessment.ts'
import { LevelFiguresSchema } from './report.ts'
import { EffectOnFlags } from './flag-views.ts'
import { FlagEffect } from './flag-views.ts'
import { Audience, Id, IsoDateSchema, Level, PartialDateSchema, WorkstreamApp } from './vocabulary.ts'

/** A round to start. Every scored measure of the framework begins unanswered. */
export const NewRound = z.strictObject({
  framework: Id,
  title: z.string().trim().min(1).max(200).optional(),
  /** Who fills it in, by role or team; a field of the form's heading. */
  completedBy: z.string().trim().min(1).max(200).nullable().optional(),
})
export type NewRound = z.infer<typeof NewRound>

/** To take an open round back. Its answers stay to be read; nothing counts them. */
export const RoundWithdrawal = z.strictObject({ reason: z.string().trim().min(1).max(1000) })

/** Who is to hold the clinical lead's post; null when nobody does. */
export const ClinicalLeadInput = z.strictObject({ person: Id.nullable() })
export type ClinicalLeadInput = z.infer<typeof ClinicalLeadInput>

/** Who holds the clinical lead's post, and may sign rounds off. The version is 0 while there is no such post. */
export const ClinicalLeadView = z.strictObject({
  person: z.strictObject({ id: Id, name: z.string() }).nullable(),
  version: z.number().int(),
  mayName: z.boolean(),
})
export type ClinicalLeadView = z.infer<typeof ClinicalLeadView>

/** To sign a round off, as the person saw it. */
export const RoundSignOffInput = z.strictObject({ confirmed: z.literal(true) })

/** `recorded`: it came from a form and is as it is. */
export const RoundStanding = z.enum(['recorded', ...RoundState.options])

/** One round with what it comes to. */
export const RoundSummary = z.strictObject({
  id: Id,
  /** Of the round with all its answers: it grows with every change of one of them. */
  version: z.number().int(),
  title: z.string(),
  framework: Id,
  standing: RoundStanding,
  /** Views and flags read this one. */
  current: z.boolean(),
  startedOn: IsoDateSchema.nullable(),
  completedOn: PartialDateSchema.nullable(),
  /** The capacity in which it was signed off, and by whom where that is known. */
  signedOffBy: z.string().nullable(),
  signerName: z.string().nullable(),
  signedOffOn: IsoDateSchema.nullable(),
  follows: z.strictObject({ id: Id, title: z.string() }).nullable(),
  figures: LevelFiguresSchema,
})
export type RoundSummary = z.infer<typeof RoundSummary>

/** A framework with scored measures, of which rounds are made. */
export const RoundFramework = z.strictObject({
  id: Id,
  name: z.string(),
  shortName: z.string(),
  measures: z.number().int(),
  /** The round that is current, and the one that is open; null when there is none. */
  current: Id.nullable(),
  open: Id.nullable(),
})
export type RoundFramework = z.infer<typeof RoundFramework>

/** The rounds of a programme, the latest first. */
export const RoundList = z.strictObject({
  items: z.array(RoundSummary),
  frameworks: z.array(RoundFramework),
  mayStart: z.boolean(),
})
export type RoundList = z.infer<typeof RoundList>

export const OrganisationAnswerView = z.strictObject({
  answer: OrganisationAnswer,
  version: z.number().int(),
  providerName: z.string(),
})
export type OrganisationAnswerView = z.infer<typeof OrganisationAnswerView>

/** One measure in a round: its answer, that of the round before, and those of single organisations. */
export const MeasureAnswer = z.strictObject({
  measure: z.strictObject({
    id: Id,
    kind: RequirementKind,
    number: z.string().nullable(),
    title: z.string(),
    description: z.string().nullable(),
    audience: z.array(Audience),
    ambition: z.strictObject({ id: Id, number: z.string().nullable(), title: z.string() }).nullable(),
    /** The building block it belongs to. */
    block: z.string().nullable(),
  }),
  /** The apps whose leads answer it. */
  apps: z.array(WorkstreamApp),
  answer: Answer,
  version: z.number().int(),
  last: Answer.nullable(),
  organisations: z.array(OrganisationAnswerView),
  mayAnswer: z.boolean(),
})
export type MeasureAnswer = z.infer<typeof MeasureAnswer>

/** A whole round, to be answered or read. */
export const RoundView = z.strictObject({
  round: RoundSummary,
  levels: z.array(z.strictObject({ level: Level, descriptor: z.string(), requiresEvidence: z.boolean() })),
  measures: z.array(MeasureAnswer),
  /** Organisations that can give an answer of their own. */
  providers: z.array(z.strictObject({ id: Id, name: z.string() })),
  mayAnswer: z.boolean(),
  maySignOff: z.boolean(),
  mayWithdraw: z.boolean(),
})
export type RoundView = z.infer<typeof RoundView>

/** A measure after its answer was saved, and what that did to the flags. */
export const AnswerSaved = z.strictObject({ item: MeasureAnswer, flags: FlagEffect })
export type AnswerSaved = z.infer<typeof AnswerSaved>

export const RoundSaved = z.strictObject({ item: RoundSummary, flags: FlagEffect })
export type RoundSaved = z.infer<typeof RoundSaved>

const Measures = z.array(z.strictObject({ id: Id, number: z.string().nullable(), title: z.string() }))

/** What the person who signs a round off ought to know first. */
export const SignOffView = z.strictObject({
  round: RoundSummary,
  findings: z.strictObject({
    unanswered: Measures,
    withoutEvidence: Measures,
    withoutReason: Measures,
    oldEvidence: Measures,
    undatedEvidence: Measures,
  }),
  /** What signing it off would do to the flags. */
  effect: EffectOnFlags,
  /** The round whose place it takes; null when there is none. */
  replaces: RoundSummary.nullable(),
  maySignOff: z.boolean(),
  clinicalLead: ClinicalLeadView,
})
export type SignOffView = z.infer<typeof SignOffView>
