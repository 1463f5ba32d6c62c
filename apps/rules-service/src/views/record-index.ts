import {
  recordKinds,
  type CommentedOn,
  type FrameworkLibrary,
  type ProgrammeState,
  type RecordKind,
  type RecordOf,
  type RecordRefView,
} from '@workplan/domain'
import type { LoadedProgramme } from '../store/programme.ts'

/** A record of any kind, with its kind. */
export type AnyRecord = { [K in RecordKind]: { kind: K; record: RecordOf<K> } }[RecordKind]

/** Everything in a programme that an id can name: its records and people, and the requirements it answers to. */
export interface RecordIndex {
  /** The record of an id; undefined when the id is no record's. */
  find(id: string): AnyRecord | undefined
  /** What an id names; undefined when it names nothing. */
  refOf(id: string): RecordRefView | undefined
  /** The title of what an id names, or the id itself when it names nothing. */
  titleOf(id: string): string
}

/** Indexes a programme once for the views of one request. */
export function indexRecords(
  { state, people }: Pick<LoadedProgramme, 'state' | 'people'>,
  library: FrameworkLibrary,
): RecordIndex {
  const found = new Map(entriesOf(state).map((entry) => [entry.record.id, entry]))
  const index: RecordIndex = {
    find: (id) => found.get(id),
    refOf(id) {
      const entry = found.get(id)
      if (entry) return { kind: entry.kind, id, title: titleOfRecord(entry, index) }
      const requirement = library.requirements.get(id)
      if (requirement) return { kind: 'requirement', id, title: requirementTitle(requirement) }
      const person = people.get(id)
      if (person) return { kind: 'person', id, title: person.name }
      if (id.startsWith('person.')) return { kind: 'person', id, title: FORMER_MEMBER }
      const framework = library.frameworks.find((candidate) => candidate.id === id)
      if (framework) return { kind: 'framework', id, title: framework.name }
      if (id === state.programme.id) return { kind: 'programme', id, title: state.programme.name }
      return undefined
    },
    titleOf: (id) => index.refOf(id)?.title ?? id,
  }
  return index
}

/** What records call somebody who is no member any more, removed or not. */
const FORMER_MEMBER = 'Somebody who has left'

/** A requirement as people quote it: `1.1.3 Children and young people`. */
function requirementTitle({ number, title }: { number: string | null; title: string }): string {
  return number === null ? title : `${number} ${title}`
}

function entriesOf(state: ProgrammeState): AnyRecord[] {
  return recordKinds.flatMap((kind) => state.records[kind].map((record) => ({ kind, record }) as AnyRecord))
}

/** A flag has no title here; its subject has. */
function titleOfCommented({ kind, id }: CommentedOn, index: RecordIndex): string {
  if (kind === 'report-section') return 'a section of a report'
  return kind === 'flag' ? `a flag of ${index.titleOf(id.slice(id.indexOf('~') + 1))}` : index.titleOf(id)
}

function titleOfRecord({ kind, record }: AnyRecord, index: RecordIndex): string {
  if (kind === 'answer') return `Answer to ${index.titleOf(record.measure)}`
  if (kind === 'organisation-answer')
    return `Answer of ${index.titleOf(record.provider)} to ${index.titleOf(record.measure)}`
  if (kind === 'position') return `Position on ${index.titleOf(record.requirement)}`
  if (kind === 'reporting-line') return `${index.titleOf(record.from)} reports to ${index.titleOf(record.to)}`
  if (kind === 'training-need') return `${record.staffGroup}: ${record.level} training`
  if (kind === 'glossary-term') return record.term
  if (kind === 'comment') return `Comment on ${titleOfCommented(record.about, index)}`
  if (kind === 'foi-answer') return `Question ${record.number}: ${record.question}`
  return 'name' in record ? record.name : record.title
}
