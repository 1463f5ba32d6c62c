import type {
  Answer,
  AnswerChange,
  MeasureAnswer,
  OrganisationAnswerView,
  RoundSummary,
  RoundView,
} from '@workplan/domain'
import { exampleService, problem, type ExampleService } from '../../testing/index.ts'

const ROOT = '/api/programmes/bnssg'
export const ROUND = 'bnssg.round.new'
export const ROUND_PATH = `${ROOT}/assessments/${ROUND}`
export const answerPath = (number: string) => `${ROOT}/answers/${ROUND}.${number}`

const source = { document: 'Workplan' }

/** An answer in the new round, unanswered unless `change` says more. */
export function answerTo(number: string, change: Partial<Answer> = {}): Answer {
  return {
    id: `${ROUND}.${number}`,
    source,
    assessment: ROUND,
    measure: `ambitions.${number}`,
    state: 'unanswered',
    level: null,
    evidence: null,
    evidenceState: 'none',
    evidenceDate: null,
    gap: null,
    gapIsNil: false,
    nextStep: null,
    workstream: null,
    answeredFor: null,
    seeAlso: [],
    whyNotApplicable: null,
    confirms: null,
    ...change,
  }
}

/** A measure of the round that this person may answer. */
export function measureRow(number: string, change: Partial<MeasureAnswer> = {}): MeasureAnswer {
  return {
    measure: {
      id: `ambitions.${number}`,
      kind: 'measure',
      number,
      title: `Measure ${number}`,
      description: null,
      audience: ['adult'],
      ambition: { id: 'ambitions.a1', number: '1', title: 'Seen as an individual' },
      block: 'Honest conversations',
    },
    apps: ['adult'],
    answer: answerTo(number),
    version: 1,
    last: null,
    organisations: [],
    mayAnswer: true,
    ...change,
  }
}

export function organisation(name: string, level: Answer['level'], version = 1): OrganisationAnswerView {
  return {
    answer: {
      id: `${ROUND}.1.1.1.of.${name}`,
      source,
      assessment: ROUND,
      measure: 'ambitions.1.1.1',
      provider: `provider.${name}`,
      state: level === null ? 'unanswered' : 'answered',
      level,
      evidence: null,
      gap: null,
      whyNotApplicable: null,
    },
    version,
    providerName: `The ${name}`,
  }
}

const LEVELS = ['Not ready', 'No plan', 'Plans', 'In one or two organisations', 'In most', 'Everywhere']

export function roundSummary(change: Partial<RoundSummary> = {}): RoundSummary {
  const none = { 0: 0, 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 }
  return {
    id: ROUND,
    version: 7,
    title: 'Round of March 2023',
    framework: 'framework.ambitions',
    standing: 'open',
    current: false,
    startedOn: '2023-03-13',
    completedOn: null,
    signedOffBy: null,
    signerName: null,
    signedOffOn: null,
    follows: { id: 'bnssg.round.old', title: 'Round of 2022' },
    figures: {
      measures: 4,
      answered: 1,
      unanswered: 3,
      notApplicable: 0,
      countAtLevel: none,
      percentAtLevel: none,
      percentAtLevelOfAnswered: none,
      level3AndAbove: { count: 1, percent: 25, percentOfAnswered: 100 },
    },
    ...change,
  }
}

export function roundView(measures: MeasureAnswer[], change: Partial<RoundView> = {}): RoundView {
  return {
    round: roundSummary(),
    levels: LEVELS.map((descriptor, level) => ({
      level: level as RoundView['levels'][number]['level'],
      descriptor,
      requiresEvidence: level === 5,
    })),
    measures,
    providers: ['hospice', 'trust'].map((name) => ({ id: `provider.${name}`, name: `The ${name}` })),
    mayAnswer: true,
    maySignOff: false,
    mayWithdraw: false,
    ...change,
  }
}

const NO_FLAGS = { cleared: [], raised: [], reopened: [] }

/** A service with one open round whose measures can be read and, from the version they have, answered. */
export function roundService(measures: MeasureAnswer[], change: Partial<RoundView> = {}): ExampleService {
  const rows = new Map(measures.map((row) => [row.answer.id, row]))
  const service = exampleService({})
  service.on(`GET ${ROUND_PATH}`, () => roundView([...rows.values()], change))
  for (const [id, { measure }] of rows)
    service.on(`PATCH ${answerPath(measure.number ?? '')}`, ({ headers, body }) => {
      const before = rows.get(id)
      if (!before) return problem(404, 'not-found', 'There is no such answer.')
      if (headers.get('if-match') !== `"${before.version}"`)
        return problem(412, 'stale-version', 'Somebody changed it first.', { current: before })
      const answer: Answer = { ...before.answer, ...(body as AnswerChange) }
      const item = { ...before, version: before.version + 1, answer }
      rows.set(id, item)
      return { item, flags: NO_FLAGS }
    })
  return service
}
