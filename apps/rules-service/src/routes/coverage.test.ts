import { CoverageView, CoverageWeek, type CoverState, FlagDetail, FlagSummary } from '@workplan/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { listOf } from '../http/lists.ts'
import { loadRules } from '../rules.ts'
import { expectProblem, openTestService, type TestService } from '../testing/test-service.ts'
import { exampleProgramme } from '../views/loaded-programme.fixture.ts'

const HERE = '/api/programmes/bnssg'
const STAFF = 'bnssg.requirement.staff-advice-24-7'
const CARERS = 'bnssg.requirement.carer-advice-24-7'
const SPECIALIST = 'bnssg.requirement.specialist-7-day'
const REST = 'bnssg.locality.north-somerset.rest'
const SATURDAY = 5 * 24 * 60

let service: TestService
let cookie: string

beforeAll(async () => {
  const programmes = (['bnssg', 'northamptonshire'] as const).map((id) => ({
    state: exampleProgramme(id).state,
  }))
  service = await openTestService({ programmes, rules: loadRules() })
  cookie = await service.signIn('person.viewer')
})
afterAll(() => service.close())

async function read<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.infer<Schema>> {
  const answer = await service.send(path, { cookie })
  expect(answer.status).toBe(200)
  return schema.parse(await answer.json())
}

async function views(): Promise<CoverageView[]> {
  return (await read(`${HERE}/coverage`, listOf(CoverageView))).items
}

async function week(requirement: string): Promise<CoverageView> {
  const found = (await views()).find((view) => view.requirement === requirement)
  if (!found) throw new Error(`There is no coverage of ${requirement}`)
  return found
}

function placeIn({ places }: CoverageWeek, id: string) {
  const found = places.find((place) => place.id === id)
  if (!found) throw new Error(`There is no place ${id}`)
  return found
}

/** Hours in a state, counted from the runs of the requirement's own places. */
function hoursOf({ places }: CoverageWeek, state?: CoverState): number {
  const runs = places.filter(({ inside }) => inside === null).flatMap((place) => place.runs)
  return runs
    .filter((run) => state === undefined || run.state === state)
    .reduce((sum, { from, to }) => sum + (to - from) / 60, 0)
}

describe('the round-the-clock map', () => {
  it('holds every required hour of every place once, and adds up to its totals', async () => {
    for (const view of await views()) {
      for (const { runs, totals } of view.places) {
        for (const [index, run] of runs.entries())
          expect(run.from).toBeGreaterThanOrEqual(runs[index - 1]?.to ?? 0)
        expect(runs.reduce((sum, { from, to }) => sum + to - from, 0) / 60).toBe(totals.required)
      }
      expect(hoursOf(view)).toBe(view.totals.required)
      expect(hoursOf(view, 'covered')).toBe(view.totals.inState.covered)
    }
  })

  it('agrees with the flags: the same requirements, places and hours', async () => {
    const all = await views()
    const { items } = await read(`${HERE}/flags`, listOf(FlagSummary))
    const rules = [
      'coverage-claim-contradicted',
      'coverage-hours-not-covered',
      'coverage-depends-on-condition',
    ]
    const flags = items.filter(({ rule }) => rules.includes(rule))
    const short = all.filter((view) => hoursOf(view, 'covered') < hoursOf(view))
    expect(flags.map(({ subject }) => subject.id).toSorted()).toEqual(
      short.map(({ requirement }) => requirement).toSorted(),
    )
    for (const flag of flags) {
      const view = await week(flag.subject.id)
      const flagged = JSON.stringify(await read(`${HERE}/flags/${flag.id}`, FlagDetail))
      expect(flagged).toContain(`"found":${hoursOf(view) - hoursOf(view, 'covered')}`)
      const counted = view.places.filter(({ inside }) => inside === null)
      const open = counted.filter(({ totals }) => totals.inState.covered < totals.required)
      const flaggedPlaces = counted.filter(({ name, totals: { required, inState } }) =>
        flag.message.includes(`${name} (${required - inState.covered} of ${required} hours`),
      )
      expect(flaggedPlaces).toEqual(open)
    }
  })

  it('shows specialist care in person on seven days only where St Peter’s works', async () => {
    const view = await week(SPECIALIST)
    const provider = new Map(view.services.map(({ service: { id }, providerName }) => [id, providerName]))
    const weekend = view.places.flatMap(({ runs }) => runs).filter(({ from }) => from >= SATURDAY)
    expect(weekend.length).toBeGreaterThan(0)
    for (const run of weekend) {
      expect(run.state).not.toBe('covered')
      expect(new Set(run.services.map((id) => provider.get(id)))).toEqual(new Set(["St Peter's Hospice"]))
    }
    const weekendAt = (place: string) =>
      placeIn(view, place)
        .runs.filter(({ from }) => from >= SATURDAY)
        .map(({ state }) => state)
    expect(weekendAt('bnssg.locality.bristol')).toEqual(['conditional', 'conditional'])
    expect(weekendAt('bnssg.locality.south-gloucestershire')).toEqual(['conditional', 'conditional'])
    expect(weekendAt('bnssg.locality.weston')).toEqual(['unconfirmed', 'unconfirmed'])
    expect(weekendAt(REST)).toEqual(['unconfirmed', 'unconfirmed'])
  })

  it.each([
    [STAFF, 52.5],
    [CARERS, 0],
  ])('shows %s as unproven outside Weston and Worle, although the papers state no gap', async (id, sure) => {
    const view = await week(id)
    expect(view.record.gapState).toBe('none-identified')
    expect(placeIn(view, 'bnssg.locality.weston').totals.percentCovered).toBe(100)
    expect(placeIn(view, 'bnssg.locality.worle').totals.percentCovered).toBe(100)
    const rest = placeIn(view, REST)
    expect(rest).toMatchObject({
      name: 'North Somerset outside Weston and Worle',
      inside: 'bnssg.locality.north-somerset',
      recorded: false,
    })
    expect(rest.totals.inState).toEqual({
      covered: sure,
      partly: 0,
      conditional: 0,
      unconfirmed: 168 - sure,
      nobody: 0,
    })
    expect(view.flags.map(({ rule }) => rule)).toContain('coverage-claim-contradicted')
  })

  it('names the parts of a place, the services behind each run and the levels that speak of it', async () => {
    const view = await week(STAFF)
    const [night] = placeIn(view, 'bnssg.locality.north-somerset').runs
    expect(night).toMatchObject({ from: 0, to: 480, state: 'partly' })
    expect(night?.parts.map(({ name }) => name)).toEqual(['Parts of North Somerset', 'Weston', 'Worle'])
    const known = new Set(view.services.map(({ service: { id } }) => id))
    for (const run of view.places.flatMap(({ runs }) => runs))
      expect(run.services.filter((id) => !known.has(id))).toEqual([])
    expect(view.answers).toContainEqual(
      expect.objectContaining({ level: 5, measure: expect.objectContaining({ number: '3.3.2' }) }),
    )
    expect(view.flags.map(({ rule }) => rule)).toContain('level-5-contradicted-by-coverage')
  })

  it('is empty where nothing is required', async () => {
    const path = '/api/programmes/northamptonshire/coverage'
    expect((await read(path, listOf(CoverageView))).items).toEqual([])
  })
})

describe('a change tried on the map', () => {
  const path = `${HERE}/coverage/what-if`
  const tried = z.object({ items: z.array(CoverageWeek) })
  const ask = (json: unknown) => service.send(path, { cookie, method: 'POST', json })

  it('shows the hours that it would cover, and saves nothing', async () => {
    const before = await week(CARERS)
    const answer = await ask({
      service: 'bnssg.coverage.st-peters-line-carers',
      change: {
        localities: [
          'bnssg.locality.bristol',
          'bnssg.locality.south-gloucestershire',
          'bnssg.locality.north-somerset',
        ],
      },
    })
    const { items } = tried.parse(await answer.json())
    expect(items.map(({ requirement }) => requirement)).toEqual([CARERS])
    expect(items[0]?.totals.percentCovered).toBe(100)
    expect(before.totals.percentCovered).toBeLessThan(100)
    expect(await week(CARERS)).toEqual(before)
  })

  it('knows only services and places that exist', async () => {
    await expectProblem(await ask({ service: 'no.such', change: { conditional: null } }), 'not-found')
    const nowhere = { service: 'bnssg.coverage.st-peters-hah', change: { localities: ['nowhere'] } }
    await expectProblem(await ask(nowhere), 'invalid-input')
  })
})
