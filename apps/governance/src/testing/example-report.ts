import type { Report, ReportContent, ReportItem, ReportSummary } from '@workplan/domain'

const GROUP = { id: 'group.board', name: 'Programme board' }

export function reportItem(change: Partial<ReportItem> = {}): ReportItem {
  return {
    kind: 'task',
    id: 'bnssg.task.training',
    title: 'Map training and support',
    workstream: 'Workforce and training',
    status: 'in-progress',
    due: '2023-03-31',
    baselineDue: '2023-02-28',
    text: null,
    ...change,
  }
}

export function reportContent(change: Partial<ReportContent> = {}): ReportContent {
  return {
    refreshedAt: '2023-03-13T09:00:00.000Z',
    asAt: '2023-03-13',
    programme: { id: 'bnssg', name: 'End of life care', organisation: 'Bristol ICB' },
    group: GROUP,
    ratings: [
      {
        dimension: 'funding',
        lastPeriod: 'amber',
        computed: 'red',
        rag: 'red',
        reasons: [
          {
            text: '1 open task blocked until money is found',
            records: [{ kind: 'task', id: 'bnssg.task.pilot', title: 'Run the pilot' }],
          },
        ],
        overrideReason: null,
      },
    ],
    done: [],
    next: [reportItem()],
    late: [],
    milestones: [],
    flagsRaised: [],
    flagsCleared: [],
    openFlags: { high: 2, medium: 1, low: 0 },
    levels: null,
    decisionsNeeded: [],
    narrative: { summary: 'Funding is red.', done: '', next: '', risks: '', decisions: '' },
    ...change,
  }
}

export function reportSummary(change: Partial<ReportSummary> = {}): ReportSummary {
  return {
    id: 'bnssg.report.1',
    version: 1,
    number: null,
    edition: 1,
    title: 'Report of the fourth quarter',
    group: GROUP,
    period: { from: '2023-01-01', to: '2023-03-31' },
    status: 'draft',
    draftedAt: '2023-03-13T09:00:00.000Z',
    draftedBy: 'Secretary',
    issuedAt: null,
    issuedBy: null,
    supersededBy: null,
    ...change,
  }
}

export function report({
  content,
  ...change
}: Partial<Omit<Report, 'content'>> & { content?: Partial<ReportContent> } = {}): Report {
  return { ...reportSummary(change), content: reportContent(content), hash: null, checks: [], ...change }
}

/** The same report after its issue. */
export function issuedReport(change: Partial<Omit<Report, 'content'>> = {}): Report {
  return report({
    number: 3,
    status: 'issued',
    issuedAt: '2023-03-20T10:00:00.000Z',
    issuedBy: 'Secretary',
    hash: 'f'.repeat(64),
    ...change,
  })
}
