import { type Audience, percent, type Task } from '@workplan/domain'
import { isLive } from '../links/requirement-links.ts'
import { covers } from './audience.ts'
import { daysSince, type FactContext, recordRef } from './context.ts'
import { subjectMaker } from './declaration.ts'
import { programmeFacts } from './programme-facts.ts'
import { requirementsInUse } from './requirements-in-use.ts'
import type { Subject } from './subject.ts'
import { countByStatus, taskRefs } from './work-counts.ts'

const programmeSubject = subjectMaker('programme', programmeFacts)

/** The programme itself as one subject. */
export function programmeSubjects(context: FactContext): Subject[] {
  const { programme, records } = context.state
  const live = records.task.filter(isLive)
  const ownerless = live.filter((task) => task.owner === null && task.ownerAsStated === null)
  const dateless = live.filter(cannotBeLate)
  const byStatus = countByStatus(records.task)
  const naming = { adult: 0, children: 0, all: 0, workforce: 0 } satisfies Record<Audience, number>
  for (const { audience } of live) for (const people of new Set(audience)) naming[people] += 1
  const unserving = live.filter((task) => context.servedBy(task).length === 0)
  const ages = records.reading.flatMap(({ period }) => daysSince(period, context.asAt) ?? [])
  const inUse = requirementsInUse(context)
  const scored = context.requirements.all.filter((entry) => entry.kind === 'measure' && entry.scored)
  const mapped = records.service.filter((service) => service.meets.length > 0)
  const sroPosts = records.post.filter((post) => post.role === 'sro')
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
          ...sroPosts.map((post) => recordRef('post', post, post.title)),
          ...[...context.currentAssessments.values()].map((round) =>
            recordRef('assessment', round, round.title),
          ),
          ...records['coverage-requirement'].map((entry) =>
            recordRef('coverage-requirement', entry, entry.title),
          ),
          ...records.service.map((service) => recordRef('service', service, service.title)),
          ...records.metric.map((metric) => recordRef('metric', metric, metric.title)),
          ...records.reading.map((reading) => recordRef('reading', reading, reading.title)),
          ...inUse.records,
          ...taskRefs(live),
        ],
      },
      {
        sroInPost: sroPosts.some((post) => post.filled === true),
        liveTasks: live.length,
        withoutOwner: ownerless.length,
        percentWithoutOwner: percent(ownerless.length, live.length),
        withoutDate: dateless.length,
        percentWithoutDate: percent(dateless.length, live.length),
        tasksByStatus: byStatus,
        percentStatusUnknown: percent(byStatus.unknown, live.length),
        liveTasksNaming: naming,
        dutiesForChildren: context.requirements.all.filter(
          (entry) => entry.kind === 'duty' && covers(entry.audience, ['children']),
        ).length,
        assessments: context.currentAssessments.size,
        scoredFrameworks: new Set(scored.map((measure) => measure.framework)).size,
        coverageRequirements: records['coverage-requirement'].length,
        servicesForChildren: mapped.filter((service) => covers(service.audience, ['children'])).length,
        metrics: records.metric.length,
        metricsWithBaseline: records.metric.filter((metric) => metric.baseline !== null).length,
        withoutRequirement: unserving.length,
        percentWithoutRequirement: percent(unserving.length, live.length),
        ...inUse.facts,
        services: records.service.length,
        servicesNamingChildren: records.service.filter(({ audience }) => audience.includes('children'))
          .length,
        newestReadingAgeDays: ages.length === 0 ? null : Math.min(...ages),
        metricsNamingChildren: records.metric.filter(({ serves }) =>
          serves.some((id) => context.requirements.get(id)?.audience.includes('children')),
        ).length,
      },
    ),
  ]
}

function cannotBeLate(task: Task): boolean {
  return task.due === null && (task.quarter === null || task.quarter.year === null)
}
