import type { Answer, ProgrammeState, Service } from '@workplan/domain'
import { loadLibrary, loadRulebook } from '@workplan/rulebook'
import { type Rules, rulesOver } from '../rules.ts'
import { smallProgramme } from './small-programme.ts'

const source = { document: 'Test' }

const FEW = [
  'level-without-evidence',
  'service-conditional',
  'task-overdue',
  'task-silent-30-days',
  'task-without-owner',
]

/** The real frameworks with a few of the real rules: tasks overdue, silent or without owner, a level, a service. */
export function fewRules(): Rules {
  const { rules, conditions } = loadRulebook()
  return rulesOver(loadLibrary(), { rules: rules.filter(({ id }) => FEW.includes(id)), conditions })
}

/**
 * The small programme, whose two tasks are three days late and without owner, with an answer at level 3 that has no evidence
 * and a service that runs on a condition. Nobody said anything about the adult task for 20 days; of the other it is not known.
 */
export function judgedProgramme(id: string): ProgrammeState {
  const state = smallProgramme(id)
  const [adult, children] = state.records.task
  if (!adult || !children) throw new Error('the small programme has two tasks')
  state.records.task = [{ ...adult, updatedOn: '2023-02-21' }, children]
  state.records.assessment = [
    {
      id: `${id}.round`,
      source,
      framework: 'framework.ambitions-2021-2026',
      title: 'Round of 2023',
      organisation: null,
      completedBy: null,
      formVersion: null,
      completedOn: null,
      signedOffBy: null,
      history: [],
      current: true,
    },
  ]
  state.records.answer = [answerOf(id)]
  state.records.locality = [
    { id: `${id}.place`, source, name: 'The whole place', within: null, partial: false },
  ]
  state.records.service = [serviceOf(id)]
  return state
}

function answerOf(programme: string): Answer {
  return {
    id: `${programme}.answer`,
    source,
    assessment: `${programme}.round`,
    measure: 'ambitions.1.1.3',
    state: 'answered',
    level: 3,
    evidence: null,
    evidenceState: 'none',
    evidenceDate: null,
    gap: null,
    gapIsNil: false,
    nextStep: null,
    workstream: null,
    answeredFor: null,
    seeAlso: [],
  }
}

function serviceOf(programme: string): Service {
  return {
    id: `${programme}.service`,
    source,
    title: 'Advice line',
    provider: null,
    hostProvider: null,
    meets: [],
    audience: ['adult'],
    localities: [`${programme}.place`],
    localitiesStated: true,
    uncertainLocalities: [],
    hours: null,
    hoursAsStated: null,
    aroundTheClock: null,
    reducedDays: [],
    modes: [],
    settings: [],
    users: [],
    conditional: 'depends on staffing',
    queries: [],
    capacity: null,
    beds: null,
    capacityConcern: false,
    careLevel: null,
    ageBands: [],
    description: null,
  }
}
