import type { GovernanceGroup, ReportingLine } from '@workplan/domain'
import { describe, expect, it } from 'vitest'
import { groupSubjects } from './group.ts'
import { contextWith, named } from './testing/state.ts'

function factsOf(
  fields: Partial<GovernanceGroup>,
  lines: { to: string; state: ReportingLine['state'] }[] = [],
) {
  const context = contextWith({
    group: [
      { id: 'g', ...fields },
      { id: 'board', name: 'The board', kind: 'statutory-board' },
      { id: 'old', name: 'The old group', state: 'retired' },
    ],
    'reporting-line': lines.map((line, index) => ({ id: `line.${index}`, from: 'g', ...line })),
  })
  return named(groupSubjects(context), 'g').facts
}

describe('a group', () => {
  it('steers the programme by its kind, while it exists', () => {
    expect(factsOf({ kind: 'programme-board' }).runsTheProgramme).toBe(true)
    expect(factsOf({ kind: 'statutory-board' }).runsTheProgramme).toBe(false)
    expect(factsOf({ state: 'retired' }).runsTheProgramme).toBe(false)
    expect(factsOf({ state: 'forming' }).runsTheProgramme).toBe(false)
  })

  it('has a chair when a person or a name is given', () => {
    expect(factsOf({}).hasChair).toBe(false)
    expect(factsOf({ chairAsStated: 'Director' }).hasChair).toBe(true)
    expect(factsOf({ chair: 'somebody' }).hasChair).toBe(true)
  })

  it('reports along lines that are stated, to groups that are not retired', () => {
    expect(factsOf({}, [{ to: 'board', state: 'stated' }])).toMatchObject({
      reportingLines: 1,
      formerLines: 0,
      reportsTo: ['The board'],
    })
    expect(factsOf({}, [{ to: 'old', state: 'stated' }])).toMatchObject({
      reportingLines: 0,
      formerLines: 1,
      formerParents: ['The old group'],
    })
    expect(factsOf({}, [{ to: 'board', state: 'future-unconfirmed' }])).toMatchObject({
      reportingLines: 0,
      formerLines: 0,
    })
  })

  it('is past its end only when an end is given', () => {
    expect(factsOf({ endsOn: '2023-03-01' }).daysPastEnd).toBe(12)
    expect(factsOf({}).daysPastEnd).toBeNull()
  })
})
