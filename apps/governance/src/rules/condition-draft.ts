import type { FactReadingView, FactType, SubjectFactsView } from '@workplan/domain'

/** A comparison while it is being built, with a value as typed (several one a line) or with another fact. */
export interface ComparisonDraft {
  key: number
  kind: 'compare'
  reading: FactReadingView | null
  operator: string
  value: string
  /** Undefined while it compares with a value; null while the other fact is not chosen. */
  other?: FactReadingView | null | undefined
}

/** `none` is what a rule file writes as `not` over `any`. */
export interface GroupDraft {
  key: number
  kind: 'all' | 'any' | 'none'
  children: ConditionDraft[]
}

export type ConditionDraft =
  | ComparisonDraft
  | GroupDraft
  | { key: number; kind: 'named'; name: string }
  /** What this form cannot show. It is sent as it came. */
  | { key: number; kind: 'kept'; raw: unknown }

export type Fact = SubjectFactsView['facts'][number]
export type Takes = Fact['operators'][number]['takes']

let lastKey = 0

/** A key to tell conditions apart while they move about. */
export function nextKey(): number {
  lastKey += 1
  return lastKey
}

export function emptyGroup(kind: GroupDraft['kind'] = 'all'): GroupDraft {
  return { key: nextKey(), kind, children: [] }
}

export function emptyComparison(): ComparisonDraft {
  return { key: nextKey(), kind: 'compare', reading: null, operator: '', value: '' }
}

/** What a reading is called in a select. */
export function readingKey(reading: FactReadingView | null): string {
  return reading ? JSON.stringify([reading.fact, reading.path ?? null, reading.params ?? null]) : ''
}

/** Every fact, and every part of a table, that a comparison can read. */
export function readingsOf({ facts }: SubjectFactsView) {
  return facts.flatMap((fact) =>
    fact.parts.length > 0
      ? fact.parts.map(({ reading, label }) => ({ fact, reading, label }))
      : [{ fact, reading: { fact: fact.name }, label: fact.label }],
  )
}

/** What a comparison is made with; text while the operator is not chosen. */
export function takesOf(fact: Fact | undefined, operator: string): Takes {
  return fact?.operators.find((candidate) => candidate.operator === operator)?.takes ?? 'text'
}

/** The type of what is read of a fact: of a table, that of its parts. */
export function readType({ type, operators }: Fact): Exclude<FactType, 'table'> {
  const takes = operators[0]?.takes
  if (type !== 'table') return type
  return takes === undefined || takes === 'texts' ? 'text' : takes
}

/** The facts, and parts of tables, that a comparison of this one may be with. */
export function othersOf(facts: SubjectFactsView, reading: FactReadingView | null, takes: Takes) {
  return readingsOf(facts).filter(
    (other) => readType(other.fact) === takes && readingKey(other.reading) !== readingKey(reading),
  )
}

/** The same conditions under new keys: those of an earlier visit may be given out again. */
export function rekeyed<Draft extends ConditionDraft>(draft: Draft): Draft {
  const key = nextKey()
  return 'children' in draft ? { ...draft, key, children: draft.children.map(rekeyed) } : { ...draft, key }
}

/** True when every comparison says what is read, how and with what. */
export function isComplete(draft: ConditionDraft): boolean {
  if ('children' in draft) return draft.children.length > 0 && draft.children.every(isComplete)
  if (draft.kind === 'named') return draft.name !== ''
  if (draft.kind === 'kept') return true
  const compared = draft.other === undefined ? draft.value.trim() !== '' : draft.other !== null
  return draft.reading !== null && draft.operator !== '' && compared
}
