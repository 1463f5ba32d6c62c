import type { ProgrammeState } from '@workplan/domain'
import { loadLibrary } from '@workplan/rulebook'
import { describe, expect, it } from 'vitest'
import { loadExampleProgrammes } from './index.ts'

const { programme, records } = programmeCalled('bnssg')

function programmeCalled(id: string): ProgrammeState {
  const states = loadExampleProgrammes(new Set(loadLibrary().requirements.keys()))
  const state = states.find((candidate) => candidate.programme.id === id)
  if (!state) throw new Error(`there is no programme ${id}`)
  return state
}

function countBy<T>(items: readonly T[], key: (item: T) => string): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const item of items) counts[key(item)] = (counts[key(item)] ?? 0) + 1
  return counts
}

describe('the BNSSG programme', () => {
  it('is pinned to the day of its board paper', () => {
    expect(programme.pinnedTo).toBe('2023-03-13')
    expect(programme.pinnedBecause).toMatch(/our reading/)
  })

  it('names no person: posts are kept by role', () => {
    expect(records.task.filter(({ owner }) => owner !== null)).toEqual([])
    expect(records.workstream.filter(({ lead }) => lead !== null)).toEqual([])
    expect(records.group.filter(({ chair }) => chair !== null)).toEqual([])
    expect(records.post.map(({ role, filled }) => [role, filled])).toEqual([
      ['approver', true],
      ['programme-office', true],
      ['programme-office', true],
      ['sro', null],
    ])
  })
})

describe('the BNSSG workplan', () => {
  it('has 7 tasks, 23 rows of the plan, 17 next steps and 15 milestones', () => {
    expect(countBy(records.task, ({ form }) => form)).toEqual({ task: 7, 'plan-row': 23, 'next-step': 17 })
    expect(records.milestone).toHaveLength(15)
  })

  it('keeps the ambition that is stated for 2 of the 7 tasks', () => {
    const tasks = records.task.filter(({ form }) => form === 'task')
    const stated = tasks.filter(({ serves }) => serves.includes('ambitions.a1'))
    expect(stated.map(({ id }) => id)).toEqual(['bnssg.task.data', 'bnssg.task.identification'])
    expect(tasks.every(({ serves }) => serves.some((id) => id.startsWith('duty.')))).toBe(true)
  })

  it('has a quarter without a year for every row of the plan, 7 of them uncertain', () => {
    const rows = records.task.filter(({ form }) => form === 'plan-row')
    expect(rows.every(({ quarter, due }) => quarter !== null && quarter.year === null && due === null)).toBe(
      true,
    )
    expect(rows.filter(({ basis }) => basis?.quarter?.kind === 'inferred')).toHaveLength(7)
  })

  it('blocks a task that waits for a decision or for money, and says which', () => {
    const blocked = records.task.filter(({ status }) => status === 'blocked')
    expect(blocked.map(({ id, statusReason }) => [id, statusReason])).toEqual([
      ['bnssg.task.online-resources', 'decision-needed'],
      ['bnssg.task.identification', 'funding-needed'],
    ])
  })

  it('leaves the state of rows and next steps unknown unless the paper gives it', () => {
    const known = records.task.filter(({ form, status }) => form !== 'task' && status !== 'unknown')
    expect(known.map(({ id }) => id)).toEqual(['bnssg.plan.outcomes-proposal'])
    expect(countBy(records.milestone, ({ status }) => status)).toEqual({
      'in-progress': 7,
      done: 7,
      unknown: 1,
    })
  })

  it('marks every date whose year the paper leaves out', () => {
    const dated = [...records.task, ...records.milestone].filter(({ due }) => due !== null)
    expect(dated.map(({ due }) => due).toSorted()).toEqual([
      '2023-03-13',
      '2023-03-20',
      '2023-03-20',
      '2023-03-27',
      '2023-03-31',
      '2023-04',
      '2023-04',
      '2023-04',
      '2023-05',
    ])
    expect(dated.every(({ basis }) => basis?.due?.kind === 'inferred')).toBe(true)
  })
})

describe('what BNSSG says of its duties and foundations', () => {
  it('has 8 rows on duties, with what was looked for and not found kept apart from what is not known', () => {
    const duties = records.position.filter(({ requirement }) => requirement.startsWith('duty.'))
    expect(countBy(duties, ({ gapState }) => String(gapState))).toEqual({
      known: 4,
      'not-yet-known': 3,
      'none-identified': 1,
    })
  })

  it('covers all parts of the fourth action except medicines, and the specification for adults only', () => {
    const positionOn = (requirement: string) =>
      records.position.find((position) => position.requirement === requirement)
    expect(positionOn('duty.action.generalist-ooh-medicines')?.elementsNotMentioned).toEqual(['medicines'])
    expect(positionOn('duty.action.service-spec')?.audienceCovered).toEqual(['adult'])
    expect(positionOn('duty.action.specify.spiritual-care')?.proxyEvidence).toBe(true)
  })

  it('has 3 of 8 foundations without a workstream, all by inference', () => {
    const foundations = records.position.filter(({ hasWorkstream }) => hasWorkstream !== null)
    expect(foundations).toHaveLength(8)
    expect(
      foundations.filter(({ hasWorkstream }) => !hasWorkstream).map(({ requirement }) => requirement),
    ).toEqual([
      'ambitions.foundation.those-important',
      'ambitions.foundation.co-design',
      'ambitions.foundation.leadership',
    ])
    expect(foundations.every(({ basis }) => basis?.hasWorkstream?.kind === 'inferred')).toBe(true)
  })
})

describe('round-the-clock cover in BNSSG', () => {
  const service = (name: string) => records.service.find(({ id }) => id === `bnssg.coverage.${name}`)

  it('has 25 services, 8 of them with something unconfirmed', () => {
    expect(records.service).toHaveLength(25)
    expect(records.service.filter(({ queries }) => queries.length > 0)).toHaveLength(8)
  })

  it('requires every hour for three requirements and, by inference, office hours on seven days for the fourth', () => {
    const hours = records['coverage-requirement'].map(({ required }) => [
      required[0]?.days.length,
      required[0]?.from,
      required[0]?.to,
    ])
    expect(hours).toEqual([
      [7, '00:00', '24:00'],
      [7, '00:00', '24:00'],
      [7, '00:00', '24:00'],
      [7, '09:00', '17:00'],
    ])
    const inferred = records['coverage-requirement'].filter(({ basis }) => basis?.required)
    expect(inferred.map(({ id }) => id)).toEqual(['bnssg.requirement.specialist-7-day'])
  })

  it('keeps mode and setting apart', () => {
    expect(service('fast-track')).toMatchObject({ modes: ['not-stated'], settings: ['home', 'nursing-home'] })
    expect(service('ooh-visits')).toMatchObject({ modes: ['home-visit'], settings: [] })
    expect(service('st-peters-ipu')).toMatchObject({ modes: ['not-stated'], settings: ['inpatient'] })
  })

  it('knows which cover is conditional, which place is in doubt, and which provider has two names', () => {
    expect(service('st-peters-hah')).toMatchObject({
      aroundTheClock: true,
      conditional: 'depends on staffing',
    })
    expect(service('brisdoc-professional-line')?.uncertainLocalities).toEqual([
      'bnssg.locality.south-gloucestershire',
    ])
    expect(records.provider.find(({ sameAs }) => sameAs !== null)).toMatchObject({
      id: 'bnssg.provider.brisdoc',
      sameAs: 'bnssg.provider.severnside-brisdoc',
    })
    expect(records.locality.filter(({ partial }) => partial).map(({ name }) => name)).toEqual([
      'Parts of North Somerset',
    ])
  })
})

describe('the BNSSG freedom of information return', () => {
  it('has 10 answers, 2 of which say something else than their letter', () => {
    expect(records['foi-answer']).toHaveLength(10)
    const wrong = records['foi-answer'].filter(({ consistent }) => consistent === false)
    expect(wrong.map(({ number, chosen, textSuggests }) => [number, chosen, textSuggests])).toEqual([
      ['2', ['a'], ['d']],
      ['5', ['a'], ['b']],
    ])
  })

  it('puts hospice contracts at £4,028,000, 8.6% of it for children', () => {
    const { adult, children } = records.claim.find(({ id }) => id === 'bnssg.claim.foi.q8')?.figures ?? {}
    expect(Number(adult) + Number(children)).toBe(4_028_000)
    expect(Math.round((Number(children) * 1000) / 4_028_000) / 10).toBe(8.6)
  })
})

describe('the BNSSG strategy', () => {
  it('sorts 15 themes by the progress that the paper prints over them', () => {
    const themes = records['strategy-item'].filter(({ kind }) => kind === 'progress-theme')
    expect(countBy(themes, ({ statedProgress }) => String(statedProgress))).toEqual({
      'significant-progress': 7,
      'plans-under-way': 5,
      'plans-needed': 3,
    })
  })

  it('says which parts of its slides are lost', () => {
    const lost = records['strategy-item'].filter(({ kind }) => kind === 'lost-on-slide')
    expect(lost.map(({ id }) => id)).toEqual([
      'bnssg.strategy.lost-delivery-plan',
      'bnssg.strategy.lost-rows',
    ])
  })
})
