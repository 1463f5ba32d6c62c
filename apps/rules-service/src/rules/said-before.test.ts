import { type ProgrammeState, type RecordKind, recordKinds, type Task } from '@workplan/domain'
import { emptyMemory, subjectsOf } from '@workplan/rulebook'
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

type Change = (list: { id: string }[], pick: () => number) => { id: string }[]

/** Any record becomes a mixture of two of its kind, comes once more, or is left out. */
const CHANGES: readonly Change[] = [
  (list, pick) => {
    const [place, other] = [pick(), list[pick()]]
    return list.map((record, index) =>
      index === place
        ? Object.assign({}, record, mixed({ ...record }, { ...other }, pick), { id: record.id })
        : record,
    )
  },
  (list, pick) => [...list, Object.assign({}, list[pick()], { id: `more-${list.length}` })],
  (list, pick) => list.toSpliced(pick(), 1),
]

function mixed(one: Record<string, unknown>, other: Record<string, unknown>, pick: () => number) {
  return Object.fromEntries(Object.keys(one).map((key) => [key, pick() % 2 === 0 ? one[key] : other[key]]))
}

function changed(
  from: ProgrammeState,
  kind: RecordKind,
  change: Change,
  random: () => number,
): ProgrammeState {
  const list: { id: string }[] = from.records[kind]
  const records = { ...from.records, [kind]: change(list, () => wholeNumber(random, 0, list.length - 1)) }
  return { ...from, records }
}

describe.each(['bnssg', 'northamptonshire'] as const)(
  'judging %s again after any change of its records',
  (example) => {
    const programme = exampleProgramme(example)
    const kinds = recordKinds.filter((kind) => programme.state.records[kind].length > 0)

    it('finds the subjects and flags of judging it anew', () => {
      const random = seededRandom(4)
      const memory = emptyMemory()
      const remembering = rulesOver(library, rulebook)
      let now = programme.state
      const check = (state: ProgrammeState, day: string, what: string) => {
        const again = subjectsOf(state, library, day, memory)
        expect(sameText(again, subjectsOf(state, library, day)), `subjects after ${what}`).toBe(true)
        const anew = rulesOver(library, rulebook).judge(state, day)
        expect(sameText(remembering.judge(state, day), anew), `flags after ${what}`).toBe(true)
      }
      for (const [round, change] of CHANGES.entries())
        for (const [place, kind] of kinds.entries()) {
          const before = now
          now = changed(now, kind, change, random)
          check(now, asAt, `a change of ${kind}`)
          // What is only tried is taken back.
          if (place % 3 === round) check(before, asAt, `${kind} as it was`)
          if (now.records[kind].length === 0) now = before
        }
      check(now, '2023-04-20', 'a new day')
    })

    it('finds them after many changes of tasks, one on another or taken back, each several at once', () => {
      const random = seededRandom(5)
      const memory = emptyMemory()
      let now = programme.state
      for (let round = 0; round < 60; round += 1) {
        const before = now
        for (let change = wholeNumber(random, 1, 3); change > 0; change -= 1) now = mingled(now, random)
        for (const tried of round % 4 === 0 ? [now, before, now] : [now])
          expect(
            sameText(subjectsOf(tried, library, asAt, memory), subjectsOf(tried, library, asAt)),
            `subjects in round ${round}`,
          ).toBe(true)
      }
    })
  },
)

/** One task takes parts of another, so that it serves, waits for and is called the same as others. */
function mingled(from: ProgrammeState, random: () => number): ProgrammeState {
  const { task } = from.records
  const pick = () => wholeNumber(random, 0, task.length - 1)
  const place = pick()
  const other = task[pick()]
  const title = random() < 0.3 ? { title: other?.title, duplicateGroup: other?.duplicateGroup } : {}
  const serves = random() < 0.2 ? { serves: other?.serves } : {}
  const dependsOn = random() < 0.3 ? { dependsOn: [{ task: other?.id ?? null, what: 'Another task' }] } : {}
  const status = STATUSES[wholeNumber(random, 0, STATUSES.length - 1)]
  return withTask(from, place, { status, ...title, ...serves, ...dependsOn })
}

function sameText(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
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
