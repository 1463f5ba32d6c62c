import { z } from 'zod'
import { Audience, GapState, Id, recordBase } from '../vocabulary.ts'

export const Locality = z.strictObject({
  ...recordBase,
  name: z.string().min(1),
  within: Id.nullable(),
  /** True when the papers name only a part of the place without saying which part. */
  partial: z.boolean(),
})
export type Locality = z.infer<typeof Locality>

export const Provider = z.strictObject({
  ...recordBase,
  name: z.string().min(1),
  /** Another provider record that is the same organisation under another name. */
  sameAs: Id.nullable(),
})
export type Provider = z.infer<typeof Provider>

export const Day = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun', 'bank-holiday'])
export type Day = z.infer<typeof Day>

const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'must be a time from 00:00 to 24:00')

/** Opening hours on some days; a null time was not given. `to` earlier than `from` runs past midnight. */
export const OpeningHours = z.strictObject({
  days: z.array(Day).min(1),
  from: ClockTime.nullable(),
  to: ClockTime.nullable(),
})
export type OpeningHours = z.infer<typeof OpeningHours>

export const ServiceMode = z.enum(['telephone', 'video', 'face-to-face', 'home-visit', 'not-stated'])
export const ServiceSetting = z.enum([
  'home',
  'inpatient',
  'day-hospice',
  'hospital',
  'hospice',
  'nursing-home',
  'community',
  'bereavement',
  'support',
])

/** What must be available, where and when. `weekHours` lists the required hours; all places of the programme unless named. */
export const CoverageRequirement = z.strictObject({
  ...recordBase,
  title: z.string().min(1),
  audience: z.array(Audience).min(1),
  required: z.array(OpeningHours).min(1),
  /** Ways of giving the service that count towards the requirement; empty means any. */
  modes: z.array(ServiceMode),
  serves: z.array(Id),
  localities: z.array(Id),
  gapState: GapState,
  statedGaps: z.array(z.string()),
})
export type CoverageRequirement = z.infer<typeof CoverageRequirement>

/** `universal`: for every child; `core`: for those with a life-limiting condition; `specialist`: for complex needs. */
export const CareLevel = z.enum(['universal', 'core', 'specialist'])
export type CareLevel = z.infer<typeof CareLevel>

/** Ages in whole years, both ends included. */
export const AgeBand = z.enum(['0-4', '5-13', '14-17', '18-25'])
export type AgeBand = z.infer<typeof AgeBand>

/** A service as the papers describe it. `hours: null` means that the hours are not given. */
export const Service = z.strictObject({
  ...recordBase,
  title: z.string().min(1),
  provider: Id.nullable(),
  hostProvider: Id.nullable(),
  meets: z.array(Id),
  /** Empty when the papers do not say whom it serves. */
  audience: z.array(Audience),
  localities: z.array(Id),
  localitiesStated: z.boolean(),
  uncertainLocalities: z.array(Id),
  hours: z.array(OpeningHours).nullable(),
  hoursAsStated: z.string().nullable(),
  aroundTheClock: z.boolean().nullable(),
  reducedDays: z.array(Day),
  modes: z.array(ServiceMode),
  settings: z.array(ServiceSetting),
  users: z.array(z.string()),
  /** The condition on which it runs, such as 'depends on staffing'. */
  conditional: z.string().nullable(),
  /** Statements about it that the papers mark as to be confirmed or that read garbled. */
  queries: z.array(z.string()),
  capacity: z.string().nullable(),
  beds: z.number().int().nonnegative().nullable(),
  capacityConcern: z.boolean(),
  /** Null when the papers do not say at which level of children's care it works. */
  careLevel: CareLevel.nullable().default(null),
  /** Empty when the papers do not say which ages it serves. */
  ageBands: z.array(AgeBand).default([]),
  description: z.string().nullable(),
})
export type Service = z.infer<typeof Service>
