import { describe, expect, it } from 'vitest'
import { belowFloor, floors } from './floor-versions.ts'

const table = [
  { name: '@a/b', atLeast: '2.0.10', because: 'older ones leak' },
  { name: 'c', atLeast: null, because: 'it is frozen' },
]

describe('belowFloor', () => {
  it.each(['@a/b@2.0.10', '@a/b@2.0.11', '@a/b@2.1.0', '@a/b@10.0.0', '@a/b@3.0.0-rc.1', 'other@0.0.1'])(
    'accepts %s',
    (key) => {
      expect(belowFloor([key], table)).toEqual([])
    },
  )

  it.each(['2.0.9', '1.99.99', '2.0.10-rc.1', '0.0.0', 'link:../b'])('refuses %s', (version) => {
    expect(belowFloor([`@a/b@${version}`], table)).toEqual([
      `@a/b ${version}: must be 2.0.10 or newer, for older ones leak`,
    ])
  })

  it('refuses any version of what must not be used', () => {
    expect(belowFloor(['c@9.9.9'], table)).toEqual(['c 9.9.9: must not be used, for it is frozen'])
  })

  it('has each package once in its table', () => {
    expect(new Set(floors.map(({ name }) => name)).size).toBe(floors.length)
  })
})
