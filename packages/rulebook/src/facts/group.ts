import type { GovernanceGroup } from '@workplan/domain'
import { daysSince, type FactContext, recordRef } from './context.ts'
import { type SubjectFacts, subjectMaker } from './declaration.ts'
import type { Subject } from './subject.ts'

/** What is known of one governance group and of where it reports. */
export const groupFacts = {
  kind: {
    label: 'Kind of group',
    type: 'text',
    description:
      'statutory-board, partnership, programme-board, oversight, delivery, task-and-finish, working-group, partner or other.',
  },
  state: { label: 'State', type: 'text', description: 'active, forming, retired or unknown.' },
  runsTheProgramme: {
    label: 'It steers or delivers the programme',
    type: 'yes-no',
    description:
      'A programme board, oversight, delivery, task and finish or working group that is neither retired nor still forming; boards and partners above or beside the programme are not.',
  },
  hasChair: {
    label: 'A chair is named',
    type: 'yes-no',
    description: 'A person of the programme chairs it, or the papers name a chair.',
  },
  reportsTo: {
    label: 'Reports to',
    type: 'list',
    description: 'Groups it is said to report to today.',
  },
  reportingLines: {
    label: 'Stated reporting lines',
    type: 'number',
    unit: 'reporting line',
    description: 'Reporting lines that are stated to hold today, to groups that are not retired.',
  },
  formerLines: {
    label: 'Reporting lines to former parents',
    type: 'number',
    unit: 'reporting line',
    description: 'Reporting lines recorded as former, or to a group that is retired.',
  },
  formerParents: {
    label: 'Former parents',
    type: 'list',
    description: 'The groups that it used to report to.',
  },
  daysPastEnd: {
    label: 'Days past its end',
    type: 'number',
    unit: 'day',
    description:
      'For a group set up for a time: days since it should have ended; not known when no end is given.',
  },
} as const satisfies SubjectFacts

const groupSubject = subjectMaker('group', groupFacts)

const OF_THE_PROGRAMME: ReadonlySet<GovernanceGroup['kind']> = new Set([
  'programme-board',
  'oversight',
  'delivery',
  'task-and-finish',
  'working-group',
])

/** One subject for each governance group. */
export function groupSubjects(context: FactContext): Subject[] {
  const groups = context.state.records.group
  const byId = new Map(groups.map((group) => [group.id, group]))
  return groups.map((group) => {
    const lines = context.state.records['reporting-line'].filter((line) => line.from === group.id)
    const isFormer = (line: { state: string; to: string }) =>
      line.state === 'former' || byId.get(line.to)?.state === 'retired'
    const former = lines.filter(isFormer)
    const today = lines.filter((line) => line.state === 'stated' && !isFormer(line))
    const nameOf = ({ to }: { to: string }) => byId.get(to)?.name ?? to
    return groupSubject(
      {
        id: group.id,
        title: group.name,
        audience: ['all'],
        workstreams: [],
        requirements: [],
        records: [
          recordRef('group', group, group.name),
          ...lines.map((line) => recordRef('reporting-line', line, `${group.name} to ${nameOf(line)}`)),
        ],
      },
      {
        kind: group.kind,
        state: group.state,
        runsTheProgramme: OF_THE_PROGRAMME.has(group.kind) && ['active', 'unknown'].includes(group.state),
        hasChair: group.chair !== null || group.chairAsStated !== null,
        reportsTo: today.map(nameOf),
        reportingLines: today.length,
        formerLines: former.length,
        formerParents: former.map(nameOf),
        daysPastEnd: daysSince(group.endsOn, context.asAt),
      },
    )
  })
}
