import { z } from 'zod'
import { CoverageRequirement, Service } from './records/coverage.ts'
import { ServiceChange } from './service-change.ts'
import { FlagSummary } from './flag-views.ts'
import { RequirementRef } from './reference-views.ts'
import { Id, Level } from './vocabulary.ts'

/** What the service answers about services, and about who is there, where and when. */

/**
 * How sure it is that somebody is there: `covered` for the whole place, `partly` for a part of it, `conditional` on
 * something such as staffing, `unconfirmed` because hours, place, way or the statement itself is in doubt, `nobody`
 * recorded.
 */
export const CoverState = z.enum(['covered', 'partly', 'conditional', 'unconfirmed', 'nobody'])
export type CoverState = z.infer<typeof CoverState>

/** Hours of a week: required, and how many of them stand in each state. */
export const CoverTotals = z.strictObject({
  required: z.number(),
  inState: z.record(CoverState, z.number()),
  /** Null when no hours are required. */
  percentCovered: z.number().nullable(),
})
export type CoverTotals = z.infer<typeof CoverTotals>

/**
 * Required hours in a row that stand the same way, in minutes from Monday 00:00, the end not included. A bank holiday
 * is an eighth day after Sunday.
 */
export const CoverRun = z.strictObject({
  from: z.number().int().nonnegative(),
  to: z.number().int().positive(),
  state: CoverState,
  /** The services that make it so. */
  services: z.array(Id),
  /** Of a part: the places inside that those services name. */
  parts: z.array(z.strictObject({ id: Id, name: z.string() })),
})
export type CoverRun = z.infer<typeof CoverRun>

/** The required hours of one place's week, in order. */
export const PlaceWeek = z.strictObject({
  /** The id of its record; that of the rest of a place ends in `.rest` and has no record. */
  id: Id,
  name: z.string(),
  /** The place of the requirement that it lies inside; null for the place itself. Inner places count in no total. */
  inside: Id.nullable(),
  recorded: z.boolean(),
  totals: CoverTotals,
  runs: z.array(CoverRun),
})
export type PlaceWeek = z.infer<typeof PlaceWeek>

/** One coverage requirement against the services that meet it, place by place. */
export const CoverageWeek = z.strictObject({
  requirement: Id,
  title: z.string(),
  totals: CoverTotals,
  places: z.array(PlaceWeek),
})
export type CoverageWeek = z.infer<typeof CoverageWeek>

/** A service as lists show it: its record, with what its ids name. */
export const ServiceView = z.strictObject({
  service: Service,
  version: z.number().int(),
  providerName: z.string().nullable(),
  hostName: z.string().nullable(),
  /** Its hours in words; null when the papers do not give them. */
  hours: z.string().nullable(),
  places: z.array(z.strictObject({ id: Id, name: z.string(), uncertain: z.boolean() })),
  meets: z.array(z.strictObject({ id: Id, title: z.string() })),
  flags: z.array(FlagSummary),
})
export type ServiceView = z.infer<typeof ServiceView>

/** The week of a requirement with what the papers say about it and every service that they name for it. */
export const CoverageView = CoverageWeek.extend({
  record: CoverageRequirement,
  serves: z.array(RequirementRef),
  services: z.array(ServiceView),
  /** What the current self-assessment answers on the measures it serves. */
  answers: z.array(z.strictObject({ id: Id, measure: RequirementRef, level: Level.nullable() })),
  /** Flags on the requirement, and those on other subjects for the hours that it leaves open. */
  flags: z.array(FlagSummary),
})
export type CoverageView = z.infer<typeof CoverageView>

/** A change of a service, to see which hours it would cover. */
export const CoverageTrial = z.strictObject({ service: Id, change: ServiceChange })
export type CoverageTrial = z.infer<typeof CoverageTrial>
