import type { CoverageView, CoverRun, PlaceWeek, ServiceView } from '@workplan/domain'

/** Views of services and coverage as the service answers them, for tests; `change` says what matters to the test. */

type ServiceChanges = Partial<Omit<ServiceView, 'service'>> & { service?: Partial<ServiceView['service']> }

export function serviceView({ service = {}, ...change }: ServiceChanges = {}): ServiceView {
  return {
    service: {
      id: 'line',
      source: { document: 'Board paper' },
      title: 'Night advice line',
      provider: 'hospice',
      hostProvider: null,
      meets: ['advice'],
      audience: ['adult'],
      localities: ['north'],
      localitiesStated: true,
      uncertainLocalities: [],
      hours: [{ days: ['mon'], from: '00:00', to: '08:00' }],
      hoursAsStated: null,
      aroundTheClock: false,
      reducedDays: [],
      modes: ['telephone'],
      settings: [],
      users: [],
      conditional: null,
      queries: [],
      capacity: null,
      beds: null,
      capacityConcern: false,
      careLevel: null,
      ageBands: [],
      description: null,
      ...service,
    },
    version: 1,
    providerName: 'The hospice',
    hostName: null,
    hours: 'Monday, 00:00 to 08:00',
    places: [{ id: 'north', name: 'North', uncertain: false }],
    meets: [{ id: 'advice', title: 'Advice at any hour' }],
    flags: [],
    ...change,
  }
}

/** A run of hours, in hours from Monday 00:00. */
export function run(from: number, to: number, state: CoverRun['state'], services: string[] = []): CoverRun {
  return { from: from * 60, to: to * 60, state, services, parts: [] }
}

export function placeWeek(id: string, name: string, runs: CoverRun[]): PlaceWeek {
  return { id, name, inside: null, recorded: true, totals: totalsOf(runs), runs }
}

/** Advice at any hour: covered in the North by night on Mondays, and by nobody else at any other time. */
export function coverageView(change: Partial<CoverageView> = {}): CoverageView {
  const places = change.places ?? [
    placeWeek('north', 'North', [run(0, 8, 'covered', ['line']), run(8, 168, 'nobody')]),
    placeWeek('south', 'South', [run(0, 168, 'nobody')]),
  ]
  return {
    requirement: 'advice',
    title: 'Advice at any hour',
    totals: totalsOf(places.flatMap(({ runs }) => runs)),
    record: {
      id: 'advice',
      source: { document: 'Board paper' },
      title: 'Advice at any hour',
      audience: ['adult'],
      required: [],
      modes: [],
      serves: [],
      localities: [],
      gapState: 'none-identified',
      statedGaps: [],
    },
    serves: [],
    services: [serviceView()],
    answers: [],
    flags: [],
    ...change,
    places,
  }
}

function totalsOf(runs: readonly CoverRun[]): PlaceWeek['totals'] {
  const inState = { covered: 0, partly: 0, conditional: 0, unconfirmed: 0, nobody: 0 }
  for (const { from, to, state } of runs) inState[state] += (to - from) / 60
  const required = Object.values(inState).reduce((sum, hours) => sum + hours, 0)
  return { required, inState, percentCovered: Math.round((1000 * inState.covered) / required) / 10 }
}
