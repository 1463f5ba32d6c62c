import type { PersonView } from '@workplan/domain'
import type { Member } from './members.ts'

/** Who people are and where they are members. */
export interface People {
  /** The member, or null when the person has no role in that programme or there is no such programme. */
  memberOf(person: string, programme: string): Promise<Member | null>
  /** The programmes a person is a member of. */
  membershipsOf(person: string): Promise<Member[]>
}

/** Who is signed in. */
export interface Sessions {
  /** The person of a request's session cookie, or null. */
  personOf(headers: Headers): Promise<PersonView | null>
}
