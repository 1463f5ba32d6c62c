import type { Rag, RagDimension, Report } from '@workplan/domain'

/** A rating as a person gives it in the place of that of the records. */
export interface GivenRating {
  dimension: RagDimension
  rag: Rag | null
  reason: string | null
}

/** Sends a rating from the version of the report that it was given on. */
export type Rate = (given: GivenRating, from: { version: number; attempt: string }) => Promise<Report>
