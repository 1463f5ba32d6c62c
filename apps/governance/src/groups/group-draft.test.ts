import { describe, expect, it } from 'vitest'
import { group } from '../testing/example-views.ts'
import { draftOfGroup, EMPTY_GROUP, groupChangeOf, groupProblems, newGroupOf } from './group-draft.ts'

const board = draftOfGroup(
  group('Board', {
    reportsTo: [
      { id: 'group.icb', name: 'ICB', state: 'stated' },
      { id: 'group.old', name: 'Old', state: 'former' },
    ],
  }),
)

describe('a group in the form', () => {
  it('begins with the lines that hold today', () => {
    expect(board.reportsTo).toEqual(['group.icb'])
  })

  it('needs a name, a reason, and an end where it is for a task', () => {
    expect(Object.keys(groupProblems({ ...EMPTY_GROUP, kind: 'task-and-finish' }, ' '))).toEqual([
      'name',
      'endsOn',
      'reason',
    ])
    expect(groupProblems({ ...EMPTY_GROUP, name: 'New' }, 'Agreed')).toEqual({})
  })

  it('is sent whole when it is new', () => {
    expect(newGroupOf({ ...EMPTY_GROUP, name: ' New ', state: 'forming' }, 'Agreed')).toEqual({
      ...{ name: 'New', kind: 'working-group', state: 'forming', reportsTo: [], chair: null },
      ...{ endsOn: null, reports: null, reason: 'Agreed' },
    })
  })

  it('is sent with what differs when it is changed', () => {
    expect(groupChangeOf(board, { ...board, name: 'New', reportsTo: [] }, 'Agreed')).toEqual({
      ...{ name: 'New', reportsTo: [], reason: 'Agreed' },
    })
    expect(groupChangeOf(board, { ...board }, 'Agreed')).toBeNull()
  })

  it('opens again a group that was retired', () => {
    const retired = { ...board, state: 'retired' as const }
    expect(groupChangeOf(retired, { ...retired, state: 'active' }, 'Agreed')).toEqual({
      ...{ state: 'active', reason: 'Agreed' },
    })
    expect(groupChangeOf(retired, retired, 'Agreed')).toBeNull()
  })
})
