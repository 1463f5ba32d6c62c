import { type ProgrammeState } from '@workplan/domain'
import { loadLibrary } from '@workplan/rulebook'
import { describe, expect, it } from 'vitest'
import { loadExampleProgrammes } from './index.ts'

const { programme, records } = programmeCalled('northamptonshire')
const actions = records.task.filter(({ form }) => form === 'action')
const forChildren = actions.filter(({ id }) => id.startsWith('northants.task.cyp.'))
const fromTables = actions.filter((task) => !forChildren.includes(task))

function programmeCalled(id: string): ProgrammeState {
  const states = loadExampleProgrammes(new Set(loadLibrary().requirements.keys()))
  const state = states.find((candidate) => candidate.programme.id === id)
  if (!state) throw new Error(`there is no programme ${id}`)
  return state
}

describe('the Northamptonshire programme', () => {
  it('is pinned to a day of our choice, and says so', () => {
    expect(programme.pinnedTo).toBe('2023-04-01')
    expect(programme.pinnedBecause).toMatch(/^Our choice\./)
  })

  it('has three workstreams of our making, one for each app', () => {
    expect(records.workstream.map(({ id, app }) => [id, app])).toEqual([
      ['northants.ws.adult', 'adult'],
      ['northants.ws.children', 'children'],
      ['northants.ws.workforce', 'workforce'],
    ])
    expect(records.workstream.every(({ basis }) => basis?.name?.kind === 'inferred')).toBe(true)
  })
})

describe('the actions of Northamptonshire', () => {
  it('are 83 and 5 for children, none with an owner, a date or a state', () => {
    expect([fromTables.length, forChildren.length]).toEqual([83, 5])
    expect(actions.filter(({ owner }) => owner !== null)).toEqual([])
    expect(actions.filter(({ due }) => due !== null)).toEqual([])
    expect(actions.every(({ status, updatedOn }) => status === 'unknown' && updatedOn === null)).toBe(true)
  })

  it('serve an action, an aim and an ambition of the strategy', () => {
    expect(fromTables.every(({ serves }) => serves.length === 3)).toBe(true)
    expect(new Set(fromTables.map(({ serves }) => serves[1])).size).toBe(35)
    expect(fromTables[0]?.serves).toEqual(['nn.a1.w1.d1', 'nn.a1.w1', 'nn.a1'])
  })

  it('go to workforce when they serve the ambition for staff or train staff', () => {
    const workforce = actions.filter(({ workstream }) => workstream === 'northants.ws.workforce')
    expect(workforce).toHaveLength(14)
    expect(workforce.filter(({ serves }) => serves.includes('nn.a5'))).toHaveLength(10)
    expect(workforce.every(({ audience }) => audience.includes('workforce'))).toBe(true)
  })

  it('have one for the move into adult services, which is for children and for adults', () => {
    const transition = actions.filter(({ themes }) => themes.includes('transition'))
    expect(transition.map(({ id, audience }) => [id, audience])).toEqual([
      ['northants.task.cyp.4', ['children', 'adult']],
    ])
  })

  it('have 6 groups that say the same work', () => {
    const groups = new Set(actions.flatMap(({ duplicateGroup }) => duplicateGroup ?? []))
    expect(groups.size).toBe(6)
    expect(actions.filter(({ duplicateGroup }) => duplicateGroup === 'advice-24-7')).toHaveLength(4)
  })

  it('have 5 that wait for the one that delivers the shared record, which waits for nothing', () => {
    const waiting = actions.filter(({ dependsOn }) => dependsOn.length > 0)
    expect(waiting.map(({ id }) => id)).toEqual([
      'northants.task.a1.w2.d3',
      'northants.task.a1.w2.d4',
      'northants.task.a3.w3.d1',
      'northants.task.a4.w2.d1',
      'northants.task.cyp.5',
    ])
    const waitedFor = waiting.flatMap(({ dependsOn }) => dependsOn.map(({ task }) => task))
    expect([...new Set(waitedFor)]).toEqual(['northants.task.a4.w1.d1'])
  })
})

describe('the gaps of Northamptonshire', () => {
  const ofKind = (kind: string) => records['stated-gap'].filter((gap) => gap.kind === kind)

  it('are 21 by stakeholders on 9 themes, 4 by workshops and 2 in the text', () => {
    expect([ofKind('stakeholder').length, ofKind('workshop').length, ofKind('strategy').length]).toEqual([
      21, 4, 2,
    ])
    expect(new Set(ofKind('stakeholder').map(({ theme }) => theme)).size).toBe(9)
  })

  it('are linked to actions by inference, and leadership to none', () => {
    expect(records['stated-gap'].every(({ basis }) => basis?.answeredBy?.kind === 'inferred')).toBe(true)
    const unanswered = records['stated-gap'].filter(
      ({ answeredBy, answeredElsewhereBy }) => answeredBy.length + answeredElsewhereBy.length === 0,
    )
    expect(unanswered.map(({ id }) => id)).toEqual([
      'northants.gap.workshop.leadership',
      'northants.services.stated-gap.funding',
    ])
  })
})

describe('how Northamptonshire measures', () => {
  it('has 6 outcomes and 18 metrics: 4 blocked, 7 without a frequency, none with a baseline', () => {
    expect(records['strategy-item'].filter(({ kind }) => kind === 'outcome')).toHaveLength(6)
    expect(records.metric).toHaveLength(18)
    expect(records.metric.filter(({ blockedBy }) => blockedBy !== null)).toHaveLength(4)
    expect(records.metric.filter(({ frequency }) => frequency === null)).toHaveLength(7)
    expect(records.metric.filter(({ baseline }) => baseline !== null)).toEqual([])
  })

  it('has one metric that counts less than its outcome says', () => {
    expect(
      records.metric.filter(({ narrowerThanOutcome }) => narrowerThanOutcome).map(({ id }) => id),
    ).toEqual(['northants.metric.coordinated.multiple-admissions'])
  })

  it('keeps the figures on place of death with a caution on each, and two data sets apart', () => {
    const values = Object.fromEntries(
      records.reading.map(({ id, value }) => [id.replace('northants.death.', ''), value]),
    )
    expect(values).toMatchObject({
      'hospital-fewer-average': 299,
      'hospital-fewer-best': 788,
      'home-more-average': 163,
      'home-more-best': 530,
      'hospice-more-average': 54,
      'hospice-more-best': 221,
      'hospital-above': 9,
      'hospice-below': 22,
      'hospital-last-year': 2872,
      'beds-percent': 8,
      beds: 102,
      'los-over-week': 55,
      'los-over-week-count': 1589,
      'los-over-month': 13,
    })
    expect(records.reading.every(({ caveats }) => caveats.length > 0)).toBe(true)
    expect(new Set(records.reading.map(({ dataset, period }) => `${dataset} ${period}`)).size).toBe(2)
  })
})

describe('the rest of the strategy', () => {
  it('has 14 services, 17 contributors, 19 glossary terms and 6 enablers', () => {
    expect(records.service).toHaveLength(14)
    expect(records.stakeholder).toHaveLength(17)
    expect(records['glossary-term']).toHaveLength(19)
    expect(records['strategy-item'].filter(({ kind }) => kind === 'enabler')).toHaveLength(6)
  })

  it('has no assessment, because the levels of 2022 were not published', () => {
    expect(records.assessment).toEqual([])
    const told = records['strategy-item'].find(({ id }) => id === 'northants.self-assessment')
    expect(told?.description).toMatch(/not published/)
  })

  it('reports through five lines, and says that one is missing', () => {
    expect(
      records['reporting-line'].map(({ from, to }) => `${from} ${to}`.replaceAll('northants.group.', '')),
    ).toEqual(['cog aalyoldg', 'aalyoldg sqg', 'sqg icb', 'sqg icp', 'task-and-finish aalyoldg'])
    expect(records['open-issue'].map(({ id }) => id)).toEqual(['northants.line.themed-groups.unknown'])
  })
})
