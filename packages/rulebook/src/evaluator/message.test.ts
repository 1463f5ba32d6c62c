import { describe, expect, it } from 'vitest'
import type { SubjectFacts } from '../facts/declaration.ts'
import { inWords } from './in-words.ts'
import { compileMessage, placeholdersIn } from './message.ts'

describe('inWords', () => {
  it.each([
    [5, { type: 'number', unit: 'day' }, '5 days'],
    [1, { type: 'number', unit: 'day' }, '1 day'],
    [0, { type: 'number', unit: 'task' }, 'no tasks'],
    [2, { type: 'number', unit: 'duty' }, '2 duties'],
    [2, { type: 'number', unit: 'day' }, '2 days'],
    [33.3, { type: 'number', unit: '%' }, '33.3%'],
    [0, { type: 'number', unit: '%' }, '0%'],
    [0, { type: 'number' }, '0'],
    [true, { type: 'yes-no' }, 'yes'],
    [false, { type: 'yes-no' }, 'no'],
    ['2023-04', { type: 'date' }, 'April 2023'],
    ['2023-04', { type: 'text' }, '2023-04'],
    [['a', 'b', 'c'], { type: 'list' }, 'a, b and c'],
    [['a'], { type: 'list' }, 'a'],
    [[], { type: 'list' }, 'none'],
    [null, { type: 'number', unit: 'day' }, 'not known'],
  ] as const)('says %j as %j as "%s"', (value, declared, words) => {
    expect(inWords(typeof value === 'object' && value !== null ? [...value] : value, declared)).toBe(words)
  })
})

describe('a message', () => {
  const facts: SubjectFacts = {
    some: { label: 'Some', type: 'number', unit: 'measure', description: 'A count' },
    all: { label: 'All', type: 'number', unit: 'measure', description: 'A count' },
  }

  it('puts the facts in words in place, or their bare number', () => {
    const message = compileMessage('{some:number} of {all} at level 3', facts)
    expect(message({ some: 1, all: 6 })).toBe('1 of 6 measures at level 3')
    expect(message({ some: 0, all: 6 })).toBe('0 of 6 measures at level 3')
    expect(message({ all: 6 })).toBe('not known of 6 measures at level 3')
  })

  it('puts a member of a table in place, or the whole of it', () => {
    const table = {
      at: {
        label: 'Tasks',
        type: 'table',
        of: 'number',
        keys: { a: 'for adults', b: 'for children' },
        unit: 'task',
        description: 'Counts',
      },
    } as const
    const message = compileMessage('{at.a}, {at.b:number}: {at}', table)
    expect(message({ at: { a: 1, b: 0 } })).toBe('1 task, 0: 1 task for adults and no tasks for children')
    expect(message({ at: null })).toBe('not known, not known: not known')
    expect(message({ at: { a: 2 } })).toBe(
      '2 tasks, not known: 2 tasks for adults and not known for children',
    )
  })

  it('names its placeholders as written', () => {
    expect(placeholdersIn('{some:number} of {all}, {}')).toEqual(['some:number', 'all', ''])
  })
})
