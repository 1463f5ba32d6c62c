import type { GovernanceGroup } from '@workplan/domain'

/** An active board that a report goes to each quarter; `change` says what matters to the test. */
export function boardOf(id: string, change: Partial<GovernanceGroup> = {}): GovernanceGroup {
  return {
    id,
    source: { document: 'Test' },
    name: 'The board',
    kind: 'programme-board',
    state: 'active',
    chair: null,
    chairAsStated: null,
    endsOn: null,
    reports: 'quarterly',
    lastReportOn: null,
    memberCount: null,
    ...change,
  }
}
