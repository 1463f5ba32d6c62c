import type { ReportContent, ReportRag } from '@workplan/domain'
import { loadLibrary } from '@workplan/rulebook'
import { describe, expect, it } from 'vitest'
import { loaded, smallState } from '../../views/loaded-programme.fixture.ts'
import { draftContent } from './draft-content.ts'
import { reportChecks } from './report-checks.ts'
import { taskOf } from './work.fixture.ts'

const state = smallState()
state.records.task = [taskOf('pay', { status: 'blocked', statusReason: 'funding-needed' })]
const fresh = draftContent({
  programme: loaded(state),
  library: loadLibrary(),
  group: { id: 'board', name: 'Board' },
  period: { from: '2023-01-01', to: '2023-03-31' },
  last: null,
  refreshedAt: '2023-03-13T09:00:00.000Z',
})

function sections(draft: ReportContent, disputed = 0): string[] {
  return reportChecks(draft, { fresh, disputed }).map(({ section }) => section)
}

function withRating(parts: Partial<ReportRag>): ReportContent {
  const ratings = fresh.ratings.map((rating) =>
    rating.dimension === 'funding' ? { ...rating, ...parts } : rating,
  )
  return { ...fresh, ratings }
}

function withText(parts: Partial<ReportContent['narrative']>): ReportContent {
  return { ...fresh, narrative: { ...fresh.narrative, ...parts } }
}

describe('reportChecks', () => {
  it('has nothing against a draft that was just drawn up', () => {
    expect(sections(fresh)).toEqual([])
  })

  it('does not mind later words, or that the same figures were taken earlier', () => {
    expect(
      sections({ ...withText({ summary: 'Our words' }), refreshedAt: '2023-03-01T09:00:00.000Z' }),
    ).toEqual([])
  })

  it('finds an empty section on decisions while decisions are needed', () => {
    expect(sections(withText({ decisions: '  ' }))).toEqual(['decisions'])
    const calm = { ...fresh, decisionsNeeded: [], narrative: { ...fresh.narrative, decisions: '' } }
    expect(reportChecks(calm, { fresh: calm, disputed: 0 })).toEqual([])
    expect(reportChecks(calm, { fresh: calm, disputed: 1 })[0]?.section).toBe('decisions')
  })

  it('asks for the reason of a rating that the records do not give', () => {
    expect(reportChecks(withRating({ rag: 'green' }), { fresh, disputed: 0 })).toEqual([
      {
        section: 'ratings',
        message: 'Funding is rated green and the records say red. Give the reason.',
      },
    ])
    expect(sections(withRating({ rag: 'green', overrideReason: 'Money was found today' }))).toEqual([])
  })

  it('asks for a word in the summary on a rating that has changed', () => {
    const changed = withRating({ lastPeriod: 'green' })
    const withSummary = (summary: string) => ({ ...changed, narrative: { ...changed.narrative, summary } })
    const before = withSummary('All is well.')
    const told = withSummary('Funding stopped in February.')
    expect(reportChecks(before, { fresh: before, disputed: 0 })[0]?.message).toMatch(
      /^Funding has gone from green to red since the last report/,
    )
    expect(reportChecks(told, { fresh: told, disputed: 0 })).toEqual([])
  })

  it('says which figures the records no longer give', () => {
    const stale = { ...fresh, late: [...fresh.decisionsNeeded], openFlags: { high: 9, medium: 0, low: 0 } }
    expect(reportChecks(stale, { fresh, disputed: 0 })).toEqual([
      {
        section: 'figures',
        message:
          'The records have changed since the figures were taken (late work, open flags). Refresh the report and read it again.',
      },
    ])
  })
})
