import { z } from 'zod'
import { Audience, Id, Level, Source } from './vocabulary.ts'

/**
 * The kinds of requirement. `aim` and `action` are the wants and actions of a local strategy, `enabler` what it
 * rests on; a `definition` explains a duty and has nothing to meet by itself.
 */
export const RequirementKind = z.enum([
  'duty',
  'definition',
  'ambition',
  'building-block',
  'measure',
  'foundation',
  'principle',
  'delivery-plan-item',
  'aim',
  'action',
  'enabler',
])
export type RequirementKind = z.infer<typeof RequirementKind>

export const DutyType = z.enum([
  'legal-duty',
  'core-responsibility',
  'key-consideration',
  'overarching-action',
  'specific-action',
  'sub-requirement',
])
export type DutyType = z.infer<typeof DutyType>

/** One thing a framework asks for. `number` is the one people quote: `1.1.3`, `s3(1)(h)`. */
export const Requirement = z.strictObject({
  id: Id,
  kind: RequirementKind,
  number: z.string().nullable(),
  title: z.string().min(1),
  description: z.string().nullable(),
  parent: Id.nullable(),
  audience: z.array(Audience).min(1),
  /** `stated` in the framework's own words, or our classification. */
  audienceBasis: z.enum(['stated', 'classified']),
  themes: z.array(z.string()).default([]),
  /** Parts that a duty names one by one and that records may cover or leave out. */
  elements: z.array(z.string()).default([]),
  dutyType: DutyType.nullable().default(null),
  /** Measures only: a heading row is not scored and is in no denominator. */
  scored: z.boolean().default(false),
  /** The national requirement a local one answers to, when the document says so. */
  nationalCounterpart: Id.nullable().default(null),
  source: Source,
  note: z.string().optional(),
})
export type Requirement = z.infer<typeof Requirement>

export const LevelDescriptor = z.strictObject({
  level: Level,
  descriptor: z.string().min(1),
  requiresEvidence: z.boolean().default(false),
})
export type LevelDescriptor = z.infer<typeof LevelDescriptor>

/** A dated catalogue of requirements. Order in `requirements` is the framework's own. */
export const Framework = z.strictObject({
  id: Id,
  name: z.string().min(1),
  shortName: z.string().min(1),
  kind: z.enum(['statutory-guidance', 'national-framework', 'delivery-plan', 'local-strategy']),
  published: z.string().nullable(),
  version: z.string().min(1),
  source: Source,
  note: z.string().optional(),
  levels: z.array(LevelDescriptor).default([]),
  requirements: z.array(Requirement),
})
export type Framework = z.infer<typeof Framework>

/**
 * A link that a document itself asserts between requirements, tasks, workstreams and other records.
 * Everything named in one row is linked to everything else in it. `programme` is null when it holds for all.
 */
export const CrosswalkLink = z.strictObject({
  id: Id,
  programme: Id.nullable(),
  requirements: z.array(Id),
  tasks: z.array(Id).default([]),
  workstreams: z.array(Id).default([]),
  records: z.array(Id).default([]),
  meaning: z.string().nullable().default(null),
  matchBasis: z.string().nullable().default(null),
  source: Source,
  note: z.string().optional(),
})
export type CrosswalkLink = z.infer<typeof CrosswalkLink>

/** Frameworks and crosswalk together, with requirements found by id. */
export interface FrameworkLibrary {
  frameworks: Framework[]
  crosswalk: CrosswalkLink[]
  requirements: ReadonlyMap<string, Requirement & { framework: string }>
}
