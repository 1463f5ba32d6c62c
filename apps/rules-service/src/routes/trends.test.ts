import { type Milestone, TrendView } from '@workplan/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { judgedProgramme, fewRules } from '../testing/judged-programme.ts'
import { expectProblem, openTestService, type TestService } from '../testing/test-service.ts'

const ROOT = '/api/programmes/alpha'

let service: TestService
let lead: string
let sro: string
/** The day of the test, which each step of it moves on. */
let now = new Date('2023-03-13T09:00:00Z')

const slipped: Milestone = {
  id: 'alpha.milestone.slipped',
  source: { document: 'Test' },
  title: 'Agree the plan',
  order: 1,
  status: 'in-progress',
  statusAsStated: null,
  due: '2023-06',
  baselineDue: '2023-04',
  earlierDues: ['2023-04', '2023-05'],
  workstream: null,
  serves: [],
}

beforeAll(async () => {
  const state = judgedProgramme('alpha')
  state.records.milestone = [
    slipped,
    { ...slipped, id: 'alpha.milestone.kept', due: '2023-04', earlierDues: [], order: 2 },
    { ...slipped, id: 'alpha.milestone.open', baselineDue: null, earlierDues: [], order: 3 },
  ]
  service = await openTestService({ programmes: [{ state }], rules: fewRules(), now: () => now })
  lead = await service.signIn('person.lead-adult')
  sro = await service.signIn('person.sro')
})
afterAll(() => service.close())

async function trendsAt(query = ''): Promise<TrendView> {
  const answer = await service.send(`${ROOT}/trends${query}`, { cookie: lead })
  expect(answer.status).toBe(200)
  return (await answer.json()) as TrendView
}

async function change(path: string, version: number, json: unknown): Promise<void> {
  const headers = { 'if-match': `"${version}"` }
  const answer = await service.send(`${ROOT}/${path}`, { cookie: lead, method: 'PATCH', json, headers })
  expect(answer.status).toBe(200)
}

type Step = TrendView['flags'][number]
const sum = ({ high, medium, low }: Step['open']) => high + medium + low

/** One step of the trend of flags; it must be there. */
function stepOf(view: TrendView, index: number): Step {
  const step = view.flags[index]
  if (!step) throw new Error(`There is no step ${index}`)
  return step
}

describe('the trends', () => {
  it('begin with the journal and count what the rules raised at once', async () => {
    const view = await trendsAt()
    const { flags } = await service.context.store.readProgramme('alpha')
    expect(TrendView.parse(view)).toMatchObject({ step: 'week', begins: '2023-03-13', from: '2023-03-13' })
    expect(view.flags).toHaveLength(1)
    expect(sum(stepOf(view, 0).open)).toBe(flags.size)
    expect(view.flags[0]).toMatchObject({ raised: flags.size, cleared: 0, accepted: 0 })
  })

  it('follow what is cleared, raised again and accepted, week by week', async () => {
    const before = await trendsAt()
    const stood = sum(stepOf(before, 0).open)
    now = new Date('2023-03-22T10:00:00Z')
    await change('tasks/alpha.task.adult', 1, { status: 'done' })
    now = new Date('2023-03-29T10:00:00Z')
    await change('tasks/alpha.task.adult', 2, { status: 'in-progress', due: '2023-02-28' })
    const [flag] = (await service.context.store.readProgramme('alpha')).flags.values()
    const decided = await service.send(`${ROOT}/flags/${flag?.id}/decisions`, {
      cookie: sro,
      json: { kind: 'accept', until: '2023-12-31', rationale: 'For tests' },
      headers: { 'if-match': await versionOf(flag?.id ?? '') },
    })
    expect(decided.status).toBe(200)
    const view = await trendsAt()
    expect(view.flags.map(({ to }) => to)).toEqual(['2023-03-19', '2023-03-26', '2023-03-29'])
    expect(stepOf(view, 1).cleared).toBeGreaterThan(0)
    expect(sum(stepOf(view, 1).open)).toBe(stood - stepOf(view, 1).cleared)
    expect(stepOf(view, 2).reopened).toBeGreaterThan(0)
    expect(view.flags[2]).toMatchObject({ accepted: 1, openAccepted: 1 })
    expect(view.alternative).toMatch(/^On 19 March 2023: \d+ open .* On 29 March 2023: /)
  })

  it('can be had by month, of a shorter span, and as at an earlier moment', async () => {
    expect((await trendsAt('?step=month')).flags).toHaveLength(1)
    const short = await trendsAt('?from=2023-03-20&to=2023-03-26')
    expect(short.flags).toMatchObject([{ from: '2023-03-20', to: '2023-03-26' }])
    expect((await trendsAt('?from=2020-01-01')).from).toBe('2023-03-13')
    const then = await trendsAt('?asAt=2023-03-19')
    expect(then.flags).toHaveLength(1)
    expect(then.flags[0]).toEqual((await trendsAt()).flags[0])
    await expectProblem(
      await service.send(`${ROOT}/trends?from=2023-03-20&to=2023-03-01`, { cookie: lead }),
      'invalid-input',
    )
  })

  it('say how far work has slipped and how often its date was moved, of how much', async () => {
    const { slips, dated } = await trendsAt()
    expect(slips).toMatchObject([
      { kind: 'milestone', id: 'alpha.milestone.slipped', days: 61, moves: 2 },
      { kind: 'task', id: 'alpha.task.adult', days: -10, moves: 1, baselineDue: '2023-03-10' },
    ])
    expect(dated).toBe(4)
  })

  it('show the levels of each round', async () => {
    const { levels } = await trendsAt()
    expect(levels).toMatchObject([
      { assessment: { id: 'alpha.round' }, current: true, figures: { answered: 1, measures: 75 } },
    ])
  })

  it('are drawn as pictures that say in words what they show', async () => {
    for (const picture of ['all', 'open']) {
      const answer = await service.send(`${ROOT}/trends/chart.svg?picture=${picture}`, { cookie: lead })
      expect(answer.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8')
      const svg = await answer.text()
      expect(svg).toContain(`id="trend-${picture}-description">On 19 March 2023`)
      expect(svg).toContain('>High, open<')
      expect(svg.includes('>Accepted<')).toBe(picture === 'all')
    }
  })
})

async function versionOf(flag: string): Promise<string> {
  const answer = await service.send(`${ROOT}/flags/${flag}`, { cookie: sro })
  const { version } = (await answer.json()) as { version: number }
  return `"${version}"`
}
