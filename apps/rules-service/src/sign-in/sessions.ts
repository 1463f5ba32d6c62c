import type { PersonView } from '@workplan/domain'
import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Member } from '../members.ts'
import { memberWith } from '../people.ts'
import type { Database } from '../store/database.ts'
import { askInProgramme } from '../store/isolation.ts'
import { preparedQuery } from '../store/transaction.ts'
import { authSessions, memberships, people, programmes } from '../store/schema/index.ts'
import type { Auth } from './create-auth.ts'
import { watched } from './outcome.ts'
import { noteSecurity, recordSecurity } from './security-journal.ts'
import type { SignInConfig } from './sign-in-config.ts'

/** Who is signed in, and how that begins and ends. */
export interface Sessions {
  /** The person of a request's session cookie, or null. Read anew for every request, so that an end counts at once. */
  personOf(headers: Headers): Promise<PersonView | null>
  /**
   * As personOf, with what that person is in a programme: null when they have no role there or there is none. One reading of
   * the database, so that a change of role counts at once, too.
   */
  memberOf(headers: Headers, programme: string): Promise<{ person: PersonView; member: Member | null } | null>
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
const TOKENS_KEPT = 1_000

/** Sessions kept by better-auth, for the people of this service. */
export function createSessions({ auth, database, config, now }: Sources): Sessions {
  const idleMs = config.signIn.idleMinutes * 60_000

  const tokens = new Map<string, string>()

  /** The token of a cookie with our signature. Kept: of one cookie it is always the same, and checking takes a while. */
  async function tokenOf(headers: Headers): Promise<string | null> {
    const cookie = headers.get('cookie')
    if (cookie === null) return null
    const known = tokens.get(cookie)
    if (known !== undefined) return known
    const { token } = await auth.api.sessionToken({ headers })
    if (token !== null) tokens.set(cookie, token)
    const [oldest] = tokens.keys()
    if (tokens.size > TOKENS_KEPT && oldest !== undefined) tokens.delete(oldest)
    return token
  }

  async function personOf(headers: Headers): Promise<PersonView | null> {
    const token = await tokenOf(headers)
    const [found] = token === null ? [] : await sessionQuery(database, token).execute()
    return found && (await isInUse(found.session)) ? found.person : null
  }

  async function memberOf(headers: Headers, programme: string) {
    const token = await tokenOf(headers)
    if (token === null) return null
    const rows = await askInProgramme(database, programme, (db) => ({
      execute: () => memberQuery(db).execute({ token, programme }),
    }))
    const [found] = rows
    if (!found || !(await isInUse(found.session))) return null
    const { person, national, exists } = found
    const memberships = rows.flatMap(({ membership }) => membership ?? [])
    return { person, member: exists === null ? null : memberWith(person, programme, memberships, national) }
  }

  /** False when a session has come to its end; otherwise its use is noted. */
  async function isInUse({ id, person, expiresAt, updatedAt }: FoundSession): Promise<boolean> {
    const at = now()
    if (expiresAt <= at) {
      await database.delete(authSessions).where(eq(authSessions.id, id))
      return false
    }
    const unused = at.getTime() - updatedAt.getTime()
    if (unused > idleMs) {
      await expire(id, person)
      return false
    }
    if (unused > USE_KEPT_EVERY_MS)
      await database.update(authSessions).set({ updatedAt: at }).where(eq(authSessions.id, id))
    return true
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

  return { personOf, memberOf, start, end }
}

interface FoundSession {
  id: string
  /** The person's id. */
  person: string
  expiresAt: Date
  updatedAt: Date
}

const sessionOfPerson = {
  session: {
    id: authSessions.id,
    person: people.id,
    expiresAt: authSessions.expiresAt,
    updatedAt: authSessions.updatedAt,
  },
  person: { id: people.id, name: people.name, title: people.title },
}

/** The session with its person, unless that person may not sign in any more. */
function sessionQuery(db: Pick<Database, 'select'>, token: string) {
  return db
    .select(sessionOfPerson)
    .from(authSessions)
    .innerJoin(people, and(eq(people.user, authSessions.userId), isNull(people.disabledAt)))
    .where(eq(authSessions.token, token))
}

/** As sessionQuery, with a row for each role in the programme, or one without when there is none. */
const memberQuery = preparedQuery((db) => {
  const programme = sql.placeholder('programme')
  const { role, app, workstreams, groups } = memberships
  return db
    .select({
      ...sessionOfPerson,
      national: people.national,
      exists: programmes.id,
      membership: { role, app, workstreams, groups },
    })
    .from(authSessions)
    .innerJoin(people, and(eq(people.user, authSessions.userId), isNull(people.disabledAt)))
    .leftJoin(programmes, eq(programmes.id, programme))
    .leftJoin(memberships, and(eq(memberships.person, people.id), eq(memberships.programme, programme)))
    .where(eq(authSessions.token, sql.placeholder('token')))
    .orderBy(asc(memberships.id))
    .prepare('member')
})

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
