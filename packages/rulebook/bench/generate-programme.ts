import type { Audience, FrameworkLibrary, ProgrammeState } from '@workplan/domain'
import { programmeWith } from '../src/facts/testing/state.ts'
import { oneOf, type Random, seededRandom } from './random.ts'

const WORDS = [
  'Agree',
  'the',
  'pathway',
  'for',
  'care',
  'at',
  'home',
  'with',
  'hospices',
  'and',
  'training',
  'of',
  'teams',
]
const ENDINGS = [
  '',
  ' TBC with the provider',
  ' We need to ask whether this is known?',
  ' Dates are not yet known.',
]
const AUDIENCES: readonly Audience[][] = [
  ['adult'],
  ['children'],
  ['all'],
  ['workforce'],
  ['adult', 'children'],
]
const STATUSES = ['not-started', 'in-progress', 'in-progress', 'blocked', 'done', 'unknown'] as const
const LEVELS = [0, 1, 2, 3, 4, 5] as const
const EVIDENCE = ['none', 'described', 'described', 'pending', 'bare', 'to-be-confirmed', 'query'] as const

/**
 * A programme of about 1,500 subjects of every kind, under both national frameworks of the library. It is made of text,
 * as a programme is that comes from a database.
 */
export function generateProgramme(library: FrameworkLibrary, seed: number): ProgrammeState {
  const random = seededRandom(seed)
  const frameworks = ['framework.statutory-guidance-2022', 'framework.ambitions-2021-2026']
  const requirements = [...library.requirements.values()].filter((entry) =>
    frameworks.includes(entry.framework),
  )
  const measures = requirements.filter(({ kind, scored }) => kind === 'measure' && scored)
  const duties = requirements.filter(({ kind }) => kind === 'duty')
  const some = <Made>(count: number, make: (id: string, index: number) => Made, kind: string): Made[] =>
    Array.from({ length: count }, (_, index) => make(`${kind}.${index}`, index))
  const maybe = <Value>(value: Value, share = 0.5): Value | null => (random() < share ? value : null)
  const date = () => `2023-0${1 + Math.floor(random() * 6)}-1${Math.floor(random() * 9)}`
  const served = () =>
    random() < 0.8 ? [oneOf(random, requirements).id, oneOf(random, requirements).id] : []
  const state = programmeWith({
    workstream: some(12, (id) => ({ id, lead: maybe('somebody') }), 'workstream'),
    task: some(
      950,
      (id, index) => ({
        id,
        title: index % 12 === 0 ? `Task ${index % 60} (again)` : `${words(random, 8)} ${index}`,
        workstream: maybe(`workstream.${index % 12}`, 0.9),
        audience: oneOf(random, AUDIENCES),
        serves: served(),
        owner: maybe('somebody'),
        status: oneOf(random, STATUSES),
        statusReason: oneOf(random, ['staffing', 'decision-needed', 'funding-needed'] as const),
        due: maybe(date(), 0.7),
        baselineDue: maybe(date()),
        progress: maybe(text(random)),
        nextStep: maybe(text(random)),
        dependsOn: random() < 0.2 ? [{ what: 'Other work', task: `task.${Math.floor(random() * 950)}` }] : [],
        updatedOn: maybe(date()),
      }),
      'task',
    ),
    milestone: some(
      100,
      (id) => ({ id, title: words(random, 5), due: maybe(date()), earlierDues: [date()], serves: served() }),
      'milestone',
    ),
    assessment: [{ id: 'round', framework: 'framework.ambitions-2021-2026', completedOn: '2022-12' }],
    answer: measures.map((measure, index) => ({
      id: `answer.${index}`,
      assessment: 'round',
      measure: measure.id,
      level: oneOf(random, LEVELS),
      evidence: maybe(text(random), 0.8),
      evidenceState: oneOf(random, EVIDENCE),
      gap: maybe(text(random)),
      nextStep: maybe(text(random)),
    })),
    position: duties.map(({ id }, index) => ({
      id: `position.${index}`,
      requirement: id,
      progress: text(random),
      gap: maybe(text(random)),
      gapState: oneOf(random, ['known', 'none-identified', 'not-yet-known'] as const),
      audienceCovered: oneOf(random, AUDIENCES),
    })),
    'stated-gap': some(
      80,
      (id, index) => ({ id, requirement: oneOf(random, requirements).id, answeredBy: [`task.${index}`] }),
      'stated-gap',
    ),
    locality: some(
      10,
      (id, index) => ({ id, name: `Place ${index}`, within: null, partial: index > 7 }),
      'locality',
    ),
    'coverage-requirement': some(
      10,
      (id) => ({
        id,
        title: words(random, 4),
        serves: [oneOf(random, duties).id],
        gapState: 'known' as const,
      }),
      'coverage',
    ),
    service: some(
      140,
      (id, index) => ({
        id,
        title: words(random, 3),
        meets: [`coverage.${index % 10}`],
        audience: oneOf(random, AUDIENCES),
        localities: [`locality.${Math.floor(random() * 10)}`, `locality.${Math.floor(random() * 10)}`],
        hours: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '09:00', to: '17:00' }],
        aroundTheClock: maybe(true, 0.3),
        conditional: maybe('When the shift is staffed', 0.1),
        description: maybe(text(random)),
      }),
      'service',
    ),
    metric: some(30, (id) => ({ id, title: words(random, 4), serves: served() }), 'metric'),
    reading: some(
      60,
      (id, index) => ({ id, metric: `metric.${index % 30}`, value: index, period: date() }),
      'reading',
    ),
    group: some(20, (id, index) => ({ id, name: `Group ${index}` }), 'group'),
    'reporting-line': some(
      19,
      (id, index) => ({ id, from: `group.${index + 1}`, to: `group.${Math.floor(index / 2)}` }),
      'line',
    ),
    claim: some(10, (id) => ({ id, about: [oneOf(random, requirements).id] }), 'claim'),
  })
  return JSON.parse(
    JSON.stringify({ ...state, programme: { ...state.programme, frameworks } }),
  ) as ProgrammeState
}

function words(random: Random, count: number): string {
  return Array.from({ length: count }, () => oneOf(random, WORDS)).join(' ')
}

function text(random: Random): string {
  return `${words(random, 25)}.${oneOf(random, ENDINGS)}`
}
