import { recordKinds, type ProgrammeState } from '@workplan/domain'
import { loadLibrary } from '@workplan/rulebook'
import { describe, expect, it } from 'vitest'
import { loadExampleProgrammes } from './index.ts'

const library = loadLibrary()
const states = loadExampleProgrammes(new Set(library.requirements.keys()))

function recordIds({ records }: ProgrammeState): string[] {
  return recordKinds.flatMap((kind) => records[kind].map(({ id }) => id))
}

describe('the example programmes', () => {
  it('are BNSSG and Northamptonshire', () => {
    expect(states.map(({ programme }) => programme.id)).toEqual(['bnssg', 'northamptonshire'])
  })

  it('answer to frameworks that exist', () => {
    const known = library.frameworks.map(({ id }) => id)
    for (const { programme } of states) expect(known).toEqual(expect.arrayContaining(programme.frameworks))
  })

  it('share no id', () => {
    const ids = states.flatMap(recordIds)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('hold every record that the crosswalk names', () => {
    const known = new Map(states.map((state) => [state.programme.id, new Set(recordIds(state))]))
    const missing = library.crosswalk.flatMap(({ id, programme, tasks, workstreams, records }) =>
      [...tasks, ...workstreams, ...records]
        .filter((record) => !known.get(programme ?? '')?.has(record))
        .map((record) => `${id}: ${record}`),
    )
    expect(missing).toEqual([])
  })
})
