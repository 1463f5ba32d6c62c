import { Problem, type ProblemCode, type ProgrammeState } from '@workplan/domain'
import { pino } from 'pino'
import { expect } from 'vitest'
import { createApp } from '../app.ts'
import type { Config } from '../config.ts'
import type { AppContext } from '../context.ts'
import { createDocuments } from '../documents/create-documents.ts'
import { addPeople } from '../demonstration/load-demonstration.ts'
import { demonstrationMembers } from '../demonstration/demonstration-people.ts'
import { createPeople } from '../people.ts'
import type { StaticFolders } from '../routes/apps.ts'
import type { Rules } from '../rules.ts'
import { createAttemptLimit } from '../sign-in/attempt-limit.ts'
import { createAuth } from '../sign-in/create-auth.ts'
import { createSessions } from '../sign-in/sessions.ts'
import { openChangeFeed } from '../store/change-feed.ts'
import { createStore } from '../store/create-store.ts'
import type { MembershipRow } from '../store/store.ts'
import { lateTaskRules, smallProgramme } from './small-programme.ts'
import { openTestDatabase, type TestDatabase } from './test-database.ts'

export interface TestService {
  context: AppContext
  opened: TestDatabase
  app: ReturnType<typeof createApp>
  /** The cookie of a new session of a demonstration person. */
  signIn(person: string): Promise<string>
  /** A request; `json` becomes the body of a write. */
  send(path: string, options?: SendOptions): Promise<Response>
  stop(): void
  close(): Promise<void>
}

export interface SendOptions {
  cookie?: string
  method?: string
  json?: unknown
  headers?: Record<string, string>
}

export interface TestServiceOptions {
  programmes?: { state: ProgrammeState; members?: readonly MembershipRow[] }[]
  rules?: Rules
  config?: Partial<Config>
  folders?: StaticFolders
  now?: () => Date
}

export const testConfig: Config = {
  port: 0,
  host: '127.0.0.1',
  dataFolder: '/nonexistent',
  databaseUrl: null,
  ownerUrl: null,
  headsFolder: null,
  demonstration: true,
  signIn: { singleSignOn: null, localAccounts: false, idleMinutes: 60, sessionHours: 12 },
  secret: null,
  publicUrl: null,
  requestsPerMinute: 1_000_000,
  trustedProxies: [],
  logLevel: 'silent',
  commit: null,
  chromium: null,
  mail: null,
}

/** The real service over a database of its own, with the demonstration people in the programmes given. */
export async function openTestService(options: TestServiceOptions = {}): Promise<TestService> {
  const opened = await openTestDatabase()
  const service = await openServiceOver(opened, options)
  await addPeople(opened.database, new Date())
  for (const { state, members } of options.programmes ?? [{ state: smallProgramme('alpha') }])
    await service.context.store.addProgramme(state, members ?? demonstrationMembers)
  return service
}

/** Another instance of the service over a database that is open already. */
export async function openServiceOver(
  opened: TestDatabase,
  { rules = lateTaskRules(), config, folders, now = () => new Date() }: TestServiceOptions = {},
): Promise<TestService> {
  const { database } = opened.app
  const log = pino({ level: 'silent' })
  const settings = { ...testConfig, ...config }
  const auth = createAuth({ config: settings, database, secret: 'for-tests-only-'.repeat(4), log, now })
  const changes = await openChangeFeed(opened.app.connection, log)
  const documents = createDocuments(settings)
  const stopping = new AbortController()
  const context: AppContext = {
    config: settings,
    log,
    now,
    database,
    store: createStore({ database, rules, now }),
    rules,
    people: createPeople(database),
    sessions: createSessions({ auth, database, config: settings, now }),
    auth,
    attempts: createAttemptLimit(database, now),
    changes,
    documents,
    stopping: stopping.signal,
  }
  const app = createApp(context, folders)

  async function send(path: string, { cookie, method, json, headers }: SendOptions = {}): Promise<Response> {
    return app.request(path, {
      method: method ?? (json === undefined ? 'GET' : 'POST'),
      headers: {
        ...(cookie !== undefined && { cookie }),
        ...(json !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(json !== undefined && { body: JSON.stringify(json) }),
    })
  }

  return {
    context,
    opened,
    app,
    send,
    async signIn(person) {
      const answer = await send('/api/session/demo', { json: { person } })
      expect(answer.status).toBe(200)
      return answer.headers.getSetCookie().join('; ').split(';')[0] ?? ''
    },
    stop: () => stopping.abort(),
    close: async () => {
      stopping.abort()
      await changes.close()
      await documents.stop()
      await opened.close()
    },
  }
}

/** The problem of an answer, which must have this code and be of the type of problems. */
export async function expectProblem(answer: Response, code: ProblemCode): Promise<Problem> {
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  const problem = Problem.parse(await answer.json())
  expect({ code: problem.code, status: problem.status }).toEqual({ code, status: answer.status })
  return problem
}
