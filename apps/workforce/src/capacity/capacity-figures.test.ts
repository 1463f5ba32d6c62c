import type { PostRow } from '@workplan/domain'
import { describe, expect, it } from 'vitest'
import { capacityFigures, hoursHeldUp, postsBehind } from './capacity-figures.ts'

function post(id: string, record: object): PostRow {
  const empty = { wteFunded: null, wteInPost: null, vacantSince: null, singlePoint: 'not-known' }
  return { post: { record: { id, ...empty, ...record } }, holdsUp: [] } as unknown as PostRow
}

const posts = [
  post('filled', { wteFunded: 1, wteInPost: 1 }),
  post('short', { wteFunded: 2.4, wteInPost: 1.1, singlePoint: 'yes' }),
  post('empty', { wteFunded: 1, wteInPost: 0 }),
  post('blank', {}),
  post('said', { wteFunded: 1, vacantSince: '2023' }),
]

describe('posts', () => {
  it('are counted where both numbers are known; unknown is not nought', () => {
    expect(capacityFigures({ posts, alone: [] })).toEqual({
      posts: 5,
      funded: 4.4,
      inPost: 2.1,
      notKnown: 2,
      singlePoints: 1,
      alone: 0,
    })
  })

  it.each([
    ['vacant', ['short', 'empty', 'said']],
    ['single', ['short']],
    ['unknown', ['blank', 'said']],
    [undefined, ['filled', 'short', 'empty', 'blank', 'said']],
  ])('open the figure %s', (show, ids) => {
    expect(postsBehind(posts, show).map((row) => row.post.record.id)).toEqual(ids)
  })
})

it('adds up the hours that hang on something', () => {
  const held = (hours: number) => ({
    requirement: { kind: 'coverage-requirement' as const, id: 'r', title: 'R' },
    hours,
    places: [],
  })
  expect(hoursHeldUp([held(0.1), held(0.2)])).toBe(0.3)
})
