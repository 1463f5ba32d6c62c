import { describe, expect, it } from 'vitest'
import { smallProgramme } from '../testing/small-programme.ts'
import { filterFlags, flagsByCause, type FlagFilter } from './flag-list.ts'
import { flagOf } from './loaded-programme.fixture.ts'

const flags = [
  flagOf('silent', 'a', { severity: 'low', title: 'Nothing heard', workstreams: ['ws.training'] }),
  flagOf('late', 'b', { severity: 'high', title: 'Late', raisedOn: '2023-03-05', audience: ['adult'] }),
  flagOf('late', 'c', { severity: 'high', title: 'Late', raisedOn: '2023-03-02', audience: ['children'] }),
  flagOf('unowned', 'd', { severity: 'high', title: 'Has no owner', raisedOn: '2023-03-05' }),
  flagOf('late', 'e', { severity: 'high', title: 'Late', status: 'cleared', clearedOn: '2023-03-10' }),
  flagOf('blocked', 'f', { status: 'accepted', requirements: ['duty.x'], message: 'Waits for money' }),
]
const { workstream, task } = smallProgramme('alpha').records
const records = {
  workstream: workstream
    .slice(0, 1)
    .map((one) => ({ ...one, id: 'ws.training', app: 'workforce' as const, lead: 'person.trainer' })),
  task: task.slice(0, 1).map((one) => ({ ...one, id: 'd', owner: 'person.owner' })),
}

function subjects(filter: FlagFilter): string[] {
  return filterFlags(flags, filter, records).map(({ subject }) => subject.id)
}

describe('filterFlags', () => {
  it('leaves cleared flags out and puts the worst first: severity, day raised, title', () => {
    expect(subjects({})).toEqual(['c', 'd', 'b', 'f', 'a'])
  })

  it('gives cleared flags when they are asked for', () => {
    expect(subjects({ status: 'cleared' })).toEqual(['e'])
    expect(subjects({ status: 'all' })).toHaveLength(6)
    expect(subjects({ status: 'open' })).not.toContain('f')
  })

  it.each<[FlagFilter, string[]]>([
    [{ severity: 'low' }, ['a']],
    [{ rule: 'late' }, ['c', 'b']],
    [{ audience: 'children' }, ['c', 'd', 'f', 'a']],
    [{ audience: 'workforce' }, []],
    [{ app: 'workforce' }, ['a']],
    [{ app: 'adult' }, ['b']],
    [{ workstream: 'ws.training' }, ['a']],
    [{ owner: 'person.owner' }, ['d']],
    [{ owner: 'person.trainer' }, ['a']],
    [{ owner: 'person.nobody' }, []],
    [{ subject: 'd' }, ['d']],
    [{ requirement: 'duty.x' }, ['f']],
    [{ requirement: 'b' }, ['b']],
    [{ q: ' MONEY ' }, ['f']],
    [{ q: 'late', audience: 'adult' }, ['b']],
  ])('narrows by %j', (filter, expected) => {
    expect(subjects(filter)).toEqual(expected)
  })

  it('keeps the working of the rule out of lists', () => {
    expect(filterFlags(flags, {}, records)[0]).not.toHaveProperty('explanation')
  })
})

describe('flagsByCause', () => {
  it('counts flags by rule, worst and most frequent first', () => {
    expect(flagsByCause(filterFlags(flags, {}, records))).toEqual([
      { rule: 'late', title: 'Late', severity: 'high', count: 2 },
      { rule: 'unowned', title: 'Has no owner', severity: 'high', count: 1 },
      { rule: 'blocked', title: 'Rule blocked', severity: 'medium', count: 1 },
      { rule: 'silent', title: 'Nothing heard', severity: 'low', count: 1 },
    ])
  })
})
