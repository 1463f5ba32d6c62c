import { type CrosswalkLink, Framework, type FrameworkLibrary, type Requirement } from '@workplan/domain'

const source = { document: 'A document' }

const blank = {
  number: null,
  description: null,
  parent: null,
  audience: ['all'],
  audienceBasis: 'stated',
  dutyType: null,
  source,
}

type Fields = Partial<Requirement> & Pick<Requirement, 'id' | 'kind' | 'title'>

const NATIONAL: Fields[] = [
  { id: 'duty.parts', kind: 'duty', title: 'Nursing and medicines', elements: ['nursing', 'medicines'] },
  {
    id: 'duty.care',
    kind: 'duty',
    title: 'Arrange care',
    audience: ['adult', 'children'],
    dutyType: 'legal-duty',
  },
  { id: 'duty.staff', kind: 'duty', title: 'Enough staff', audience: ['workforce'] },
  { id: 'duty.meaning', kind: 'definition', title: 'What care means' },
  { id: 'plan.item', kind: 'delivery-plan-item', number: '1', title: 'Better access' },
  { id: 'plan.other', kind: 'delivery-plan-item', number: '2', title: 'Better quality' },
  { id: 'principle.honest', kind: 'principle', title: 'Honest conversations' },
  { id: 'foundation.records', kind: 'foundation', title: 'Shared records', themes: ['records'] },
]

const AMBITIONS: Fields[] = [
  { id: 'amb.1', kind: 'ambition', number: '1', title: 'Seen as an individual' },
  { id: 'amb.1.1', kind: 'building-block', number: '1.1', title: 'Conversations', parent: 'amb.1' },
  {
    id: 'amb.1.1.1',
    kind: 'measure',
    number: '1.1.1',
    title: 'Plans: children',
    parent: 'amb.1.1',
    scored: true,
    audience: ['children'],
  },
  {
    id: 'amb.1.1.2',
    kind: 'measure',
    number: '1.1.2',
    title: 'Plans: adults',
    parent: 'amb.1.1',
    scored: true,
    audience: ['adult'],
  },
  { id: 'amb.1.1.3', kind: 'measure', number: '1.1.3', title: 'Heading', parent: 'amb.1.1' },
  { id: 'amb.1.2', kind: 'building-block', number: '1.2', title: 'Systems', parent: 'amb.1' },
  {
    id: 'amb.1.2.1',
    kind: 'measure',
    number: '1.2.1',
    title: 'Records',
    parent: 'amb.1.2',
    scored: true,
    themes: ['records'],
  },
]

const LOCAL: Fields[] = [
  { id: 'local.1', kind: 'ambition', number: '1', title: 'Seen locally', nationalCounterpart: 'amb.1' },
  { id: 'local.1.do', kind: 'action', title: 'Do something', parent: 'local.1' },
]

/** A small library: duties and a foundation, one ambition with measures, one local ambition that answers to it. */
export function smallLibrary(
  rows: (Partial<CrosswalkLink> & { requirements: string[] })[] = [],
): FrameworkLibrary {
  const frameworks = [
    framework('guidance', NATIONAL),
    framework('ambitions', AMBITIONS),
    framework('local', LOCAL),
  ]
  const crosswalk = rows.map((row, index) => ({
    id: `row.${index}`,
    programme: null,
    tasks: [],
    workstreams: [],
    records: [],
    meaning: null,
    matchBasis: null,
    source,
    ...row,
  }))
  const requirements = new Map(
    frameworks.flatMap(({ id, requirements: entries }) =>
      entries.map((entry) => [entry.id, { ...entry, framework: id }] as const),
    ),
  )
  return { frameworks, crosswalk, requirements }
}

function framework(id: string, requirements: Fields[]): Framework {
  return Framework.parse({
    id,
    name: id,
    shortName: id,
    kind: 'national-framework',
    published: null,
    version: '1',
    source,
    requirements: requirements.map((fields) => ({ ...blank, ...fields })),
  })
}
