import { describe, expect, it } from 'vitest'
import { rateSchedule, worstRag } from './rag.ts'
import type { TaskStatus } from './vocabulary.ts'

const AS_AT = '2023-03-31'
const work = (id: string, status: TaskStatus, due: string | null) => ({ id, title: id, status, due })

describe('the schedule rating', () => {
  it('is red when an open item is more than 14 days late, and names it', () => {
    const rated = rateSchedule(
      [work('a', 'in-progress', '2023-03-16'), work('b', 'in-progress', '2023-04')],
      AS_AT,
    )
    expect(rated.rag).toBe('red')
    expect(rated.reasons[0]).toEqual({ text: '1 item more than two weeks late', records: ['a'] })
  })

  it('is amber at exactly 14 days', () => {
    expect(rateSchedule([work('a', 'in-progress', '2023-03-17')], AS_AT).rag).toBe('amber')
  })

  it('is amber when something is blocked though nothing is late', () => {
    const rated = rateSchedule([work('a', 'blocked', '2023-05')], AS_AT)
    expect(rated).toEqual({ rag: 'amber', reasons: [{ text: '1 item blocked', records: ['a'] }] })
  })

  it('is green when what can be judged is on time', () => {
    expect(rateSchedule([work('a', 'in-progress', '2023-03-31'), work('b', 'done', '2022')], AS_AT).rag).toBe(
      'green',
    )
  })

  it('is complete when all is done, however late it was due', () => {
    expect(rateSchedule([work('a', 'done', '2020-01-01')], AS_AT).rag).toBe('complete')
  })

  it('is not rated without dates or statuses, and says why', () => {
    const rated = rateSchedule([work('a', 'unknown', '2023-05'), work('b', 'in-progress', null)], AS_AT)
    expect(rated.rag).toBe('not-rated')
    expect(rated.reasons).toEqual([{ text: '2 items without a date or a known status', records: ['a', 'b'] }])
  })

  it('is not rated when there is no work at all', () => {
    expect(rateSchedule([], AS_AT)).toEqual({ rag: 'not-rated', reasons: [] })
  })
})

describe('the worst of several ratings', () => {
  it('puts red before amber before green before complete', () => {
    expect(worstRag(['green', 'complete', 'amber'])).toBe('amber')
    expect(worstRag(['complete', 'not-rated'])).toBe('complete')
    expect(worstRag([])).toBe('not-rated')
  })
})
