import {
  DutyRow,
  FlagsByCause,
  FlagSummary,
  GroupView,
  LevelSummaryView,
  RecordView,
  RequirementView,
} from '@workplan/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { listOf } from '../http/lists.ts'
import { loadRules } from '../rules.ts'
import { expectProblem, openTestService, type TestService } from '../testing/test-service.ts'
import { BNSSG_TOTAL } from '../views/level-summary.fixture.ts'
import { exampleProgramme } from '../views/loaded-programme.fixture.ts'

const HERE = '/api/programmes/bnssg'

let service: TestService
let viewer: string

beforeAll(async () => {
  const programmes = (['bnssg', 'northamptonshire'] as const).map((id) => ({
    state: exampleProgramme(id).state,
  }))
  service = await openTestService({ programmes, rules: loadRules() })
  viewer = await service.signIn('person.viewer')
})
afterAll(() => service.close())

async function read<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.infer<Schema>> {
  const answer = await service.send(path, { cookie: viewer })
  expect(answer.status).toBe(200)
  return schema.parse(await answer.json())
}

describe('levels', () => {
  it('answers the figures of the workbook', async () => {
    const summary = await read(`${HERE}/assessments/current/summary`, LevelSummaryView)
    expect(summary.total).toEqual(BNSSG_TOTAL)
    expect(summary.asAt).toBe('2023-03-13')
  })

  it.each(['all', 'answered'])('draws them as a picture, of %s measures', async (denominator) => {
    const path = `${HERE}/assessments/current/chart?denominator=${denominator}`
    const answer = await service.send(path, { cookie: viewer })
    expect(answer.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8')
    expect(await answer.text()).toContain(`as a share of ${denominator} measures</title>`)
  })

  it('says that there is no round where there is none', async () => {
    const path = '/api/programmes/northamptonshire/assessments/current/summary'
    const problem = await expectProblem(await service.send(path, { cookie: viewer }), 'not-found')
    expect(problem.detail).toBe('This programme has no current self-assessment.')
  })

  it('refuses a denominator that is none', async () => {
    const path = `${HERE}/assessments/current/chart?denominator=most`
    await expectProblem(await service.send(path, { cookie: viewer }), 'invalid-input')
  })
})

describe('duties and requirements', () => {
  it('maps every duty, and for children shows what is blank', async () => {
    const all = await read(`${HERE}/duties`, listOf(DutyRow))
    const forChildren = await read(`${HERE}/duties?audience=children`, listOf(DutyRow))
    expect(forChildren.items).toHaveLength(all.items.length)
    const live = (rows: DutyRow[]) => rows.filter((row) => row.liveTasks > 0).length
    expect(live(all.items)).toBeGreaterThan(0)
    expect(live(forChildren.items)).toBe(0)
  })

  it('pages through requirements', async () => {
    const first = await read(`${HERE}/requirements?kind=measure&limit=40`, listOf(RequirementView))
    const second = await read(
      `${HERE}/requirements?kind=measure&limit=40&cursor=${first.next}`,
      listOf(RequirementView),
    )
    expect(first.items).toHaveLength(40)
    expect([...first.items, ...second.items]).toHaveLength(76)
    expect(second.next).toBeNull()
  })

  it('shows one requirement, and none of a framework that the programme does not answer to', async () => {
    const measure = await read(`${HERE}/requirements/ambitions.1.1.3`, RequirementView)
    expect(measure).toMatchObject({ number: '1.1.3', answer: { state: 'unanswered' } })
    await expectProblem(await service.send(`${HERE}/requirements/nn.a1`, { cookie: viewer }), 'not-found')
  })
})

describe('records', () => {
  it('opens any record behind a figure', async () => {
    const record = await read(`${HERE}/records/answer/bnssg.sa.3.3.2`, RecordView)
    expect(record.fields).toContainEqual({ label: 'Level', value: '5', basis: 'stated', basisNote: null })
    expect(record.history).toMatchObject([{ by: 'Workplan', what: 'Added' }])
    expect(record.flags.map(({ rule }) => rule)).toContain('level-5-contradicted-by-coverage')
  })

  it.each([
    ['another kind', `${HERE}/records/task/bnssg.sa.3.3.2`, 'not-found'],
    ['another programme', `${HERE}/records/task/northants.task.cyp.1`, 'not-found'],
    ['no kind of ours', `${HERE}/records/secret/bnssg.sa.3.3.2`, 'invalid-input'],
  ] as const)('knows no record of %s', async (_what, path, code) => {
    await expectProblem(await service.send(path, { cookie: viewer }), code)
  })
})

describe('groups', () => {
  it('says who may draft for a group', async () => {
    const seen = await read(`${HERE}/groups`, listOf(GroupView))
    expect(seen.items.some(({ mayDraft }) => mayDraft)).toBe(false)
    const cookie = await service.signIn('person.secretary')
    const answer = await service.send(`${HERE}/groups`, { cookie })
    const { items } = listOf(GroupView).parse(await answer.json())
    expect(items.every(({ mayDraft }) => mayDraft)).toBe(true)
  })
})

describe('flags', () => {
  const FlagList = listOf(FlagSummary).extend({ causes: z.array(FlagsByCause), total: z.number() })

  it('counts all flags that match, whatever the page', async () => {
    const all = await read(`${HERE}/flags?limit=10`, FlagList)
    expect(all.items).toHaveLength(10)
    expect(all.items.every(({ severity }) => severity === 'high')).toBe(true)
    expect(all.causes.reduce((sum, { count }) => sum + count, 0)).toBe(all.total)
    const bare = await read(`${HERE}/flags?rule=level-without-evidence`, FlagList)
    expect(bare.total).toBe(10)
    expect(bare.causes).toMatchObject([{ rule: 'level-without-evidence', count: 10 }])
  })

  it('narrows by every filter of the address', async () => {
    const filters =
      'severity=high&audience=children&subject=ambitions.1.1.3&requirement=ambitions.a1&q=unanswered'
    const found = await read(`${HERE}/flags?${filters}&status=open`, FlagList)
    expect(found.items.map(({ id }) => id)).toEqual(['measure-unanswered~ambitions.1.1.3'])
    expect((await read(`${HERE}/flags?${filters}&status=cleared`, FlagList)).total).toBe(0)
    expect((await read(`${HERE}/flags?app=workforce&workstream=bnssg.ws.bi-re`, FlagList)).total).toBe(0)
  })
})

describe('who may look', () => {
  it.each(['duties', 'requirements', 'flags', 'groups', 'reports', 'assessments/current/summary'])(
    'asks for %s only as a member who is signed in',
    async (path) => {
      await expectProblem(await service.send(`${HERE}/${path}`), 'not-signed-in')
      await expectProblem(
        await service.send(`/api/programmes/unknown/${path}`, { cookie: viewer }),
        'not-found',
      )
    },
  )
})
