import { describe, expect, it } from 'vitest'
import { group } from '../testing/example-views.ts'
import { groupTree, type GroupNode } from './group-tree.ts'

const line = (name: string, state = 'stated') => ({ id: group(name).id, name, state })
const drawn = (nodes: GroupNode[]): unknown[] =>
  nodes.map(({ group: { name }, line: state, below }) => [name, state, drawn(below)])

describe('groupTree', () => {
  it('sets each group under those it reports to, with the state of the line', () => {
    const tree = groupTree([
      group('Board'),
      group('Delivery', { reportsTo: [line('Board')] }),
      group('Task group', { reportsTo: [line('Delivery', 'future-unconfirmed'), line('Board', 'former')] }),
    ])
    expect(drawn(tree)).toEqual([
      [
        'Board',
        null,
        [
          ['Delivery', 'stated', [['Task group', 'future-unconfirmed', []]]],
          ['Task group', 'former', []],
        ],
      ],
    ])
  })

  it('keeps at the top what reports to nobody on record', () => {
    const tree = groupTree([group('Alone'), group('Orphan', { reportsTo: [line('Gone')] })])
    expect(drawn(tree)).toEqual([
      ['Alone', null, []],
      ['Orphan', null, []],
    ])
  })

  it('shows every group of a circle once instead of going round', () => {
    const tree = groupTree([
      group('One', { reportsTo: [line('Two')] }),
      group('Two', { reportsTo: [line('One')] }),
      group('Self', { reportsTo: [line('Self')] }),
    ])
    expect(drawn(tree)).toEqual([
      ['One', null, [['Two', 'stated', []]]],
      ['Self', null, []],
    ])
  })
})
