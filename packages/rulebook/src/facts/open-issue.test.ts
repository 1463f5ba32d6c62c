import { expect, it } from 'vitest'
import { openIssueSubjects } from './open-issue.ts'
import { contextWith } from './testing/state.ts'

it('says what is open, and whether it is about a requirement', () => {
  const subjects = openIssueSubjects(
    contextWith({
      'open-issue': [
        { id: 'home', title: 'Where the work goes is not settled' },
        { id: 'care', title: 'Who arranges it', requirement: 'duty.care' },
      ],
    }),
  )
  expect(subjects).toMatchObject([
    { facts: { issue: 'Where the work goes is not settled', aboutRequirement: false }, requirements: [] },
    { facts: { aboutRequirement: true }, requirements: ['duty.care'] },
  ])
})
