import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { smallProgramme } from '../testing/small-programme.ts'
import { changeableProgramme, randomChanges } from '../testing/random-changes.ts'
import { fewRules } from '../testing/judged-programme.ts'
import { seededRandom } from '../testing/seeded-random.ts'
import { expectProblem, openTestService, type TestService } from '../testing/test-service.ts'

const CHANGES = 20
const VIEWS = [
  '',
  '/tasks',
  '/tasks/alpha.task.adult',
  '/flags?status=all',
  '/requirements?limit=50',
  '/duties?limit=50',
  '/assessments/current/summary',
  '/groups',
  '/coverage',
  '/services',
  '/sharing',
  '/contracts',
  '/reports',
  '/rules?limit=200',
  '/rules?origin=own',
  '/rules/task-overdue',
  '/rules/facts',
  '/journal',
  '/records/task/alpha.task.adult',
  '/records/answer/alpha.answer',
]

let service: TestService
let office: string
let now = new Date('2023-03-13T12:00:00Z')
const step = (ms: number) => {
  now = new Date(now.getTime() + ms)
}

beforeAll(async () => {
  service = await openTestService({
    programmes: [{ state: changeableProgramme('alpha') }, { state: smallProgramme('pinned') }],
    rules: fewRules(),
    now: () => now,
  })
  office = await service.signIn('person.programme-office')
})
afterAll(() => service.close())

/** A view, without the place by which a reader of now asks what has become different. */
async function view(path: string, asAt?: string, programme = 'alpha'): Promise<Record<string, unknown>> {
  const separator = path.includes('?') ? '&' : '?'
  const query = asAt === undefined ? '' : `${separator}asAt=${encodeURIComponent(asAt)}`
  const answer = await service.send(`/api/programmes/${programme}${path}${query}`, { cookie: office })
  const { place: _place, ...body } = (await answer.json()) as Record<string, unknown>
  return { status: answer.status, ...body }
}

async function everyView(asAt?: string): Promise<Record<string, unknown>> {
  const answers: Record<string, unknown> = {}
  const { items } = (await view('/flags', asAt)) as unknown as { items: { id: string }[] }
  for (const path of [...VIEWS, `/flags/${items[0]?.id}`]) {
    const { known: _known, ...answer } = await view(path, asAt)
    answers[path] = answer
  }
  return answers
}

describe('a view as at a moment', () => {
  it('is what it was at that moment, at every moment of many random changes', async () => {
    const change = await randomChanges(service, 'alpha', seededRandom(11))
    const live: { at: string; answers: Record<string, unknown> }[] = []
    for (let index = 0; index < CHANGES; index += 1) {
      step(index % 8 === 7 ? 86_400_000 : 60_000)
      await change()
      live.push({ at: now.toISOString(), answers: await everyView() })
    }
    for (const { at, answers } of live) expect(await everyView(at)).toEqual(answers)
  }, 120_000)

  it('of a day counts the whole day in England, and of today the present', async () => {
    const { items } = (await view('/journal?limit=1')) as unknown as { items: { seq: number }[] }
    step(60_000)
    const today = now.toISOString().slice(0, 10)
    expect(await view('/tasks', today)).toEqual({
      ...(await view('/tasks')),
      known: expect.objectContaining({ asAt: today, entry: items[0]?.seq, day: today, judgedOn: today }),
    })
    const first = await view('/journal?limit=1', '2023-03-13')
    expect(first).toMatchObject({ known: { day: '2023-03-13', judgedOn: '2023-03-13' } })
  })

  it('on a day on which nobody looked is judged for that day', async () => {
    step(10 * 86_400_000)
    const quiet = new Date(now.getTime() - 4 * 86_400_000).toISOString().slice(0, 10)
    const seen = await view('/tasks/alpha.task.children', quiet)
    expect(seen['known']).toMatchObject({ day: quiet, judgedOn: quiet })
    expect((await view('/journal?limit=1', quiet))['known']).toMatchObject({ day: quiet })
  })

  it('of a programme with a day of its own goes by the journal, and judges on its own day', async () => {
    const loaded = await view('/flags', '2023-03-13', 'pinned')
    expect(loaded).toMatchObject({ known: { asAt: '2023-03-13', day: '2023-03-13', judgedOn: '2023-03-13' } })
    const later = await view('/flags', '2023-03-15T08:00:00+00:00', 'pinned')
    expect(later).toMatchObject({ items: loaded['items'], known: { day: '2023-03-13' } })
  })

  it.each(['2999-01-01', '2999-01-01T10:00:00Z', 'yesterday', '2023-02-30', '2023-03-13T10:00'])(
    'refuses %s',
    async (asAt) => {
      const path = `/api/programmes/alpha/tasks?asAt=${asAt}`
      await expectProblem(await service.send(path, { cookie: office }), 'invalid-input')
    },
  )

  it('before the journal begins says when that is', async () => {
    const path = '/api/programmes/alpha/tasks?asAt=2023-03-12'
    const problem = await expectProblem(await service.send(path, { cookie: office }), 'not-found')
    expect(problem.detail).toMatch(/does not reach back so far\. It begins on 13 March 2023/)
  })
})
