import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectProblem, openTestService, type TestService } from '../testing/test-service.ts'

const TASK = '/api/programmes/alpha/tasks/alpha.task.adult'
const FLAG = '/api/programmes/alpha/flags/late-task~alpha.task.adult'

let service: TestService
let office: string
let sro: string
beforeAll(async () => {
  service = await openTestService()
  office = await service.signIn('person.programme-office')
  sro = await service.signIn('person.sro')
})
afterAll(() => service.close())

const change = (json: object, version: string) =>
  service.send(TASK, { method: 'PATCH', cookie: office, json, headers: { 'if-match': version } })

describe('a change from a version that is not the present one', () => {
  it('is refused with what is there, what there was, and what was sent', async () => {
    expect((await change({ progress: 'Theirs' }, '"1"')).status).toBe(200)
    const problem = await expectProblem(
      await change({ progress: 'Mine', percent: 20 }, '"1"'),
      'stale-version',
    )
    expect(problem).toMatchObject({
      status: 412,
      current: { version: 2, task: { progress: 'Theirs' } },
      base: { id: 'alpha.task.adult', progress: null },
      sent: { progress: 'Mine', percent: 20 },
      changed: { by: 'Programme office', at: expect.any(String) },
    })
  })

  it('of a version that never was has nothing to start from', async () => {
    const problem = await expectProblem(await change({ progress: 'Mine' }, '"99"'), 'stale-version')
    expect(problem).not.toHaveProperty('base')
  })
})

describe('a decision about a flag', () => {
  const decide = (version: string | null, rationale: string) =>
    service.send(`${FLAG}/decisions`, {
      cookie: sro,
      json: { kind: 'dispute', rationale },
      headers: version === null ? {} : { 'if-match': version },
    })

  it('needs the version it was made from', async () => {
    await expectProblem(await decide(null, 'Not late'), 'version-required')
  })

  it('is refused when somebody decided meanwhile, with the flag as it is', async () => {
    const seen = (await service.send(FLAG, { cookie: sro })).headers.get('etag') ?? ''
    const first = await decide(seen, 'Not late')
    expect(first.status).toBe(200)
    expect(first.headers.get('etag')).not.toBe(seen)
    const problem = await expectProblem(await decide(seen, 'Late, but'), 'stale-version')
    expect(problem).toMatchObject({
      current: { status: 'disputed', history: [{ event: 'disputed', why: 'Not late' }, {}] },
      sent: { rationale: 'Late, but' },
    })
    expect((await decide(first.headers.get('etag'), 'Not late at all')).status).toBe(200)
  })
})

describe('every route that writes in a programme', () => {
  /** What they answer is worked out, and nothing is written. */
  const CHANGES_NOTHING = /\/(check|try|preview|what-if)$|\/what-if\//

  /** Their answer has a link that is shown once and kept nowhere: a second request makes a new one and ends the first. */
  const HANDS_OUT_A_SECRET = /\/people(\/\{id\}\/invitation)?$/

  /** Doing it twice is doing it once: exports change nothing that is held, marks only go forward, and a choice is compared. */
  const SAME_WHEN_REPEATED = /\/(people\/\{id\}\/export|my-data|flag-review|notifications\/(read|settings))$/

  /** They make something new, or change several things whose versions they name themselves. */
  const MAKES_SOMETHING = [
    '/people/{id}/hand-over',
    '/tasks',
    '/tasks/changes',
    '/tasks/undo',
    '/metrics',
    '/metrics/{id}/readings',
    '/arrangements',
    '/flags/{id}/acceptance-requests',
    '/comments',
    '/groups',
    '/meetings',
    '/meetings/{id}/decisions',
    '/meetings/{id}/actions',
    '/reports/{id}/escalations',
    '/reports',
    '/reports/{id}/corrections',
    '/assessments',
    '/answers/{id}/organisations',
    '/foi-packs',
    '/rules',
  ].map((path) => `post /api/programmes/{programme}${path}`)

  it('takes an idempotency key, and a version where there is one', async () => {
    const document = await service.send('/api/openapi.json', { cookie: office })
    const { paths } = (await document.json()) as { paths: Record<string, object> }
    const routes = Object.entries(paths).flatMap(([path, item]) =>
      (['post', 'patch', 'put', 'delete'] as const).flatMap((method) => {
        const operation = (item as Record<string, { parameters?: { name: string }[] } | undefined>)[method]
        const isChange =
          path.startsWith('/api/programmes/{programme}/') &&
          ![CHANGES_NOTHING, HANDS_OUT_A_SECRET].some((kind) => kind.test(path))
        return operation && isChange
          ? [{ route: `${method} ${path}`, headers: (operation.parameters ?? []).map(({ name }) => name) }]
          : []
      }),
    )
    expect(routes.length).toBeGreaterThan(8)
    const lacking = (name: string) =>
      routes.filter(({ headers }) => !headers.includes(name)).map(({ route }) => route)
    expect(lacking('idempotency-key').filter((route) => !SAME_WHEN_REPEATED.test(route))).toEqual([])
    const repeatable = lacking('if-match').filter((route) => SAME_WHEN_REPEATED.test(route))
    expect(repeatable.filter((route) => /settings/.test(route))).toEqual([])
    const making = lacking('if-match').filter((route) => !repeatable.includes(route))
    expect(making.toSorted()).toEqual(MAKES_SOMETHING.toSorted())
  })
})
