import { z } from 'zod'
import { AgeBand, CareLevel, Day, OpeningHours, ServiceMode } from './records/coverage.ts'
import { Audience, Id } from './vocabulary.ts'

/** What may be changed on a service. A field left out stays as it is; null empties it. */
export const ServiceChange = z
  .strictObject({
    hours: z.array(OpeningHours).max(50).nullable().optional(),
    aroundTheClock: z.boolean().nullable().optional(),
    reducedDays: z.array(Day).max(8).optional(),
    localities: z.array(Id).max(200).optional(),
    uncertainLocalities: z.array(Id).max(200).optional(),
    meets: z.array(Id).max(50).optional(),
    audience: z.array(Audience).max(4).optional(),
    modes: z.array(ServiceMode).max(5).optional(),
    conditional: z.string().trim().min(1).max(1000).nullable().optional(),
    queries: z.array(z.string().trim().min(1).max(1000)).max(50).optional(),
    capacityConcern: z.boolean().optional(),
    careLevel: CareLevel.nullable().optional(),
    ageBands: z.array(AgeBand).max(4).optional(),
    description: z.string().trim().min(1).max(4000).nullable().optional(),
  })
  .refine((change) => Object.keys(change).length > 0, { message: 'Change at least one field' })
export type ServiceChange = z.infer<typeof ServiceChange>

/** A change of a service to save. The reason is in the person's words; it is kept in the journal, not on the service. */
export const ServiceUpdate = z.strictObject({
  change: ServiceChange,
  reason: z.string().trim().max(1000).optional(),
})
export type ServiceUpdate = z.infer<typeof ServiceUpdate>
