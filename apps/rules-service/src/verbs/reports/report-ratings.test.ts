import { loadLibrary } from '@workplan/rulebook'
import { describe, expect, it } from 'vitest'
import type { Rag, ReportRag, Workstream } from '@workplan/domain'
import { exampleProgramme, loaded, smallState } from '../../views/loaded-programme.fixture.ts'
import { rateEvidence } from './rate-evidence.ts'
import { rateFunding } from './rate-funding.ts'
import { rateWorkforce } from './rate-workforce.ts'
import { computeRatings, overrideRatings } from './report-ratings.ts'
import { taskOf } from './work.fixture.ts'

const library = loadLibrary()
const bnssg = exampleProgramme('bnssg')
const asAt = '2023-03-13'

const staff: Workstream = {
  id: 'ws.staff',
  source: { document: 'Test' },
  name: 'Staff',
  label: 'Staff',
  app: 'workforce',
  lead: null,
}

describe('rateFunding', () => {
  it.each<[string, Parameters<typeof taskOf>[1][], Rag]>([
    ['blocked until money is found', [{ status: 'blocked', statusReason: 'funding-needed' }], 'red'],
    ['needs money and goes on', [{ fundingNeeded: true }], 'amber'],
    ['needs none', [{ fundingNeeded: false }, {}], 'green'],
    ['nobody says', [{}], 'not-rated'],
    ['all finished', [{ status: 'done', fundingNeeded: true }], 'complete'],
    ['no work', [], 'not-rated'],
  ])('%s', (_case, tasks, expected) => {
    expect(rateFunding(tasks.map((parts, place) => taskOf(`t${place}`, parts))).rag).toBe(expected)
  })

  it('names the tasks behind each reason', () => {
    const rated = rateFunding([taskOf('a', { fundingNeeded: true }), taskOf('b')])
    expect(rated.reasons).toEqual([
      { text: '1 open task in need of money, not blocked by it', records: ['a'] },
      { text: '1 open task without word on whether money is needed', records: ['b'] },
    ])
  })
})

describe('rateEvidence', () => {
  it('counts the BNSSG levels 3 and above without evidence', () => {
    const rated = rateEvidence(bnssg.state, library)
    expect(rated.rag).toBe('amber')
    expect(rated.reasons[0]?.text).toBe('10 of 44 measures at level 3 and above without evidence (22.7%)')
    expect(rated.reasons[0]?.records).toEqual(
      ['1.4.1', '4.1.4', '4.1.5', '4.1.6', '4.3.1', '4.3.2', '4.4.2', '4.4.3', '4.5.1', '6.3.1'].map(
        (number) => `bnssg.sa.${number}`,
      ),
    )
  })

  it('is red above a quarter and green without any', () => {
    const answersAt = (evidenceState: 'none' | 'described') => {
      const state = structuredClone(bnssg.state)
      for (const answer of state.records.answer) answer.evidenceState = evidenceState
      return rateEvidence(state, library).rag
    }
    expect(answersAt('none')).toBe('red')
    expect(answersAt('described')).toBe('green')
  })

  it('is not rated where nothing was assessed', () => {
    expect(rateEvidence(smallState(), library)).toEqual({
      rag: 'not-rated',
      reasons: [{ text: 'No self-assessment', records: [] }],
    })
  })
})

describe('rateWorkforce', () => {
  it('reads tasks about staff and the measures about staff together', () => {
    const rated = rateWorkforce(bnssg.state, library, asAt)
    expect(rated.rag).toBe('amber')
    const reached = rated.reasons.find(({ text }) => text.includes('at level 3 and above'))
    expect(reached?.text).toMatch(/^(\d+) of (\d+) measures about staff/)
    expect(reached?.records).toHaveLength(Number(reached?.text.match(/^\d+/)?.[0]))
  })

  it('looks at the workforce only: late work elsewhere does not count', () => {
    const state = smallState()
    state.records.workstream = [staff]
    state.records.task = [
      taskOf('other', { due: '2023-01' }),
      taskOf('ours', { workstream: 'ws.staff', due: '2023-05' }),
    ]
    expect(rateWorkforce(state, library, asAt).rag).toBe('green')
    state.records.task = [taskOf('named', { audience: ['workforce'], due: '2023-01' })]
    expect(rateWorkforce(state, library, asAt)).toEqual({
      rag: 'red',
      reasons: [{ text: '1 item more than two weeks late (work on staff)', records: ['named'] }],
    })
  })

  it('never takes a blank for a reached level', () => {
    const state = structuredClone(bnssg.state)
    for (const answer of state.records.answer) Object.assign(answer, { state: 'unanswered', level: null })
    const rated = rateWorkforce(state, library, asAt)
    expect(rated.rag).toBe('red')
    expect(rated.reasons[0]?.text).toMatch(/^(\d+) of \1 measures about staff unanswered$/)
  })
})

describe('computeRatings', () => {
  it('rates overall as the worst of the parts, and says which', () => {
    const ratings = computeRatings(bnssg, library, null)
    const [overall, ...parts] = ratings
    expect(ratings.map(({ dimension }) => dimension)).toEqual([
      'overall',
      'schedule',
      'workforce',
      'funding',
      'evidence',
    ])
    expect(overall).toMatchObject({ rag: 'red', computed: 'red', lastPeriod: null, overrideReason: null })
    const red = parts.filter(({ rag }) => rag === 'red')
    expect(overall?.reasons).toHaveLength(red.length)
    expect(overall?.reasons[0]).toEqual({
      text: 'Funding is red: 1 open task blocked until money is found',
      records: [{ kind: 'task', id: 'bnssg.task.identification', title: 'Identify people sooner' }],
    })
  })

  it('is not rated without anything to judge', () => {
    expect(computeRatings(loaded(smallState()), library, null).map(({ rag }) => rag)).toEqual(
      Array(5).fill('not-rated'),
    )
  })
})

describe('overrideRatings', () => {
  const ratings: ReportRag[] = [
    {
      dimension: 'schedule',
      lastPeriod: null,
      computed: 'red',
      rag: 'red',
      reasons: [],
      overrideReason: null,
    },
  ]

  it('keeps what the records say beside what a person says', () => {
    const override = { dimension: 'schedule', rag: 'amber', reason: 'A new date is agreed' } as const
    expect(overrideRatings(ratings, [override])[0]).toMatchObject({
      computed: 'red',
      rag: 'amber',
      overrideReason: 'A new date is agreed',
    })
  })

  it('goes back to the records with null, and when both say the same', () => {
    const own = overrideRatings(ratings, [{ dimension: 'schedule', rag: 'amber', reason: 'Why' }])
    for (const rag of [null, 'red'] as const)
      expect(overrideRatings(own, [{ dimension: 'schedule', rag, reason: 'Why' }])).toEqual(ratings)
  })
})
