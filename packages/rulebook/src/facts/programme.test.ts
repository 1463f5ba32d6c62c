import { describe, expect, it } from 'vitest'
import { programmeSubjects } from './programme.ts'
import { contextWith } from './testing/state.ts'
import { workstreamSubjects } from './workstream.ts'

const factsOf = (records: Parameters<typeof contextWith>[0]) =>
  programmeSubjects(contextWith(records))[0]?.facts

describe('a programme', () => {
  it('has a responsible officer only when a post is said to be filled', () => {
    const post = (filled: boolean | null) => factsOf({ post: [{ id: 'sro', filled }] })?.sroInPost
    expect(post(true)).toBe(true)
    expect(post(false)).toBe(false)
    expect(post(null)).toBe(false)
    expect(factsOf({})?.sroInPost).toBe(false)
    expect(factsOf({ post: [{ id: 'clerk', role: 'other', filled: true }] })?.sroInPost).toBe(false)
  })

  it('adds up what its live tasks lack', () => {
    const facts = factsOf({
      task: [
        { id: 'a', owner: 'somebody', due: '2023-04' },
        { id: 'b', ownerAsStated: 'Commissioners', quarter: { label: 'Q1', year: null } },
        { id: 'c', status: 'unknown', audience: ['children'] },
        { id: 'd', status: 'done', audience: ['children'] },
      ],
    })
    expect(facts).toMatchObject({
      liveTasks: 3,
      withoutOwner: 1,
      percentWithoutOwner: 33.3,
      withoutDate: 2,
      percentWithoutDate: 66.7,
      tasksByStatus: { 'not-started': 0, 'in-progress': 2, blocked: 0, done: 1, unknown: 1 },
      liveTasksNaming: { adult: 0, children: 1, all: 2, workforce: 0 },
    })
  })

  it('has no shares without live tasks', () => {
    expect(factsOf({})).toMatchObject({ percentWithoutOwner: null, percentWithoutDate: null })
  })

  it('counts mapped services for children, and services mapped to nothing not at all', () => {
    const service = [
      { id: 'a', audience: ['adult' as const] },
      { id: 'b', audience: ['all' as const] },
      { id: 'c', audience: ['children' as const], meets: [] },
    ]
    expect(factsOf({ service })).toMatchObject({ servicesForChildren: 1 })
  })

  it('knows how far its tasks are linked to what it answers to', () => {
    expect(factsOf({})).toMatchObject({
      duties: 3,
      dutiesWithTasks: 0,
      kindsWithoutTasks: ['1 foundation', '1 principle', '2 delivery-plan items', '2 building blocks'],
      kindsWithoutTasksCount: 4,
      percentWithoutRequirement: null,
      blocksWithTasks: 0,
    })
    const task = [
      { id: 'a', serves: ['duty.parts'] },
      { id: 'b', serves: ['amb.1.1.2'] },
      { id: 'c', serves: ['foundation.records'], status: 'done' as const },
      { id: 'd' },
    ]
    expect(factsOf({ task })).toMatchObject({
      dutiesWithTasks: 1,
      kindsWithoutTasks: ['1 principle', '2 delivery-plan items'],
      blocks: 2,
      blocksWithTasks: 1,
      percentBlocksWithTasks: 50,
      withoutRequirement: 1,
      percentWithoutRequirement: 33.3,
      deliveryPlanItems: 2,
    })
  })

  it('knows how old its newest figure is', () => {
    const reading = [{ id: 'a', period: '2021' }, { id: 'b', period: '2022-12' }, { id: 'c' }]
    expect(factsOf({ reading })?.newestReadingAgeDays).toBe(72)
    expect(factsOf({ reading: [{ id: 'c' }] })?.newestReadingAgeDays).toBeNull()
  })

  it('counts services and metrics that name children and young people', () => {
    const service = [
      { id: 'a', audience: ['children' as const], meets: [] },
      { id: 'b', audience: ['all' as const] },
    ]
    const metric = [
      { id: 'c', serves: ['amb.1.1.1'] },
      { id: 'd', serves: ['amb.1'] },
    ]
    expect(factsOf({ service, metric })).toMatchObject({
      services: 2,
      servicesNamingChildren: 1,
      metricsNamingChildren: 1,
    })
  })

  it('knows which frameworks are scored and which have a round', () => {
    expect(factsOf({})).toMatchObject({ scoredFrameworks: 1, assessments: 0, dutiesForChildren: 2 })
    expect(factsOf({ assessment: [{ id: 'round' }] })).toMatchObject({ assessments: 1 })
  })

  it('counts metrics that have a baseline, zero included', () => {
    const metric = [{ id: 'a', baseline: 0 }, { id: 'b' }]
    expect(factsOf({ metric })).toMatchObject({ metrics: 2, metricsWithBaseline: 1 })
  })
})

it('a workstream counts its live tasks and knows whether it has a lead', () => {
  const subjects = workstreamSubjects(
    contextWith({
      workstream: [{ id: 'ws', app: 'children' }],
      task: [{ id: 'a', workstream: 'ws' }, { id: 'b', workstream: 'ws', status: 'done' }, { id: 'c' }],
    }),
  )
  expect(subjects[0]).toMatchObject({
    audience: ['children'],
    workstreams: ['ws'],
    facts: { hasLead: false, liveTasks: 1 },
  })
})
