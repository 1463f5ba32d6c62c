import { type FactContext, recordRef, requirementRef } from './context.ts'
import { type SubjectFacts, subjectMaker } from './declaration.ts'
import type { Subject } from './subject.ts'

/** What is known of one question of governance that the papers leave open. */
export const openIssueFacts = {
  issue: { label: 'What is open', type: 'text', description: 'The issue in words.' },
  aboutRequirement: {
    label: 'It is about a requirement',
    type: 'yes-no',
    description: 'The issue is recorded against a requirement, which has rules of its own.',
  },
} as const satisfies SubjectFacts

const openIssueSubject = subjectMaker('open-issue', openIssueFacts)

/** One subject for each open issue; a settled one is taken out of the records. */
export function openIssueSubjects(context: FactContext): Subject[] {
  return context.state.records['open-issue'].map((issue) => {
    const requirement = issue.requirement === null ? undefined : context.requirements.get(issue.requirement)
    return openIssueSubject(
      {
        id: issue.id,
        title: issue.title,
        audience: ['all'],
        workstreams: [],
        requirements: requirement ? context.countsUnder([requirement.id]) : [],
        records: [
          recordRef('open-issue', issue, issue.title),
          ...(requirement ? [requirementRef(requirement)] : []),
        ],
      },
      { issue: issue.title, aboutRequirement: issue.requirement !== null },
    )
  })
}
