import type { ProgrammeState, Task } from '@workplan/domain'
import { describe, expect, it } from 'vitest'
import { loadRules, rulesOver } from '../rules.ts'
import { seededRandom, wholeNumber } from '../testing/seeded-random.ts'
import { exampleProgramme } from '../views/loaded-programme.fixture.ts'

const { library, rulebook } = loadRules()
const { state, asAt } = exampleProgramme('bnssg')
const STATUSES = ['not-started', 'in-progress', 'blocked', 'done'] as const

function withTask(from: ProgrammeState, place: number, parts: Partial<Task>): ProgrammeState {
  const task = from.records.task.map((one, index) => (index === place ? { ...one, ...parts } : one))
  return { ...from, records: { ...from.records, task } }
}

describe('judging a programme again', () => {
  it('gives the same flags as judging it for the first time, whatever changed before', () => {
    const random = seededRandom(20)
    const remembering = rulesOver(library, rulebook)
    let now = state
    for (let round = 0; round < 12; round += 1) {
      const place = wholeNumber(random, 0, state.records.task.length - 1)
      now = withTask(now, place, {
        status: STATUSES[wholeNumber(random, 0, STATUSES.length - 1)] ?? 'done',
        title: random() < 0.3 ? `Renamed ${round}` : state.records.task[place]?.title,
        progress: random() < 0.5 ? null : `Word ${round}`,
      })
      expect(remembering.judge(now, asAt)).toEqual(rulesOver(library, rulebook).judge(now, asAt))
    }
  })

  it('gives the very flags of before where nothing of them has changed, and new ones where it has', () => {
    const rules = rulesOver(library, rulebook)
    const before = new Map(rules.judge(state, asAt).map((flag) => [flag.id, flag]))
    const place = state.records.task.findIndex(({ id }) => before.has(`task-without-owner~${id}`))
    const id = `task-without-owner~${state.records.task[place]?.id}`
    const after = rules.judge(withTask(state, place, { title: 'Another title' }), asAt)
    expect(after.filter((flag) => before.get(flag.id) === flag).length).toBeGreaterThan(before.size / 2)
    const renamed = after.find((flag) => flag.id === id)
    expect(renamed?.subject.title).toBe('Another title')
    expect(renamed).not.toBe(before.get(id))
  })
})
