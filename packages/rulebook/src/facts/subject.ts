import type { Audience, FactValue, RecordRef, SubjectKind } from '@workplan/domain'

/** One thing that rules judge, with the facts about it. `null` as a fact means that it is not known. */
export interface Subject {
  kind: SubjectKind
  /** The id of the record or requirement itself. */
  id: string
  title: string
  audience: Audience[]
  workstreams: string[]
  /** Duties, ambitions and measures that it counts under. */
  requirements: string[]
  facts: Record<string, FactValue>
  /** What the facts were computed from, so that a reader can check them. */
  records: RecordRef[]
}
