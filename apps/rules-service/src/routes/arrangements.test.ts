import {
  ArrangementSaved,
  ArrangementView,
  type ArrangementKind,
  CapacityView,
  TrainingView,
  TransitionView,
} from '@workplan/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadRules } from '../rules.ts'
import { expectProblem, openTestService, type TestService } from '../testing/test-service.ts'
import { exampleProgramme } from '../views/loaded-programme.fixture.ts'

const HERE = '/api/programmes/bnssg'
const THERE = '/api/programmes/northamptonshire'

let service: TestService
const cookies = new Map<string, string>()

beforeAll(async () => {
  const programmes = (['bnssg', 'northamptonshire'] as const).map((id) => ({
    state: exampleProgramme(id).state,
  }))
  service = await openTestService({ programmes, rules: loadRules() })
  for (const person of ['viewer', 'lead-children', 'lead-adult', 'lead-workforce', 'programme-office'])
    cookies.set(person, await service.signIn(`person.${person}`))
})
afterAll(() => service.close())

const pathway = {
  title: 'Neuromuscular conditions',
  condition: 'Neuromuscular',
  sendingTeam: 'Community children’s nursing',
  sendingProvider: null,
  receivingTeam: null,
  receivingProvider: null,
  state: 'planned',
}
const handOver = {
  age: 16,
  title: 'Lead clinician',
  from: 'Paediatrician',
  to: null,
  agreed: 'not-known',
  agreedOn: null,
  task: null,
  state: 'current',
}
const need = {
  staffGroup: 'Care home staff',
  level: 'core',
  needed: 120,
  trained: null,
  asOf: null,
  state: 'current',
}
const post = {
  title: 'Specialist nurse, nights',
  provider: null,
  services: [],
  wteFunded: 2,
  wteInPost: 1.2,
  vacantSince: '2023-01',
  singlePoint: 'yes',
  state: 'current',
}

function add(person: string, kind: ArrangementKind, record: object, root = HERE) {
  return service.send(`${root}/arrangements`, { cookie: cookies.get(person) ?? '', json: { kind, record } })
}

async function added(person: string, kind: ArrangementKind, record: object, root = HERE) {
  const answer = await add(person, kind, record, root)
  expect(answer.status).toBe(201)
  return ArrangementSaved.parse(await answer.json()).item
}

function patch(person: string, { kind, record, version }: ArrangementView, change: object, reason?: string) {
  return service.send(`${HERE}/arrangements/${record.id}`, {
    cookie: cookies.get(person) ?? '',
    method: 'PATCH',
    json: { kind, change, ...(reason && { reason }) },
    headers: { 'if-match': `"${version}"` },
  })
}

async function read(path: string, person = 'viewer'): Promise<unknown> {
  const answer = await service.send(path, { cookie: cookies.get(person) ?? '' })
  expect(answer.status).toBe(200)
  return answer.json()
}

describe('transition', () => {
  it('has no pathway in the papers of either programme, and the one task on the hand-over', async () => {
    const here = TransitionView.parse(await read(`${HERE}/transition`))
    const there = TransitionView.parse(await read(`${THERE}/transition`))
    expect([here.pathways, there.pathways, here.tasks]).toEqual([[], [], []])
    expect(there.tasks.map(({ task, apps }) => [task.id, apps])).toEqual([
      ['northants.task.cyp.4', ['children', 'adult']],
    ])
    expect(here.mayAdd).toBe(false)
  })

  it('lists the task once in each of the two apps, with one history', async () => {
    const listed = async (app: string) =>
      (
        (await read(`${THERE}/tasks?app=${app}`)) as { items: { task: { id: string }; version: number }[] }
      ).items
        .filter(({ task }) => task.id === 'northants.task.cyp.4')
        .map(({ version }) => version)
    const answer = await service.send(`${THERE}/tasks/northants.task.cyp.4`, {
      cookie: cookies.get('programme-office') ?? '',
      method: 'PATCH',
      json: { progress: 'Met the theme groups' },
      headers: { 'if-match': '"1"' },
    })
    expect(answer.status).toBe(200)
    expect([await listed('children'), await listed('adult'), await listed('workforce')]).toEqual([
      [2],
      [2],
      [],
    ])
  })

  it('is kept by both sides: one adds the pathway, the other agrees to receive', async () => {
    const { record } = await added('lead-children', 'transition-pathway', pathway)
    const first = await added('lead-adult', 'hand-over', { ...handOver, pathway: record.id })
    await added('lead-children', 'hand-over', { ...handOver, age: 14, title: 'Plan', pathway: record.id })
    const agreed = await patch(
      'lead-adult',
      first,
      { agreed: 'agreed', agreedOn: '2023-03', to: 'Hospice' },
      'Meeting',
    )
    expect(agreed.status).toBe(200)
    const { pathways, mayAdd } = TransitionView.parse(await read(`${HERE}/transition`, 'lead-adult'))
    expect(mayAdd).toBe(true)
    expect(pathways[0]?.handOvers.map((row) => [row.record.age, row.record.agreed])).toEqual([
      [14, 'not-known'],
      [16, 'agreed'],
    ])
    const { history } = (await read(`${HERE}/records/hand-over/${first.record.id}`)) as {
      history: { why: string | null }[]
    }
    expect(history.map(({ why }) => why)).toEqual(['Meeting', null])
  })

  it('leaves out what is withdrawn, and takes it back', async () => {
    const item = await added('lead-children', 'transition-pathway', { ...pathway, title: 'By mistake' })
    const titles = async () =>
      TransitionView.parse(await read(`${HERE}/transition`)).pathways.map((row) => row.pathway.record.title)
    await patch('lead-children', item, { state: 'withdrawn' })
    expect(await titles()).not.toContain('By mistake')
    await patch('lead-children', { ...item, version: 2 }, { state: 'planned' })
    expect(await titles()).toContain('By mistake')
  })
})

describe('a refused arrangement changes nothing', () => {
  it.each([
    ['viewer', 'transition-pathway', pathway],
    ['lead-workforce', 'transition-pathway', pathway],
    ['lead-children', 'training-need', need],
    ['lead-adult', 'workforce-post', post],
  ] as const)('%s may not add a %s', async (person, kind, record) => {
    await expectProblem(await add(person, kind, record), 'not-allowed')
  })

  it.each([
    ['a pathway that is not there', 'hand-over', { ...handOver, pathway: 'bnssg.nowhere' }, 'pathway'],
    [
      'a provider that is not there',
      'transition-pathway',
      { ...pathway, sendingProvider: 'x' },
      'sendingProvider',
    ],
    ['a service that is not there', 'workforce-post', { ...post, services: ['x'] }, 'services.0'],
    ['people trained on no date', 'training-need', { ...need, trained: 3 }, 'asOf'],
    ['an age between', 'hand-over', { ...handOver, pathway: 'x', age: 17 }, 'record.age'],
  ] as const)('%s', async (_what, kind, record, path) => {
    const problem = await expectProblem(await add('programme-office', kind, record), 'invalid-input')
    expect(problem.errors?.map((error) => error.path)).toContain(path)
  })

  it('a version that was overtaken, with what is there now', async () => {
    const item = await added('lead-workforce', 'training-need', need)
    expect((await patch('programme-office', item, { needed: 130 })).status).toBe(200)
    const problem = await expectProblem(await patch('lead-workforce', item, { needed: 90 }), 'stale-version')
    expect(ArrangementView.parse(problem.current).record).toMatchObject({ needed: 130 })
    expect(problem.changed?.by).toBe('Programme office')
  })

  it('a change of another kind, and one of what is not there', async () => {
    const item = await added('lead-workforce', 'workforce-post', post)
    await expectProblem(
      await patch('programme-office', { ...item, kind: 'training-need' } as ArrangementView, { needed: 1 }),
      'invalid-input',
    )
    const gone = { ...item, record: { ...item.record, id: 'bnssg.gone' } } as ArrangementView
    await expectProblem(await patch('lead-workforce', gone, { wteInPost: 2 }), 'not-found')
  })
})

describe('training', () => {
  it('tells unknown from none', async () => {
    await added('lead-workforce', 'training-need', { ...need, staffGroup: 'Porters', needed: 0 })
    const { needs } = TrainingView.parse(await read(`${HERE}/training`))
    const porters = needs.find(({ record }) => record.staffGroup === 'Porters')
    expect(porters?.record).toMatchObject({ needed: 0, trained: null })
  })
})

describe('capacity', () => {
  it('names the services that alone hold up required hours, and the hours', async () => {
    const { alone } = CapacityView.parse(await read(`${HERE}/capacity`))
    const titles = alone.map(({ service }) => service.title)
    expect(titles).toContainEqual(expect.stringContaining("St Peter's Hospice"))
    expect(new Set(titles).size).toBe(titles.length)
    for (const { holdsUp } of alone)
      for (const { hours, places } of holdsUp)
        expect(hours).toBeCloseTo(places.reduce((sum, place) => sum + place.hours, 0))
  })

  it('shows what would fall to nobody without a post: more for all services that meet a requirement', async () => {
    const services = exampleProgramme('bnssg')
      .state.records.service.filter(({ meets }) => meets.includes('bnssg.requirement.carer-advice-24-7'))
      .map(({ id }) => id)
    const item = await added('lead-workforce', 'workforce-post', { ...post, services })
    const { posts } = CapacityView.parse(await read(`${HERE}/capacity`))
    const row = posts.find((candidate) => candidate.post.record.id === item.record.id)
    const { items } = (await read(`${HERE}/coverage`)) as {
      items: { requirement: string; totals: { required: number; inState: { nobody: number } } }[]
    }
    const carers = items.find(({ requirement }) => requirement === 'bnssg.requirement.carer-advice-24-7')
    const held = row?.holdsUp.find(({ requirement }) => requirement.id === carers?.requirement)
    expect(held?.hours).toBe((carers?.totals.required ?? 0) - (carers?.totals.inState.nobody ?? 0))
  })
})
