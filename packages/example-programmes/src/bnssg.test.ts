import { type Answer, type ProgrammeState, summariseLevels } from '@workplan/domain'
import { loadLibrary } from '@workplan/rulebook'
import { describe, expect, it } from 'vitest'
import { loadExampleProgrammes } from './index.ts'

const library = loadLibrary()
const { programme, records } = programmeCalled('bnssg')

function programmeCalled(id: string): ProgrammeState {
  const states = loadExampleProgrammes(new Set(library.requirements.keys()))
  const state = states.find((candidate) => candidate.programme.id === id)
  if (!state) throw new Error(`there is no programme ${id}`)
  return state
}

/** The numbers of the measures whose answers pass the test, in the order of the workbook. */
function measuresWhere(test: (answer: Answer) => boolean): string[] {
  return records.answer.filter(test).map(({ measure }) => measure.replace('ambitions.', ''))
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
    expect(dated.map(({ due }) => due).sort()).toEqual([
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

describe('the BNSSG self-assessment', () => {
  it('has one current round with 76 answers, of which one is a heading row', () => {
    expect(records.assessment.map(({ id, current }) => [id, current])).toEqual([
      ['bnssg.self-assessment', true],
    ])
    expect(countBy(records.answer, ({ state }) => state)).toEqual({
      answered: 71,
      unanswered: 4,
      'not-scored': 1,
    })
    expect(measuresWhere(({ state }) => state === 'not-scored')).toEqual(['1.6.1'])
  })

  it('answers every measure of the framework once', () => {
    const measures = library.frameworks
      .flatMap(({ requirements }) => requirements)
      .filter(({ kind }) => kind === 'measure')
    expect(records.answer.map(({ measure }) => measure).sort()).toEqual(measures.map(({ id }) => id).sort())
  })

  it('leaves four measures unanswered, all three for children among them', () => {
    expect(measuresWhere(({ state }) => state === 'unanswered')).toEqual(['1.1.1', '1.1.3', '4.4.1', '4.4.4'])
  })

  it('stands at levels 0, 1 and 5 where the workbook says so', () => {
    expect(measuresWhere(({ level }) => level === 0)).toEqual(['1.1.7', '1.6.4', '6.4.1'])
    expect(measuresWhere(({ level }) => level === 1)).toEqual(['1.6.3', '3.4.1', '3.6.1', '6.1.1', '6.2.1'])
    expect(measuresWhere(({ level }) => level === 5)).toEqual(['3.3.2', '3.5.2', '4.1.1'])
  })

  it('keeps apart what has no evidence, an open question, and work to come', () => {
    const noEvidence = ({ level, evidenceState }: Answer) => level !== null && evidenceState === 'none'
    expect(measuresWhere(noEvidence).join(' ')).toBe(
      '1.4.1 1.6.4 3.6.1 4.1.4 4.1.5 4.1.6 4.2.1 4.3.1 4.3.2 4.4.2 4.4.3 4.5.1 ' +
        '5.5.1 5.6.1 6.1.1 6.2.1 6.3.1 6.4.1',
    )
    expect(measuresWhere((answer) => noEvidence(answer) && Number(answer.level) >= 3).join(' ')).toBe(
      '1.4.1 4.1.4 4.1.5 4.1.6 4.3.1 4.3.2 4.4.2 4.4.3 4.5.1 6.3.1',
    )
    expect(measuresWhere(({ level, evidence }) => level === null && evidence !== null)).toEqual([])
    expect(measuresWhere(({ evidenceState }) => evidenceState === 'query')).toEqual(['3.3.2', '3.3.3'])
    expect(
      measuresWhere(({ level, evidenceState }) => Number(level) >= 3 && evidenceState === 'pending'),
    ).toEqual(['5.2.1', '5.3.1', '5.4.1'])
  })

  it('comes to 71 of 75 measures answered and 44 at level 3 and above', () => {
    const ambitions = library.frameworks.find(({ id }) => id === 'framework.ambitions-2021-2026')
    const { total } = summariseLevels(ambitions?.requirements ?? [], records.answer)
    expect(total).toMatchObject({
      measures: 75,
      answered: 71,
      unanswered: 4,
      countAtLevel: { 0: 3, 1: 5, 2: 19, 3: 29, 4: 12, 5: 3 },
      level3AndAbove: { count: 44, percent: 58.7, percentOfAnswered: 62 },
    })
  })

  it('holds the printed percentages of the workbook and of the slide, which differ for ambition 1', () => {
    const figuresOf = (id: string) => records.claim.find((claim) => claim.id === id)?.figures
    expect(figuresOf('bnssg.sa.published.workbook.a1')).toEqual({
      0: 10.5,
      1: 5.3,
      2: 15.8,
      3: 52.6,
      4: 5.3,
      5: 0,
    })
    expect(figuresOf('bnssg.sa.published.slide.a1')).toMatchObject({ 3: 36.8, 4: 21.1, level3AndAbove: 57.9 })
    expect(figuresOf('bnssg.sa.published.slide.a4')).toMatchObject({ level3AndAbove: 65.1 })
    expect(records.claim.filter(({ check }) => check?.kind === 'percent-at-level')).toHaveLength(12)
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
