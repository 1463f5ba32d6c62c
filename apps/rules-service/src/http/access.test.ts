import { Action } from '@workplan/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApi } from '../api.ts'
import { createApp } from '../app.ts'
import { apiDocument } from '../openapi/api-document.ts'
import { OPEN_ROUTES } from '../testing/open-routes.ts'
import { expectProblem, openTestService, type TestService } from '../testing/test-service.ts'

const ROLES = [
  'person.viewer',
  'person.lead-adult',
  'person.sro',
  'person.secretary',
  'person.programme-office',
] as const

let service: TestService
beforeAll(async () => {
  service = await openTestService()
})
afterAll(() => service.close())

function declaredRoutes(): { name: string; method: string; path: string; access: string }[] {
  const { paths } = apiDocument(createApi(service.context))
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
      method: method.toUpperCase(),
      path: path.replace('{programme}', 'alpha').replaceAll(/\{\w+\}/g, 'x'),
      access: operation['x-access'],
    })),
  )
}

describe('every route of the real router', () => {
  it('declares who may call it', () => {
    const declared = new Set(declaredRoutes().map(({ name }) => name))
    const routes = createApp(service.context).routes.filter(({ method }) => method !== 'ALL')
    const undeclared = routes
      .map(({ method, path }) => `${method} ${path}`)
      .filter((name) => !declared.has(name) && !OPEN_ROUTES.has(name))
    expect([...new Set(undeclared)]).toEqual([])
  })

  it('declares something that is known', () => {
    const known = new Set<string>(['public', 'signed-in', ...Action.options])
    expect(declaredRoutes().filter(({ access }) => !known.has(access))).toEqual([])
  })

  it('of a programme asks for an action', () => {
    const ofProgramme = declaredRoutes().filter(({ name }) => name.includes(':programme'))
    expect(ofProgramme.length).toBeGreaterThan(10)
    expect(ofProgramme.filter(({ access }) => access === 'public' || access === 'signed-in')).toEqual([])
  })

  it('is closed to people who are not signed in, unless it is public', async () => {
    for (const { method, path, access } of declaredRoutes()) {
      if (access === 'public') continue
      const answer = await service.send(path, { method, ...(method !== 'GET' && { json: {} }) })
      await expectProblem(answer, 'not-signed-in')
    }
  })

  it.each(ROLES)('refuses %s what the role does not allow', async (person) => {
    const cookie = await service.signIn(person)
    const session = await (await service.send('/api/session', { cookie })).json()
    const { may } = (session as { programmes: { may: string[] }[] }).programmes[0] ?? { may: [] }
    const forbidden = declaredRoutes().filter(
      ({ access }) => access !== 'public' && access !== 'signed-in' && !may.includes(access),
    )
    for (const { method, path } of forbidden) {
      const answer = await service.send(path, { method, cookie, ...(method !== 'GET' && { json: {} }) })
      await expectProblem(answer, 'not-allowed')
    }
    expect(may).toContain('programme.view')
  })
})
