import type { PersonView } from '@workplan/domain'
import type { AppContext } from '../context.ts'
import type { Member } from '../members.ts'

/** What every handler finds on its Hono context. */
export interface AppEnv {
  Variables: { context: AppContext; requestId: string }
}

/** On routes for people who are signed in. */
export interface SignedInEnv {
  Variables: AppEnv['Variables'] & { person: PersonView }
}

/** On routes of a programme: who asks, with their roles in it. */
export interface MemberEnv {
  Variables: AppEnv['Variables'] & { person: PersonView; member: Member }
}
