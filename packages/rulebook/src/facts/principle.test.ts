import { expect, it } from 'vitest'
import { principleSubjects } from './principle.ts'
import { contextWith, named } from './testing/state.ts'

it('counts the work for a principle, and how many principles have any', () => {
  const principle = (serves: string[]) =>
    named(principleSubjects(contextWith({ task: [{ id: 't', serves }] })), 'principle.honest')
  expect(principle(['principle.honest'])).toMatchObject({
    facts: { liveTasks: 1, linkedOfKind: 1 },
    records: [{ id: 'principle.honest' }, { id: 't' }],
  })
  expect(principle([]).facts).toMatchObject({ liveTasks: 0, linkedOfKind: 0 })
})
