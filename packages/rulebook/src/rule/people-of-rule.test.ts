import { expect, it } from 'vitest'
import { loadRulebook } from './load-rulebook.ts'
import { peopleOf } from './people-of-rule.ts'

const { rules } = loadRulebook()

function ruleCalled(id: string) {
  const rule = rules.find((candidate) => candidate.id === id)
  if (!rule) throw new Error(`there is no rule ${id}`)
  return rule
}

it.each([
  'no-task-for-children',
  'no-service-for-children',
  'no-metric-for-children',
  'no-coverage-for-children',
  'assessment-blank-for-children',
])('speaks of children where its facts count what is there for them: %s', (id) => {
  expect(peopleOf(ruleCalled(id), {})).toEqual(['children'])
})

it('speaks of those whom a fact of the subject names', () => {
  const rule = ruleCalled('duty-audience-not-covered')
  expect(peopleOf(rule, { peopleNotCovered: ['children and young people'] })).toEqual(['children'])
  expect(peopleOf(rule, { peopleNotCovered: ['people of all ages'] })).toEqual([])
  expect(peopleOf(rule, { peopleNotCovered: null })).toEqual([])
})

it('names nobody where its facts do not', () => {
  expect(peopleOf(ruleCalled('task-overdue'), { daysLate: 3 })).toEqual([])
})
