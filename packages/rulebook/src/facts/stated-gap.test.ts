import { expect, it } from 'vitest'
import { statedGapSubjects } from './stated-gap.ts'
import { contextWith } from './testing/state.ts'

it('counts the live tasks that answer it, under its requirement and elsewhere', () => {
  const [gap] = statedGapSubjects(
    contextWith({
      task: [{ id: 'here', workstream: 'ws' }, { id: 'there' }, { id: 'done', status: 'done' }],
      'stated-gap': [
        {
          id: 'gap',
          requirement: 'amb.1',
          answeredBy: ['here', 'done', 'gone'],
          answeredElsewhereBy: ['there'],
        },
      ],
    }),
  )
  expect(gap).toMatchObject({
    workstreams: ['ws'],
    requirements: ['amb.1'],
    facts: { liveTasks: 2, liveTasksSameRequirement: 1, doneTasks: 1 },
  })
  expect(gap?.records.map(({ id }) => id)).toEqual(['gap', 'amb.1', 'here', 'done', 'there'])
})

it('knows whether it was named under a requirement of the programme', () => {
  const named = (requirement: string | null) =>
    statedGapSubjects(contextWith({ 'stated-gap': [{ id: 'g', requirement }] }))[0]?.facts
      .namedUnderRequirement
  expect(named('amb.1')).toBe(true)
  expect(named(null)).toBe(false)
})
