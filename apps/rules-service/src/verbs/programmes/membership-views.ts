import type { MembershipView, PersonView } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import { membershipView } from './membership-view.ts'

/** Every programme a person is a member of, with what they may do there. */
export async function membershipViews(
  { people, store }: Pick<AppContext, 'people' | 'store'>,
  person: PersonView,
): Promise<MembershipView[]> {
  const members = await people.membershipsOf(person)
  return Promise.all(
    members.map(async (member) => membershipView(await store.readProgramme(member.programme), member)),
  )
}
