import { percent } from '@workplan/domain'
import { covers } from './audience.ts'
import { daysSince, type FactContext, recordRef } from './context.ts'
import { subjectMaker } from './declaration.ts'
import { type LiveTasks, liveTasks } from './live-tasks.ts'
import { programmeFacts } from './programme-facts.ts'
import { type RequirementsInUse, requirementsInUse } from './requirements-in-use.ts'
import type { Subject } from './subject.ts'
import { tallyTasks } from './task-tally.ts'

const programmeSubject = subjectMaker('programme', programmeFacts)

/** The programme itself as one subject. */
export function programmeSubjects(context: FactContext): Subject[] {
  const { programme } = context.state
  const live = liveTasks(context)
  const tally = tallyTasks(context)
  const inUse = inUseOf(live, context)
  const beside = context.part('programme')('beside', [], () => besideTasks(context))
  return [
    programmeSubject(
      {
        id: programme.id,
        title: programme.name,
        audience: ['all'],
        workstreams: [],
        requirements: [],
        records: [
          { kind: 'programme', id: programme.id, title: programme.name },
          ...beside.records,
          ...inUse.records,
          ...live.refs,
        ],
      },
      {
        ...beside.facts,
        liveTasks: tally.live,
        withoutOwner: tally.ownerless,
        percentWithoutOwner: percent(tally.ownerless, tally.live),
        withoutDate: tally.dateless,
        percentWithoutDate: percent(tally.dateless, tally.live),
        tasksByStatus: tally.byStatus,
        percentStatusUnknown: percent(tally.byStatus.unknown, tally.live),
        liveTasksNaming: tally.naming,
        withoutRequirement: tally.unserving,
        percentWithoutRequirement: percent(tally.unserving, tally.live),
        ...inUse.facts,
      },
    ),
  ]
}

/** Which requirements are in use rests on the live tasks, and on nothing else of tasks. */
function inUseOf(live: LiveTasks, context: FactContext): RequirementsInUse {
  return context.carry('in use', 'task', (before: { live: LiveTasks; found: RequirementsInUse } | null) =>
    before?.live === live ? before : { live, found: requirementsInUse(context) },
  ).found
}

/** What does not rest on tasks: few changes touch it. */
function besideTasks({ state: { records }, asAt, currentAssessments, requirements }: FactContext) {
  const ages = records.reading.flatMap(({ period }) => daysSince(period, asAt) ?? [])
  const scored = requirements.all.filter((entry) => entry.kind === 'measure' && entry.scored)
  const mapped = records.service.filter((service) => service.meets.length > 0)
  const sroPosts = records.post.filter((post) => post.role === 'sro')
  return {
    records: [
      ...sroPosts.map((post) => recordRef('post', post, post.title)),
      ...[...currentAssessments.values()].map((round) => recordRef('assessment', round, round.title)),
      ...records['coverage-requirement'].map((entry) =>
        recordRef('coverage-requirement', entry, entry.title),
      ),
      ...records.service.map((service) => recordRef('service', service, service.title)),
      ...records.metric.map((metric) => recordRef('metric', metric, metric.title)),
      ...records.reading.map((reading) => recordRef('reading', reading, reading.title)),
    ],
    facts: {
      sroInPost: sroPosts.some((post) => post.filled === true),
      dutiesForChildren: requirements.all.filter(
        (entry) => entry.kind === 'duty' && covers(entry.audience, ['children']),
      ).length,
      assessments: currentAssessments.size,
      scoredFrameworks: new Set(scored.map((measure) => measure.framework)).size,
      coverageRequirements: records['coverage-requirement'].length,
      servicesForChildren: mapped.filter((service) => covers(service.audience, ['children'])).length,
      metrics: records.metric.length,
      metricsWithBaseline: records.metric.filter((metric) => metric.baseline !== null).length,
      services: records.service.length,
      servicesNamingChildren: records.service.filter(({ audience }) => audience.includes('children')).length,
      newestReadingAgeDays: ages.length === 0 ? null : Math.min(...ages),
      metricsNamingChildren: records.metric.filter(({ serves }) =>
        serves.some((id) => requirements.get(id)?.audience.includes('children')),
      ).length,
    },
  }
}
