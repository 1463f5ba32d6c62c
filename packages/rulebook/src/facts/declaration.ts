import type { Audience, RecordRef, SubjectKind } from '@workplan/domain'
import { unique } from '../links/unique.ts'
import type { Subject } from './subject.ts'

/** What a fact with one value is: how people read it, its type and, for numbers, its unit in the singular. */
export interface PlainFact {
  label: string
  type: 'number' | 'text' | 'yes-no' | 'list' | 'date'
  unit?: string
  description: string
  /** Whom the fact speaks of, where they are fewer than its subject is for: these, or those that a list fact names. */
  people?: readonly Audience[] | string
}

/** What a fact with a value for each of some keys is, as tasks by status. */
export interface TableFact {
  label: string
  type: 'table'
  /** What each of its values is. */
  of: 'number' | 'text' | 'yes-no'
  /** Every key with the words that follow the label: `Live tasks` with `for adults`. */
  keys: Readonly<Record<string, string>>
  /** The parameter by which a rule may ask for a key, as `audience` in `params: { audience: adult }`. */
  param?: string
  unit?: string
  description: string
}

export type FactDeclaration = PlainFact | TableFact

/** What a value of each type is called, as in 'must be a number'. */
export const TYPE_WORDS: Readonly<Record<FactDeclaration['type'], string>> = {
  number: 'a number',
  text: 'text',
  'yes-no': 'true or false',
  date: 'a date',
  list: 'a list',
  table: 'a table',
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

type ValueFor<Declared extends FactDeclaration> = Declared extends TableFact
  ? { [Key in keyof Declared['keys']]: ValueOf[Declared['of']] | null }
  : ValueOf[Exclude<Declared['type'], 'table'>]

/** The values that a catalogue asks for: every fact, of its type, or null when it is not known. */
export type FactsOf<Declared extends SubjectFacts> = {
  [Name in keyof Declared]: ValueFor<Declared[Name]> | null
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
 * stated is shown to all; workstreams are listed once each, as requirements already are.
 */
export function subjectMaker<Declared extends SubjectFacts>(kind: SubjectKind, _declared: Declared) {
  return (fields: SubjectFields, facts: FactsOf<Declared>): Subject => ({
    kind,
    id: fields.id,
    title: fields.title,
    audience: fields.audience.length > 0 ? fields.audience : ['all'],
    workstreams: unique(fields.workstreams).filter((id) => id !== null),
    requirements: [...fields.requirements],
    facts,
    records: fields.records,
  })
}
