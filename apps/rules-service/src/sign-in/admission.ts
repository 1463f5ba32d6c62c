import { eq } from 'drizzle-orm'
import type { Database } from '../store/database.ts'
import { people } from '../store/schema/index.ts'
import { acceptInvitation } from './invitations.ts'

/** Why a user of the sign-in gets no session although they have shown who they are. */
export type AdmissionFault = 'unknown-person' | 'disabled'

export interface Admission {
  /** Null when they may come in. */
  fault: AdmissionFault | null
  person: string | null
}

interface Arrival {
  user: string
  /** The hash of the link they came with, when they came with one. */
  tokenHash: string | null
  /** False at a first step that more must follow: an invitation is taken up by the last one only. */
  complete: boolean
  at: Date
}

/** Whether a user is a person of this service who may sign in; the first time, an invitation makes them one. */
export function admit(database: Database, { user, tokenHash, complete, at }: Arrival): Promise<Admission> {
  return database.transaction(async (db) => {
    const { id, disabledAt } = people
    const [known] = await db.select({ id, disabledAt }).from(people).where(eq(people.user, user))
    if (known) return { fault: known.disabledAt ? 'disabled' : null, person: known.id }
    if (!complete) return { fault: null, person: null }
    const person = await acceptInvitation(db, tokenHash ? { tokenHash } : { user }, { user, at })
    return { fault: person ? null : 'unknown-person', person }
  })
}
