import { expect, it } from 'vitest'
import { smallState } from '../views/loaded-programme.fixture.ts'
import type { Rules } from '../rules.ts'
import { flagLines } from './flag-lines.ts'

type Judged = ReturnType<Rules['judge']>[number]

function judged(rule: string, severity: Judged['severity'], id: string): Judged {
  const subject = { kind: 'task' as const, id, title: `Task ${id}` }
  return { rule, severity, subject, message: `${id} needs care` } as Judged
}

it('prints each flag on a line, worst first, then by rule and subject, and counts them', () => {
  const judge = () => [
    judged('late', 'low', 'b'),
    judged('unowned', 'high', 'a'),
    judged('late', 'low', 'a'),
    judged('blocked', 'high', 'c'),
  ]
  expect(flagLines(smallState(), '2023-03-13', { judge })).toEqual([
    'Small programme, as at 2023-03-13',
    'high    blocked  task c (Task c): c needs care',
    'high    unowned  task a (Task a): a needs care',
    'low     late  task a (Task a): a needs care',
    'low     late  task b (Task b): b needs care',
    '4 flags: 2 high, 0 medium, 2 low',
  ])
})

it('says so when there is none', () => {
  expect(flagLines(smallState(), '2023-03-13', { judge: () => [] }).at(-1)).toBe(
    '0 flags: 0 high, 0 medium, 0 low',
  )
})
