import { type Audience, percent, type Task } from '@workplan/domain'
import { isLive } from '../links/requirement-links.ts'
import { covers } from './audience.ts'
import { type FactContext, recordRef } from './context.ts'
import { type SubjectFacts, subjectMaker } from './declaration.ts'
import type { Subject } from './subject.ts'
import { countByStatus, STATUS_WORDS, taskRefs } from './work-counts.ts'

/** What is known of the programme as a whole: what many single flags add up to. */
export const programmeFacts = {
  sroInPost: {
    label: 'A senior responsible officer is recorded in post',
    type: 'yes-no',
    description: 'The records have a post of senior responsible officer and say that it is filled.',
  },
  liveTasks: {
    label: 'Live tasks',
    type: 'number',
    unit: 'live task',
    description: 'Tasks of the programme that are not done.',
  },
  withoutOwner: {
    label: 'Live tasks without an owner',
    type: 'number',
    unit: 'live task',
    description: 'Live tasks for which neither a person nor a role is named.',
  },
  percentWithoutOwner: {
    label: 'Share of live tasks without an owner',
    type: 'number',
    unit: '%',
    description: 'Of all live tasks; not known when there are none.',
  },
  withoutDate: {
    label: 'Live tasks without a date that can be late',
    type: 'number',
    unit: 'live task',
    description: 'Live tasks with no due date and no quarter of a stated year.',
  },
  percentWithoutDate: {
    label: 'Share of live tasks without a date that can be late',
    type: 'number',
    unit: '%',
    description: 'Of all live tasks; not known when there are none.',
  },
  tasksByStatus: {
    label: 'Tasks',
    type: 'table',
    of: 'number',
    keys: STATUS_WORDS,
    param: 'status',
    unit: 'task',
    description: 'Tasks of the programme by status; live ones are all but those that are done.',
  },
  percentStatusUnknown: {
    label: 'Share of live tasks whose status nobody has said',
    type: 'number',
    unit: '%',
    description: 'Of all live tasks; not known when there are none.',
  },
  liveTasksNaming: {
    label: 'Live tasks that name',
    type: 'table',
    of: 'number',
    keys: {
      adult: 'adults',
      children: 'children and young people',
      all: 'people of all ages',
      workforce: 'the workforce',
    },
    param: 'audience',
    unit: 'live task',
    description:
      'Live tasks by the audience they name; a task for people of all ages does not name children or adults.',
  },
  dutiesForChildren: {
    label: 'Duties that cover children and young people',
    type: 'number',
    unit: 'duty',
    description: 'Duties of the programme whose audience covers children and young people.',
  },
  assessments: {
    label: 'Current self-assessments',
    type: 'number',
    unit: 'self-assessment',
    description: 'Frameworks with a current round of scoring.',
  },
  scoredFrameworks: {
    label: 'Frameworks that are scored',
    type: 'number',
    unit: 'framework',
    description: 'Frameworks of the programme that have scored measures.',
  },
  coverageRequirements: {
    label: 'Coverage requirements',
    type: 'number',
    unit: 'coverage requirement',
    description: 'What the programme has mapped as having to be there at stated hours.',
  },
  servicesForChildren: {
    label: 'Mapped services for children and young people',
    type: 'number',
    unit: 'service',
    description: 'Services under a coverage requirement that are said to serve children or all ages.',
  },
  metrics: {
    label: 'Metrics',
    type: 'number',
    unit: 'metric',
    description: 'Outcome measures of the programme.',
  },
  metricsWithBaseline: {
    label: 'Metrics with a baseline',
    type: 'number',
    unit: 'metric',
    description: 'Outcome measures with a starting value to compare with.',
  },
} as const satisfies SubjectFacts

const programmeSubject = subjectMaker('programme', programmeFacts)

/** The programme itself as one subject. */
export function programmeSubjects(context: FactContext): Subject[] {
  const { programme, records } = context.state
  const live = records.task.filter(isLive)
  const ownerless = live.filter((task) => task.owner === null && task.ownerAsStated === null)
  const dateless = live.filter(cannotBeLate)
  const byStatus = countByStatus(records.task)
  const naming = (people: Audience) => live.filter((task) => task.audience.includes(people)).length
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
        liveTasksNaming: {
          adult: naming('adult'),
          children: naming('children'),
          all: naming('all'),
          workforce: naming('workforce'),
        },
        dutiesForChildren: context.requirements.all.filter(
          (entry) => entry.kind === 'duty' && covers(entry.audience, ['children']),
        ).length,
        assessments: context.currentAssessments.size,
        scoredFrameworks: new Set(scored.map((measure) => measure.framework)).size,
        coverageRequirements: records['coverage-requirement'].length,
        servicesForChildren: mapped.filter((service) => covers(service.audience, ['children'])).length,
        metrics: records.metric.length,
        metricsWithBaseline: records.metric.filter((metric) => metric.baseline !== null).length,
      },
    ),
  ]
}

function cannotBeLate(task: Task): boolean {
  return task.due === null && (task.quarter === null || task.quarter.year === null)
}
