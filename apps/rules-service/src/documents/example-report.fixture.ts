import type { Report, ReportContent, ReportItem } from '@workplan/domain'
import { loadLibrary } from '@workplan/rulebook'
import { canonicalJson, sha256 } from '../store/canonical-json.ts'
import { draftContent } from '../verbs/reports/draft-content.ts'
import { exampleProgramme, judged } from '../views/loaded-programme.fixture.ts'

const period = { from: '2023-01-01', to: '2023-03-31' }
const group = { id: 'group.board', name: 'Programme board' }

/** A report with this content as it is issued. */
export function issuedWith(content: ReportContent, change: Partial<Report> = {}): Report {
  return {
    id: 'small.report.1',
    version: 2,
    number: 3,
    edition: 1,
    title: 'Highlight report to the board',
    group: content.group,
    period,
    status: 'issued',
    draftedAt: '2023-03-13T09:00:00.000Z',
    draftedBy: 'Secretary',
    issuedAt: '2023-03-20T10:00:00.000Z',
    issuedBy: 'Secretary',
    supersededBy: null,
    content,
    hash: sha256(canonicalJson(content)),
    checks: [],
    ...change,
  }
}

/** What makes a report a draft again. */
export const AS_DRAFT = { status: 'draft', number: null, issuedAt: null, issuedBy: null, hash: null } as const

/** What a report on the first example programme says. */
export function exampleContent(): ReportContent {
  return draftContent({
    programme: judged(exampleProgramme('bnssg')).programme,
    library: loadLibrary(),
    group,
    period,
    last: null,
    refreshedAt: '2023-03-13T09:00:00.000Z',
  })
}

/** A task of a report. */
export function itemOf(title: string, change: Partial<ReportItem> = {}): ReportItem {
  return {
    kind: 'task',
    id: `small.task.${title.length}`,
    title,
    workstream: 'Training',
    status: 'in-progress',
    due: '2023-04-30',
    baselineDue: '2023-03-31',
    text: 'Trainers are found',
    ...change,
  }
}

const counts = { '0': 0, '1': 1, '2': 0, '3': 2, '4': 0, '5': 0 }
const figures = {
  measures: 4,
  answered: 3,
  unanswered: 1,
  notApplicable: 0,
  countAtLevel: counts,
  percentAtLevel: { ...counts, '1': 25, '3': 50 },
  percentAtLevelOfAnswered: { ...counts, '1': 33.3, '3': 66.7 },
  level3AndAbove: { count: 2, percent: 50, percentOfAnswered: 66.7 },
}

/** Content with something in every part, all of it written here: no change of rules or examples changes it. */
export function smallContent(change: Partial<ReportContent> = {}): ReportContent {
  return {
    refreshedAt: '2023-03-13T09:00:00.000Z',
    asAt: '2023-03-13',
    programme: { id: 'small', name: 'Palliative care', organisation: 'Small ICB' },
    group,
    ratings: [
      {
        dimension: 'schedule',
        lastPeriod: 'green',
        computed: 'amber',
        rag: 'green',
        reasons: [{ text: '1 item is late', records: [] }],
        overrideReason: 'New dates are agreed',
      },
    ],
    done: [itemOf('Map the services', { status: 'done', text: null })],
    next: [itemOf('Train the staff'), itemOf('Ask families', { workstream: null, due: null })],
    late: [itemOf('Write the plan', { workstream: 'Planning' })],
    milestones: [],
    flagsRaised: ['The plan', 'The survey'].map((subject, place) => ({
      id: `flag.${place}`,
      severity: 'high' as const,
      title: 'Work is late',
      subject,
      message: `${subject} is late`,
    })),
    flagsCleared: [],
    openFlags: { high: 2, medium: 1, low: 0 },
    levels: {
      ambitions: [{ ...figures, id: 'ambition.1', number: 1, title: 'Seen as a person' }],
      total: figures,
    },
    decisionsNeeded: [itemOf('Choose a provider', { status: 'blocked', workstream: 'Planning' })],
    narrative: {
      summary: 'Schedule is green.\nTwo things are left.',
      done: 'Done <well> & on time',
      next: '',
      risks: 'None "big"',
      decisions: 'Choose.',
    },
    ...change,
  }
}
