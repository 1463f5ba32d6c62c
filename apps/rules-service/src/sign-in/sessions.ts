import type { PersonView } from '@workplan/domain'
import { eq } from 'drizzle-orm'
import type { Database } from '../store/database.ts'
import { people } from '../store/schema/index.ts'
import type { Auth } from './create-auth.ts'

/** Who is signed in, and how that begins and ends. */
export interface Sessions {
  /** The person of a request's session cookie, or null. */
  personOf(headers: Headers): Promise<PersonView | null>
  /** Begins a session for a person; answers the cookies to set, or null when that person cannot sign in. */
  start(person: string, headers: Headers): Promise<string[] | null>
  /** Ends the session of the request on the server; answers the cookies that remove it from the browser. */
  end(headers: Headers): Promise<string[]>
}

/** Sessions kept by better-auth, for the people of this service. */
export function createSessions(auth: Auth, database: Database): Sessions {
  async function personOf(headers: Headers): Promise<PersonView | null> {
    const session = await auth.api.getSession({ headers })
    if (!session) return null
    const { id, name, title } = people
    const [person] = await database
      .select({ id, name, title })
      .from(people)
      .where(eq(people.user, session.user.id))
    return person ?? null
  }

  async function start(person: string, headers: Headers): Promise<string[] | null> {
    const [found] = await database.select({ user: people.user }).from(people).where(eq(people.id, person))
    if (!found?.user) return null
    const answer = await auth.api.startSession({ body: { user: found.user }, headers, asResponse: true })
    return answer.headers.getSetCookie()
  }

  async function end(headers: Headers): Promise<string[]> {
    const session = await auth.api.getSession({ headers })
    if (session) {
      // The library's sign-out reports success even when it could not reach the database; this one fails loud.
      const { internalAdapter } = await auth.$context
      await internalAdapter.deleteSession(session.session.token)
    }
    const answer = await auth.api.signOut({ headers, asResponse: true })
    return answer.headers.getSetCookie()
  }

  return { personOf, start, end }
}
