import { z } from 'zod'
import { EvidenceState } from './records/assessment.ts'
import { ServiceView } from './coverage-views.ts'
import { FlagSummary } from './flag-views.ts'
import { RecordRefView, RequirementRef } from './reference-views.ts'
import { Id, Level } from './vocabulary.ts'

/** What the service answers about who sees the shared record, and about hospices and their contracts. */

/**
 * Whether a care setting sees a record: `yes` and `not-yet` are answers, `not-answered` and `not-applicable` say that
 * there is none, `not-known` that the answer speaks of something else.
 */
export const Sight = z.enum(['yes', 'not-yet', 'not-answered', 'not-applicable', 'not-known'])
export type Sight = z.infer<typeof Sight>

/** One care setting: whether it sees the shared end of life record, by the current self-assessment. */
export const SharingRow = z.strictObject({
  setting: z.string(),
  measure: RequirementRef,
  answer: z
    .strictObject({
      id: Id,
      level: Level.nullable(),
      evidence: z.string().nullable(),
      evidenceState: EvidenceState,
    })
    .nullable(),
  /** What the measure asks about. */
  asked: Sight,
  /** What the answer speaks of instead, and whether the setting sees that. */
  instead: z.strictObject({ what: z.string(), sees: Sight }).nullable(),
  /** What was published about this setting. */
  claims: z.array(z.strictObject({ id: Id, statement: z.string(), publishedIn: z.string() })),
  flags: z.array(FlagSummary),
})
export type SharingRow = z.infer<typeof SharingRow>

/** What one asks of a contract. */
export const ContractTerm = z.enum([
  'holder',
  'type',
  'term',
  'funding-basis',
  'risk-share',
  'uplift',
  'value',
])
export type ContractTerm = z.infer<typeof ContractTerm>

/** What the papers say about one term of the hospice contracts, all contracts together. */
export const ContractStatement = z.strictObject({
  term: ContractTerm,
  /** Each thing that is said; empty when it is not known. */
  said: z.array(
    z.strictObject({
      value: z.union([z.string(), z.number(), z.boolean()]),
      unit: z.enum(['pounds', 'percent']).nullable(),
      /** Whom or when it is about, as the figure is named; null when it is about all. */
      about: z.string().nullable(),
      /** The year it holds for, when one is given. */
      year: z.string().nullable(),
      record: RecordRefView,
      basis: z.enum(['stated', 'inferred']),
    }),
  ),
  flags: z.array(FlagSummary),
})
export type ContractStatement = z.infer<typeof ContractStatement>

/** A provider of hospice care with the services that are on record for it. */
export const HospiceView = z.strictObject({
  provider: z.strictObject({ id: Id, name: z.string() }).nullable(),
  services: z.array(ServiceView),
})
export type HospiceView = z.infer<typeof HospiceView>

export const ContractsView = z.strictObject({
  terms: z.array(ContractStatement),
  hospices: z.array(HospiceView),
})
export type ContractsView = z.infer<typeof ContractsView>
