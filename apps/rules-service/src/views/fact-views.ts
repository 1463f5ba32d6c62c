import type { FactReadingView, SubjectFactsView, SubjectKind } from '@workplan/domain'
import {
  type FactDeclaration,
  factCatalogue,
  OPERATOR_WORDS,
  type Operator,
  type Subject,
} from '@workplan/rulebook'
import type { Rules } from '../rules.ts'
import { subjectsIn } from '../rules/subjects-in.ts'
import type { LoadedProgramme } from '../store/programme.ts'

type FactView = SubjectFactsView['facts'][number]
type Compared = Exclude<FactDeclaration['type'], 'table'>
type Taken = FactView['operators'][number]['takes']

const SEEN_AT_MOST = 30
/** Longer texts are sentences, which nobody compares with. */
const LONGEST_SEEN = 60

const EQUALITY: readonly Operator[] = ['equal', 'notEqual']

/** The operators that fit a fact of each type, as the loader of rules has it. */
export const operatorsFor: Readonly<Record<Compared, readonly Operator[]>> = {
  number: [...EQUALITY, 'lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'],
  text: [...EQUALITY, 'in', 'notIn'],
  'yes-no': EQUALITY,
  date: EQUALITY,
  list: ['contains', 'doesNotContain'],
}

/** The facts that rules may read, with the texts that they have in the programme at present. */
export function factViews(programme: LoadedProgramme, { library, rulebook }: Rules): SubjectFactsView[] {
  const subjects = Map.groupBy(subjectsIn(programme, library), ({ kind }) => kind)
  const kinds = Object.keys(factCatalogue) as SubjectKind[]
  return kinds.map((kind) => ({
    kind,
    conditions: [...rulebook.conditions.values()]
      .filter(({ subject }) => subject === kind)
      .map(({ id, title }) => ({ name: id, title })),
    facts: Object.entries(factCatalogue[kind] ?? {}).map(([name, declared]) =>
      factView(name, declared, subjects.get(kind) ?? []),
    ),
  }))
}

function factView(name: string, declared: FactDeclaration, subjects: readonly Subject[]): FactView {
  const { label, type, unit, description } = declared
  const compared = declared.type === 'table' ? declared.of : declared.type
  return {
    name,
    label,
    type,
    unit: unit ?? null,
    description,
    parts: declared.type === 'table' ? partsOf(name, declared) : [],
    operators: operatorsFor[compared].map((operator) => ({
      operator,
      words: OPERATOR_WORDS[operator],
      takes: takenBy(operator, compared),
    })),
    seen: compared === 'text' || compared === 'list' ? seenIn(name, subjects) : [],
  }
}

function partsOf(
  fact: string,
  { label, keys, param }: Extract<FactDeclaration, { type: 'table' }>,
): { reading: FactReadingView; label: string }[] {
  return Object.entries(keys).map(([key, words]) => ({
    reading: param === undefined ? { fact, path: `$.${key}` } : { fact, params: { [param]: key } },
    label: `${label} ${words}`,
  }))
}

function takenBy(operator: Operator, type: Compared): Taken {
  if (operator === 'in' || operator === 'notIn') return 'texts'
  return type === 'list' ? 'text' : type
}

function seenIn(name: string, subjects: readonly Subject[]): string[] {
  const values = subjects.flatMap(({ facts }) => textsIn(facts[name]))
  const short = new Set(values.filter((value) => value.length <= LONGEST_SEEN))
  return [...short].toSorted((one, other) => one.localeCompare(other, 'en-GB')).slice(0, SEEN_AT_MOST)
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).filter((part) => typeof part === 'string')
}
