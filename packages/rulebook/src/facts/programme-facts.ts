import type { SubjectFacts } from './declaration.ts'
import { STATUS_WORDS } from './work-counts.ts'

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
    people: ['children'],
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
    people: ['children'],
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
  withoutRequirement: {
    label: 'Live tasks that serve no requirement',
    type: 'number',
    unit: 'live task',
    description: 'Live tasks that are linked to no duty, ambition or other requirement.',
  },
  percentWithoutRequirement: {
    label: 'Share of live tasks that serve no requirement',
    type: 'number',
    unit: '%',
    description: 'Of all live tasks; not known when there are none.',
  },
  duties: {
    label: 'Duties',
    type: 'number',
    unit: 'duty',
    description: 'Duties of the frameworks that the programme answers to.',
  },
  dutiesWithTasks: {
    label: 'Duties with a task linked',
    type: 'number',
    unit: 'duty',
    description: 'Duties that any task is linked to, finished ones included.',
  },
  kindsWithoutTasks: {
    label: 'Kinds of requirement that no task is linked to',
    type: 'list',
    description:
      'Foundations, principles, delivery-plan items, building blocks and enablers, each with how many there are, where not one has a task linked.',
  },
  kindsWithoutTasksCount: {
    label: 'Number of these kinds',
    type: 'number',
    unit: 'kind',
    description: 'How many of these kinds of requirement have no task linked to any of them.',
  },
  blocks: {
    label: 'Building blocks',
    type: 'number',
    unit: 'building block',
    description: 'Building blocks of the frameworks that the programme answers to.',
  },
  blocksWithTasks: {
    label: 'Building blocks with live work',
    type: 'number',
    unit: 'building block',
    description: 'Building blocks that a live task serves, or serves a measure of.',
  },
  percentBlocksWithTasks: {
    label: 'Share of building blocks with live work',
    type: 'number',
    unit: '%',
    description: 'Of all building blocks; not known when there are none.',
  },
  deliveryPlanItems: {
    label: 'Delivery-plan items',
    type: 'number',
    unit: 'item',
    description: 'Items of the delivery plans that the programme answers to.',
  },
  services: {
    label: 'Services on record',
    type: 'number',
    unit: 'service',
    description: 'Services of the programme, whether mapped against a coverage requirement or not.',
  },
  servicesNamingChildren: {
    label: 'Services that name children and young people',
    type: 'number',
    unit: 'service',
    description:
      'Services whose audience names children and young people; people of all ages does not count.',
    people: ['children'],
  },
  newestReadingAgeDays: {
    label: 'Age of the newest figure',
    type: 'number',
    unit: 'day',
    description:
      'Days since the end of the latest period of any reading; not known when none gives a period.',
  },
  metricsNamingChildren: {
    label: 'Metrics about children and young people',
    type: 'number',
    unit: 'metric',
    description: 'Outcome measures that serve a requirement whose audience names children and young people.',
    people: ['children'],
  },
} as const satisfies SubjectFacts
