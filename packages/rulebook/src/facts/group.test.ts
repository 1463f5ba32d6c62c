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
      { id: 'doers', name: 'The doers', kind: 'delivery' },
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

  it('has a present line to a group that is retired, which is no former line', () => {
    const line = { to: 'old', state: 'stated' } as const
    expect(factsOf({}, [line])).toMatchObject({ linesToRetired: 1, retiredParents: ['The old group'] })
    expect(factsOf({}, [{ ...line, state: 'former' }]).linesToRetired).toBe(0)
  })

  it('reports upwards, unless its kind stands above that of the other', () => {
    const line = { to: 'doers', state: 'stated' } as const
    expect(factsOf({ kind: 'oversight' }, [line])).toMatchObject({
      reportsToBelow: ['The doers'],
      reportsToBelowCount: 1,
    })
    expect(factsOf({ kind: 'delivery' }, [line]).reportsToBelowCount).toBe(0)
    expect(factsOf({ kind: 'partner' }, [line]).reportsToBelowCount).toBe(0)
  })

  it('is owed a report a month after the end of the next period', () => {
    expect(factsOf({ reports: 'monthly', lastReportOn: '2022-12-31' })).toMatchObject({
      hasReport: true,
      daysReportOverdue: 10,
    })
    expect(factsOf({ reports: 'quarterly', lastReportOn: '2022-12' }).daysReportOverdue).toBe(0)
    expect(factsOf({ reports: 'monthly' })).toMatchObject({ hasReport: false, daysReportOverdue: null })
    expect(factsOf({ reports: 'not-stated', lastReportOn: '2020' }).daysReportOverdue).toBeNull()
  })

  it('is past its end only when an end is given', () => {
    expect(factsOf({ endsOn: '2023-03-01' }).daysPastEnd).toBe(12)
    expect(factsOf({}).daysPastEnd).toBeNull()
  })
})
