import { ReportContent, type Milestone, type Period, type Task } from '@workplan/domain'
import { loadLibrary } from '@workplan/rulebook'
import { describe, expect, it } from 'vitest'
import type { LoadedProgramme } from '../../store/programme.ts'
import {
  exampleProgramme,
  flagOf,
  flagsById,
  loaded,
  smallState,
} from '../../views/loaded-programme.fixture.ts'
import { BNSSG_TOTAL } from '../../views/level-summary.fixture.ts'
import { draftContent, refreshContent } from './draft-content.ts'
import { milestoneOf, taskOf } from './work.fixture.ts'

const library = loadLibrary()
const bnssg = exampleProgramme('bnssg')
const group = { id: 'group.board', name: 'Programme board' }
const quarter: Period = { from: '2023-01-01', to: '2023-03-31' }

function draft(
  programme: LoadedProgramme,
  parts: { period?: Period; last?: ReportContent } = {},
): ReportContent {
  return draftContent({
    programme,
    library,
    group,
    period: parts.period ?? quarter,
    last: parts.last ?? null,
    refreshedAt: '2023-03-13T09:00:00.000Z',
  })
}

function withWork(tasks: Task[], milestones: Milestone[] = []): LoadedProgramme {
  const state = smallState()
  state.records.task = tasks
  state.records.milestone = milestones
  return loaded(state)
}

describe('draftContent', () => {
  it('draws up the BNSSG report from its records, in the shape of the API', () => {
    const content = draft(bnssg)
    expect(ReportContent.safeParse(content).error).toBeUndefined()
    expect(content.levels?.total).toEqual(BNSSG_TOTAL)
    expect(content.decisionsNeeded.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['bnssg.task.online-resources', 'bnssg.task.identification']),
    )
    expect(content.milestones).toHaveLength(15)
  })

  it('has no levels for a programme that has not assessed itself, instead of zeros', () => {
    const content = draft(exampleProgramme('northamptonshire'))
    expect(content.levels).toBeNull()
    expect(ReportContent.safeParse(content).error).toBeUndefined()
  })

  it('names records that exist in every list and every reason', () => {
    const content = draft(bnssg)
    const ids = new Set(Object.values(bnssg.state.records).flatMap((records) => records.map(({ id }) => id)))
    const named = [
      ...content.ratings
        .flatMap(({ reasons }) => reasons.flatMap(({ records }) => records))
        .map(({ id }) => id),
      ...[content.done, content.next, content.late, content.milestones].flat().map(({ id }) => id),
    ]
    expect(named.length).toBeGreaterThan(0)
    expect(named.filter((id) => !ids.has(id))).toEqual([])
  })

  it('lists as done what was finished within the period, however well the day is known', () => {
    const content = draft(
      withWork([
        taskOf('in-period', { status: 'done', percent: 100, completedOn: '2023-02-01' }),
        taskOf('before', { status: 'done', percent: 100, completedOn: '2022-12-31' }),
        taskOf('due-in-period', { status: 'done', percent: 100, due: '2023-03' }),
        taskOf('nobody-knows', { status: 'done', percent: 100 }),
        taskOf('open', { completedOn: null }),
      ]),
    )
    expect(content.done.map(({ id }) => id)).toEqual(['in-period', 'due-in-period'])
  })

  it('puts the latest first and never lists late work as next', () => {
    const content = draft(
      withWork([
        taskOf('late', { due: '2023-03-10', progress: 'Waiting for a reply' }),
        taskOf('very-late', { due: '2023-01' }),
        taskOf('due-today', { due: '2023-03-13' }),
        taskOf('soon', { due: '2023-04', nextStep: 'Send the paper' }),
        taskOf('far', { due: '2024-01' }),
        taskOf('under-way', { nextStep: 'Ask the groups' }),
        taskOf('vague', {}),
      ]),
    )
    expect(content.late.map(({ id, text }) => [id, text])).toEqual([
      ['very-late', '5 weeks late, due January 2023'],
      ['late', '3 days late, due 10 March 2023. Waiting for a reply'],
    ])
    expect(content.next.map(({ id }) => id)).toEqual(['due-today', 'soon', 'under-way'])
    expect(content.next[1]?.text).toBe('Send the paper')
  })

  it('sets milestones against the date first agreed', () => {
    const content = draft(
      withWork(
        [],
        [
          milestoneOf('second', { order: 2, due: '2023-06-30', baselineDue: '2023-03-31' }),
          milestoneOf('first', { order: 1, due: '2023-05', baselineDue: '2023-05' }),
          milestoneOf('third', { order: 3, due: '2023-05-01' }),
          milestoneOf('fourth', { order: 4 }),
        ],
      ),
    )
    expect(content.milestones.map(({ id, text }) => [id, text])).toEqual([
      ['first', 'As first agreed'],
      ['second', '91 days later than first agreed'],
      ['third', 'No date was agreed first'],
      ['fourth', 'No date'],
    ])
  })

  it('counts flags raised and cleared within the period, and those that are open now', () => {
    const flags = flagsById(
      flagOf('new', 'a', { severity: 'high', raisedOn: '2023-02-01' }),
      flagOf('old', 'b', { raisedOn: '2022-11-01', status: 'disputed' }),
      flagOf('gone', 'c', { raisedOn: '2022-11-01', status: 'cleared', clearedOn: '2023-01-15' }),
      flagOf('long-gone', 'd', { raisedOn: '2022-10-01', status: 'cleared', clearedOn: '2022-11-15' }),
    )
    const content = draft(loaded(smallState(), { flags }))
    expect(content.flagsRaised.map(({ id }) => id)).toEqual(['new~a'])
    expect(content.flagsCleared.map(({ id }) => id)).toEqual(['gone~c'])
    expect(content.openFlags).toEqual({ high: 1, medium: 1, low: 0 })
    expect(content.narrative.decisions).toContain('Disputed flag: Rule old, Task b')
  })

  it('asks for a decision where work is blocked by one, or by money', () => {
    const content = draft(
      withWork([
        taskOf('decide', { status: 'blocked', statusReason: 'decision-needed', nextStep: 'Board to choose' }),
        taskOf('pay', { status: 'blocked', statusReason: 'funding-needed' }),
        taskOf('staff', { status: 'blocked', statusReason: 'staffing' }),
        taskOf('going-on', { statusReason: 'decision-needed' }),
      ]),
    )
    expect(content.decisionsNeeded.map(({ id, text }) => [id, text])).toEqual([
      ['decide', 'Needs a decision. Board to choose'],
      ['pay', 'Needs money'],
    ])
  })

  it('fills the sections with first texts that say no more than the records', () => {
    const { narrative } = draft(withWork([]))
    expect(narrative).toEqual({
      summary: expect.stringMatching(/^Overall the programme is not rated/),
      done: 'No work is recorded as finished in this period.',
      next: 'No work has a date or a next step in the coming period.',
      risks: 'Nothing is late. No flag is open. In this period 0 were raised and 0 cleared.',
      decisions: 'The records name no decision that is needed.',
    })
  })

  it('keeps first texts short: a longer list is counted', () => {
    const tasks = Array.from({ length: 8 }, (_, place) => taskOf(`t${place}`, { due: '2023-03-10' }))
    expect(draft(withWork(tasks)).narrative.risks).toMatch(/^Late: Task t0; .*Task t4; and 3 more\./)
  })

  it('fits every section into what a person may save, however long the records are', () => {
    const long = 'x'.repeat(500)
    const parts: Partial<Task> = {
      title: long,
      status: 'blocked',
      statusReason: 'decision-needed',
      nextStep: 'y'.repeat(2000),
      due: '2023-01',
    }
    const content = draft(withWork(Array.from({ length: 60 }, (_, place) => taskOf(`t${place}`, parts))))
    expect(ReportContent.safeParse(content).error).toBeUndefined()
    expect(content.narrative.decisions).toMatch(/and 40 more$/)
  })

  it('names milestones finished on an unknown day once, and never as finished in the period', () => {
    const milestones = [milestoneOf('somewhen', { status: 'done' })]
    const first = draft(withWork([], milestones))
    expect(first.done).toEqual([])
    expect(first.narrative.done).toBe(
      'No work is recorded as finished in this period. Finished on a day that is not on record: Milestone somewhen.',
    )
    const second = draft(withWork([], milestones), { last: first })
    expect(second.narrative.done).toBe('No work is recorded as finished in this period.')
  })

  it('tells in the summary what has changed since the last report', () => {
    const last = draft(withWork([taskOf('a', { due: '2023-05' })]))
    const now = draft(withWork([taskOf('a', { due: '2023-01' })]), { last })
    const schedule = now.ratings.find(({ dimension }) => dimension === 'schedule')
    expect(schedule).toMatchObject({ lastPeriod: 'green', rag: 'red' })
    expect(now.narrative.summary).toContain('Schedule has gone from green to red.')
  })
})

describe('refreshContent', () => {
  const written = draft(withWork([taskOf('a', { due: '2023-01' })]))
  const overridden: ReportContent = {
    ...written,
    ratings: written.ratings.map((rating) =>
      rating.dimension === 'schedule'
        ? { ...rating, rag: 'amber', overrideReason: 'Agreed a new date' }
        : rating,
    ),
    narrative: { ...written.narrative, summary: 'Our own words' },
  }

  it('takes the figures anew and keeps the words and the ratings of people', () => {
    const fresh = draft(withWork([taskOf('a', { due: '2023-01' }), taskOf('b', { due: '2023-02' })]))
    const refreshed = refreshContent(overridden, fresh)
    expect(refreshed.late.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(refreshed.narrative.summary).toBe('Our own words')
    expect(refreshed.ratings.find(({ dimension }) => dimension === 'schedule')).toMatchObject({
      computed: 'red',
      rag: 'amber',
      overrideReason: 'Agreed a new date',
    })
  })

  it('drops a rating of people once the records say the same', () => {
    const fresh = draft(withWork([taskOf('a', { due: '2023-03-10' })]))
    expect(
      refreshContent(overridden, fresh).ratings.find(({ dimension }) => dimension === 'schedule'),
    ).toMatchObject({ computed: 'amber', rag: 'amber', overrideReason: null })
  })
})
