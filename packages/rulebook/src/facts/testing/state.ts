import {
  emptyState,
  type ProgrammeState,
  type RecordKind,
  type RecordOf,
  recordSchemas,
} from '@workplan/domain'
import { factContext, type FactContext } from '../context.ts'
import { smallLibrary } from './library.ts'

const source = { document: 'A document' }

/** What each kind of record holds when a test does not say otherwise: nothing stated. */
const BLANK: { [Kind in RecordKind]?: object } = {
  workstream: { name: 'Services', label: 'S', app: 'adult', lead: null },
  task: {
    form: 'task',
    title: 'A task',
    workstream: null,
    audience: ['all'],
    serves: [],
    owner: null,
    ownerAsStated: null,
    status: 'in-progress',
    statusReason: null,
    statusAsStated: null,
    percent: null,
    start: null,
    due: null,
    baselineDue: null,
    quarter: null,
    progress: null,
    nextStep: null,
    evidence: [],
    dependsOn: [],
    fundingNeeded: null,
    duplicateGroup: null,
    themes: [],
    updatedOn: null,
    completedOn: null,
  },
  milestone: {
    title: 'A milestone',
    order: 1,
    status: 'in-progress',
    statusAsStated: null,
    due: null,
    baselineDue: null,
    earlierDues: [],
    workstream: null,
    serves: [],
  },
  assessment: {
    framework: 'ambitions',
    title: 'A round',
    organisation: null,
    completedBy: null,
    formVersion: null,
    completedOn: null,
    signedOffBy: null,
    history: [],
    current: true,
  },
  answer: {
    assessment: 'round',
    state: 'answered',
    evidence: null,
    evidenceState: 'none',
    evidenceDate: null,
    gap: null,
    gapIsNil: false,
    nextStep: null,
    workstream: null,
    answeredFor: null,
    seeAlso: [],
  },
  position: {
    progress: null,
    gap: null,
    gapState: null,
    nextStep: null,
    due: null,
    audienceCovered: [],
    elementsCovered: [],
    elementsNotMentioned: [],
    uncertain: false,
    proxyEvidence: false,
    evidenceDate: null,
    hasWorkstream: null,
    blocks: [],
  },
  'stated-gap': {
    title: 'A gap',
    theme: null,
    requirement: null,
    answeredBy: [],
    answeredElsewhereBy: [],
    kind: 'stakeholder',
  },
  locality: { name: 'Northtown', within: null, partial: false },
  'coverage-requirement': {
    title: 'Advice round the clock',
    audience: ['adult'],
    required: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], from: '00:00', to: '24:00' }],
    modes: [],
    serves: [],
    localities: [],
    gapState: 'known',
    statedGaps: [],
  },
  service: {
    title: 'A service',
    provider: null,
    hostProvider: null,
    meets: ['advice'],
    audience: ['adult'],
    localities: [],
    localitiesStated: true,
    uncertainLocalities: [],
    hours: null,
    hoursAsStated: null,
    aroundTheClock: null,
    reducedDays: [],
    modes: ['telephone'],
    settings: [],
    users: [],
    conditional: null,
    queries: [],
    capacity: null,
    beds: null,
    capacityConcern: false,
    careLevel: null,
    ageBands: [],
    description: null,
  },
  metric: {
    title: 'A metric',
    kind: 'indicator',
    outcome: null,
    serves: [],
    direction: null,
    frequency: null,
    frequencyAsStated: null,
    baseline: null,
    target: null,
    unit: null,
    dataSource: null,
    blockedBy: null,
    narrowerThanOutcome: false,
  },
  reading: {
    metric: null,
    title: 'A reading',
    value: 1,
    unit: '%',
    period: null,
    dataset: null,
    place: null,
    comparator: null,
    caveats: [],
    partOf: null,
  },
  claim: {
    title: 'A claim',
    statement: 'A statement',
    publishedIn: 'A paper',
    publishedOn: null,
    about: [],
    figures: {},
    check: null,
  },
  group: {
    name: 'A group',
    kind: 'delivery',
    state: 'active',
    chair: null,
    chairAsStated: null,
    endsOn: null,
    reports: null,
    memberCount: null,
  },
  'reporting-line': { state: 'stated' },
  'strategy-item': {
    kind: 'key-area',
    title: 'A key area',
    description: null,
    parent: null,
    workstream: null,
    requirements: [],
    date: null,
    statedProgress: null,
  },
  'open-issue': { title: 'An open issue', requirement: null },
  document: { title: 'A document', state: 'final', url: null },
  'foi-answer': {
    reference: 'FOI 1',
    number: '1',
    question: 'A question',
    answer: 'An answer',
    options: [],
    chosen: [],
    textSuggests: [],
    consistent: null,
    figures: {},
    documents: [],
    accurateOn: '2023-03-01',
    approvedBy: null,
  },
  post: { title: 'A post', role: 'sro', filled: null, group: null },
}

/** A record of a kind with what a test says of it, checked by the schema. */
export function record<Kind extends RecordKind>(
  kind: Kind,
  fields: Partial<RecordOf<Kind>> & { id: string },
): RecordOf<Kind> {
  return recordSchemas[kind].parse({ source, ...BLANK[kind], ...fields }) as RecordOf<Kind>
}

type Records = {
  [Kind in RecordKind]?: (Partial<RecordOf<Kind>> & { id: string })[]
}

/** A programme with the records that a test names, of the frameworks of the small library. */
export function programmeWith(records: Records): ProgrammeState {
  const state = emptyState({
    id: 'p',
    name: 'A programme',
    shortName: 'P',
    organisation: 'A board',
    description: 'For tests',
    pinnedTo: null,
    pinnedBecause: null,
    frameworks: ['guidance', 'ambitions'],
    source,
  })
  const made = Object.entries(records).map(([kind, entries]) => [
    kind,
    entries.map((fields) => record(kind as RecordKind, fields)),
  ])
  return { ...state, records: { ...state.records, ...Object.fromEntries(made) } }
}

/** The context of such a programme on 13 March 2023. */
export function contextWith(
  records: Records,
  library: ReturnType<typeof smallLibrary> = smallLibrary(),
): FactContext {
  return factContext(programmeWith(records), library, '2023-03-13')
}

/** The one item with that id; fails when there is none. */
export function named<Item extends { id: string }>(items: readonly Item[], id: string): Item {
  const found = items.find((item) => item.id === id)
  if (!found) throw new Error(`there is no ${id}`)
  return found
}
