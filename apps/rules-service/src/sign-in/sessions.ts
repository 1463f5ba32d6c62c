import type { PersonView } from '@workplan/domain'
import { and, eq, isNull } from 'drizzle-orm'
import type { Database } from '../store/database.ts'
import { authSessions, people } from '../store/schema/index.ts'
import type { Auth } from './create-auth.ts'
import { watched } from './outcome.ts'
import { noteSecurity, recordSecurity } from './security-journal.ts'
import type { SignInConfig } from './sign-in-config.ts'

/** Who is signed in, and how that begins and ends. */
export interface Sessions {
  /** The person of a request's session cookie, or null. */
  personOf(headers: Headers): Promise<PersonView | null>
  /** Begins a session for a person; answers the cookies to set, or null when that person cannot sign in. */
  start(person: string, headers: Headers): Promise<string[] | null>
  /** Ends the session of the request on the server; answers the cookies that remove it from the browser. */
  end(headers: Headers): Promise<string[]>
}

interface Sources {
  auth: Auth
  database: Database
  config: { signIn: Pick<SignInConfig, 'idleMinutes'> }
  now: () => Date
}

/** How exactly it is known when a session was last used. */
const USE_KEPT_EVERY_MS = 60_000

/** Sessions kept by better-auth, for the people of this service. */
export function createSessions({ auth, database, config, now }: Sources): Sessions {
  const idleMs = config.signIn.idleMinutes * 60_000

  async function personOf(headers: Headers): Promise<PersonView | null> {
    const found = await auth.api.getSession({ headers })
    if (!found) return null
    const { id, name, title } = people
    const [person] = await database
      .select({ id, name, title })
      .from(people)
      .where(and(eq(people.user, found.user.id), isNull(people.disabledAt)))
    if (!person) return null
    const { id: session, updatedAt } = found.session
    const unused = now().getTime() - updatedAt.getTime()
    if (unused > idleMs) {
      await expire(session, person.id)
      return null
    }
    if (unused > USE_KEPT_EVERY_MS)
      await database.update(authSessions).set({ updatedAt: now() }).where(eq(authSessions.id, session))
    return person
  }

  async function expire(session: string, person: string): Promise<void> {
    await database.transaction(async (db) => {
      const ended = await db.delete(authSessions).where(eq(authSessions.id, session)).returning()
      if (ended.length > 0)
        await noteSecurity(db, { actor: 'system', action: 'session.expired', person }, now())
    })
  }

  async function start(person: string, headers: Headers): Promise<string[] | null> {
    const [found] = await database
      .select({ user: people.user })
      .from(people)
      .where(and(eq(people.id, person), isNull(people.disabledAt)))
    const user = found?.user
    if (!user) return null
    const { answer } = await watched(() =>
      auth.api.startSession({ body: { user }, headers, asResponse: true }),
    )
    await recordSecurity(
      database,
      { actor: person, action: 'sign-in.done', person, detail: { by: 'demonstration' } },
      now(),
    )
    return answer.headers.getSetCookie()
  }

  async function end(headers: Headers): Promise<string[]> {
    const session = await auth.api.getSession({ headers })
    if (session) {
      // The library's sign-out reports success even when it could not reach the database; this one fails loud.
      const { internalAdapter } = await auth.$context
      await internalAdapter.deleteSession(session.session.token)
      const [person] = await database
        .select({ id: people.id })
        .from(people)
        .where(eq(people.user, session.user.id))
      if (person)
        await recordSecurity(
          database,
          { actor: person.id, action: 'sign-out.done', person: person.id },
          now(),
        )
    }
    const answer = await auth.api.signOut({ headers, asResponse: true })
    return answer.headers.getSetCookie()
  }

  return { personOf, start, end }
}

/** Ends every session of a person, from the next request on; in the caller's transaction. */
export async function endSessionsOf(
  db: Pick<Database, 'select' | 'delete'>,
  person: string,
): Promise<number> {
  const [found] = await db.select({ user: people.user }).from(people).where(eq(people.id, person))
  if (!found?.user) return 0
  const ended = await db
    .delete(authSessions)
    .where(eq(authSessions.userId, found.user))
    .returning({ id: authSessions.id })
  return ended.length
}
