import type { PersonView, SessionView } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import { membershipViews } from '../programmes/membership-views.ts'

/** Who is signed in and what they may do; nobody, when null. */
export async function sessionView(context: AppContext, person: PersonView | null): Promise<SessionView> {
  const programmes = person ? await membershipViews(context, person) : []
  return { person, demonstration: context.config.demonstration, programmes }
}
