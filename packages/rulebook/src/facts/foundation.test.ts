import { expect, it } from 'vitest'
import { foundationSubjects } from './foundation.ts'
import { contextWith, named } from './testing/state.ts'

it('says whether a workstream carries a foundation, as far as anybody said, and what work it has', () => {
  const foundation = (hasWorkstream: boolean | null) =>
    named(
      foundationSubjects(
        contextWith({
          position: [{ id: 'position', requirement: 'foundation.records', hasWorkstream }],
          task: [{ id: 't', serves: ['foundation.records'] }],
        }),
      ),
      'foundation.records',
    )
  expect(foundation(false).facts).toMatchObject({ hasWorkstream: false, liveTasks: 1 })
  expect(foundation(null).facts.hasWorkstream).toBeNull()
  expect(foundation(true).records.map(({ kind }) => kind)).toEqual(['requirement', 'position', 'task'])
})
