import type { FactReadingView, SubjectFactsView } from '@workplan/domain'
import {
  type ConditionDraft,
  type GroupDraft,
  emptyGroup,
  nextKey,
  takesOf,
  type Takes,
} from './condition-draft.ts'

/** The conditions of a rule document from what was built; null while there are none. */
export function documentOf(root: GroupDraft, facts: SubjectFactsView | undefined): unknown {
  return root.children.length === 0 ? null : conditionOf(root, facts)
}

function conditionOf(draft: ConditionDraft, facts: SubjectFactsView | undefined): unknown {
  switch (draft.kind) {
    case 'named':
      return { condition: draft.name }
    case 'kept':
      return draft.raw
    case 'compare': {
      const fact = facts?.facts.find(({ name }) => name === draft.reading?.fact)
      return {
        fact: '',
        ...draft.reading,
        operator: draft.operator,
        value:
          draft.other === undefined
            ? valueOf(draft.value, takesOf(fact, draft.operator))
            : (draft.other ?? { fact: '' }),
      }
    }
    case 'none':
      return { not: { any: draft.children.map((child) => conditionOf(child, facts)) } }
    default:
      return { [draft.kind]: draft.children.map((child) => conditionOf(child, facts)) }
  }
}

/** A typed value in the terms of a rule; null while it cannot be read. */
export function valueOf(text: string, takes: Takes): string | number | boolean | string[] | null {
  const trimmed = text.trim()
  if (takes === 'texts') return linesOf(text)
  if (trimmed === '') return null
  if (takes === 'number') return Number.isFinite(Number(trimmed)) ? Number(trimmed) : null
  if (takes === 'yes-no') return trimmed === 'true'
  return trimmed
}

export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** Where the children of a group stand in the document, as `when.not.any`. */
export function placeOfChildren(place: string, kind: GroupDraft['kind']): string {
  return kind === 'none' ? `${place}.not.any` : `${place}.${kind}`
}

/** The conditions of a document as they are built on; a single one is put in a group. */
export function builtOf(when: unknown): GroupDraft {
  if (when === null || when === undefined) return emptyGroup()
  const built = draftOf(when)
  return 'children' in built ? built : { ...emptyGroup(), children: [built] }
}

function draftOf(raw: unknown): ConditionDraft {
  const key = nextKey()
  if (!isObject(raw)) return { key, kind: 'kept', raw }
  const { all, any, not, condition, operator, value } = raw
  if (Array.isArray(all)) return { key, kind: 'all', children: all.map(draftOf) }
  if (Array.isArray(any)) return { key, kind: 'any', children: any.map(draftOf) }
  if (isObject(not)) {
    const inner = not['any']
    return { key, kind: 'none', children: Array.isArray(inner) ? inner.map(draftOf) : [draftOf(not)] }
  }
  if (typeof condition === 'string') return { key, kind: 'named', name: condition }
  const reading = readingOf(raw)
  const other = isObject(value) && !Array.isArray(value) ? readingOf(value) : null
  if (reading === null || typeof operator !== 'string') return { key, kind: 'kept', raw }
  const compared = other === null ? {} : { other: chosen(other) }
  return { key, kind: 'compare', reading: chosen(reading), operator, value: textOf(value), ...compared }
}

/** What is read of a fact; null for anything else. */
function readingOf({ fact, path, params }: Record<string, unknown>): FactReadingView | null {
  if (typeof fact !== 'string') return null
  return {
    fact,
    ...(typeof path === 'string' && { path }),
    ...(isObject(params) && { params: params as Record<string, string> }),
  }
}

/** A draft may be saved before its facts are chosen. */
function chosen(reading: FactReadingView): FactReadingView | null {
  return reading.fact === '' ? null : reading
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.join('\n')
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : ''
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
