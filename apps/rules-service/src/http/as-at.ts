import { z } from '@hono/zod-openapi'
import { AsAt, KnownAsAt } from '@workplan/domain'
import type { LoadedProgramme } from '../store/programme.ts'
import type { PastReport, Store } from '../store/store.ts'

/** The parameter of every view that can be had as at a moment; add it to a query with `.extend()`. */
export const asAtParameter = { asAt: AsAt.optional() }

/** The query of a view that takes nothing else. */
export const asAtQuery = z.object(asAtParameter)

/** An answer that says what it rests on when it was asked for as at a moment. */
export function withKnown<Shape extends z.ZodRawShape>(schema: z.ZodObject<Shape>) {
  return schema.extend({ known: KnownAsAt.optional() })
}

/** A programme to look at: as it stands, or as it was known at the moment asked for. */
export interface Viewed {
  programme: LoadedProgramme
  /** What the answer has to say of the moment; nothing for the present. */
  said: { known?: KnownAsAt }
  /** The reports of that moment; null for those that are stored now. */
  reports: readonly PastReport[] | null
  /** Narrows a reading of the journal to that moment. */
  journal: { before?: number }
}

/** Reads a programme for a view. Throws `not-found`, and `invalid-input` for a moment in the future. */
export async function viewProgramme(
  store: Pick<Store, 'readProgramme' | 'readAsAt'>,
  id: string,
  asAt: AsAt | undefined,
): Promise<Viewed> {
  if (asAt === undefined)
    return { programme: await store.readProgramme(id), said: {}, reports: null, journal: {} }
  const { programme, reports, known } = await store.readAsAt(id, asAt)
  return { programme, said: { known }, reports, journal: { before: known.entry + 1 } }
}
