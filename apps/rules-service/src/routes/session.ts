import { z } from '@hono/zod-openapi'
import { DemonstrationPerson, Id, SessionView } from '@workplan/domain'
import type { AppContext } from '../context.ts'
import { demonstrationPeople } from '../demonstration/demonstration-people.ts'
import { AppError } from '../errors.ts'
import { setCookies } from '../http/cookies.ts'
import { publicRoute, routeGroup } from '../http/routes.ts'
import { sessionView } from '../verbs/sign-in/session-view.ts'

const tags = ['Session']
const session = { content: { 'application/json': { schema: SessionView } } }

const getSession = publicRoute({
  method: 'get',
  path: '/api/session',
  summary: 'Who I am and what I may do',
  tags,
  responses: { 200: { description: 'The session, also when nobody is signed in', ...session } },
})

const deleteSession = publicRoute({
  method: 'delete',
  path: '/api/session',
  summary: 'Sign out',
  tags,
  responses: { 204: { description: 'The session is ended on the server' } },
})

const listDemonstrationPeople = publicRoute({
  method: 'get',
  path: '/api/session/demo',
  summary: 'The people of the demonstration',
  tags,
  responses: {
    200: {
      description: 'People one can sign in as; 404 when this is no demonstration',
      content: { 'application/json': { schema: z.object({ items: z.array(DemonstrationPerson) }) } },
    },
  },
})

const signInToDemonstration = publicRoute({
  method: 'post',
  path: '/api/session/demo',
  summary: 'Sign in as a person of the demonstration',
  tags,
  request: {
    body: { content: { 'application/json': { schema: z.strictObject({ person: Id }) } }, required: true },
  },
  responses: { 200: { description: 'The new session', ...session } },
})

/** Who is signed in; signing in to the demonstration, and out. */
export function sessionRoutes(context: AppContext) {
  const { sessions, config } = context

  function requireDemonstration(): void {
    if (!config.demonstration) throw new AppError('not-found', 'This is no demonstration.')
  }

  return routeGroup()
    .openapi(getSession, async (c) =>
      c.json(await sessionView(context, await sessions.personOf(c.req.raw.headers)), 200),
    )
    .openapi(deleteSession, async (c) => {
      setCookies(c, await sessions.end(c.req.raw.headers))
      return c.body(null, 204)
    })
    .openapi(listDemonstrationPeople, (c) => {
      requireDemonstration()
      return c.json({ items: [...demonstrationPeople] }, 200)
    })
    .openapi(signInToDemonstration, async (c) => {
      requireDemonstration()
      const { person: id } = c.req.valid('json')
      const found = demonstrationPeople.find((person) => person.id === id)
      const cookies = found ? await sessions.start(id, c.req.raw.headers) : null
      if (!found || !cookies) throw new AppError('not-found', 'There is no such person in the demonstration.')
      setCookies(c, cookies)
      return c.json(await sessionView(context, { id: found.id, name: found.name, title: found.title }), 200)
    })
}
