import type { Audience, RecordRef, SubjectKind } from '@workplan/domain'
import type { Subject } from './subject.ts'

/** What a fact is: how people read it, its type and, for numbers, its unit in the singular. */
export interface FactDeclaration {
  label: string
  type: 'number' | 'text' | 'yes-no' | 'list' | 'date'
  unit?: string
  description: string
}

/** The facts declared for one kind of subject, by name. */
export type SubjectFacts = Readonly<Record<string, FactDeclaration>>

interface ValueOf {
  number: number
  text: string
  'yes-no': boolean
  list: string[]
  date: string
}

/** The values that a catalogue asks for: every fact, of its type, or null when it is not known. */
export type FactsOf<Declared extends SubjectFacts> = {
  [Name in keyof Declared]: ValueOf[Declared[Name]['type']] | null
}

interface SubjectFields {
  id: string
  title: string
  audience: Audience[]
  workstreams: (string | null)[]
  requirements: readonly string[]
  records: RecordRef[]
}

/**
 * A maker of subjects of one kind, which demands every declared fact and no other. An audience that nobody
 * stated is shown to all; workstreams and requirements are listed once each.
 */
export function subjectMaker<Declared extends SubjectFacts>(kind: SubjectKind, _declared: Declared) {
  return (fields: SubjectFields, facts: FactsOf<Declared>): Subject => ({
    kind,
    id: fields.id,
    title: fields.title,
    audience: fields.audience.length > 0 ? fields.audience : ['all'],
    workstreams: [...new Set(fields.workstreams.filter((id) => id !== null))],
    requirements: [...new Set(fields.requirements)],
    facts,
    records: fields.records,
  })
}
