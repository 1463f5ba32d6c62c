import type { GovernanceGroup } from '@workplan/domain'
import { daysSince, type FactContext, recordRef } from './context.ts'
import { daysOverdue } from './days-overdue.ts'
import { subjectMaker } from './declaration.ts'
import { groupFacts } from './group-facts.ts'
import type { Subject } from './subject.ts'

const groupSubject = subjectMaker('group', groupFacts)

const OF_THE_PROGRAMME: ReadonlySet<GovernanceGroup['kind']> = new Set([
  'programme-board',
  'oversight',
  'delivery',
  'task-and-finish',
  'working-group',
  'themed',
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
    const retired = lines.filter((line) => line.state === 'stated' && byId.get(line.to)?.state === 'retired')
    const below = today.filter(({ to }) => standsBelow(byId.get(to), group))
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
        linesToRetired: retired.length,
        retiredParents: retired.map(nameOf),
        reportsToBelow: below.map(nameOf),
        reportsToBelowCount: below.length,
        hasEnd: group.endsOn !== null,
        reportFrequency: group.reports,
        hasReport: group.lastReportOn !== null,
        daysReportOverdue: daysOverdue(group.reports, daysSince(group.lastReportOn, context.asAt)),
        daysPastEnd: daysSince(group.endsOn, context.asAt),
      },
    )
  })
}

/** Kinds of group from the top down; partners and others stand beside them. */
const RANKS: readonly (readonly GovernanceGroup['kind'][])[] = [
  ['statutory-board', 'partnership'],
  ['oversight'],
  ['programme-board'],
  ['delivery'],
  ['task-and-finish', 'working-group', 'themed'],
]

function standsBelow(other: GovernanceGroup | undefined, group: GovernanceGroup): boolean {
  const rank = ({ kind }: GovernanceGroup) => RANKS.findIndex((kinds) => kinds.includes(kind))
  return other !== undefined && rank(group) >= 0 && rank(other) > rank(group)
}
