import {
  AgendaItem,
  CommentedOn,
  CommentText,
  Dependency,
  EarlierName,
  EvidenceLink,
  formatPartialDate,
  Id,
  IsoDateSchema,
  OpeningHours,
  PartialDateSchema,
  PlanQuarter,
  recordSchemas,
  Source,
  textWithNames,
  type RecordKind,
} from '@workplan/domain'
import { z } from 'zod'
import {
  claimCheckInWords,
  figuresInWords,
  hoursInWords,
  numberInWords,
  quarterInWords,
  sourceInWords,
} from './part-in-words.ts'
import { codeInWords, emptyListWords } from './field-words.ts'
import type { RecordIndex } from './record-index.ts'

/** The schema of one field; undefined when the kind has no such field. */
function fieldSchema(kind: RecordKind, field: string): z.ZodType | undefined {
  return (recordSchemas[kind].shape as Record<string, z.ZodType>)[field]
}

/**
 * A field's value as people read it: dates and codes in words, ids as titles. `null` means that it is not stated;
 * an empty list is 'None' only where empty means none.
 */
export function valueInWords(
  kind: RecordKind,
  field: string,
  value: unknown,
  index: RecordIndex,
): string | null {
  const place = `${kind}.${field}`
  if (place === 'word-template.file') return 'Styles, headers, footers and page'
  if (value === null || value === undefined) return null
  if (Array.isArray(value)) {
    if (value.length === 0) return emptyListWords[place] ?? null
    return value.map((item) => itemInWords(kind, field, item, index)).join('; ')
  }
  if (typeof value === 'object' && Object.keys(value).length === 0) return emptyListWords[place] ?? null
  return itemInWords(kind, field, value, index)
}

function itemInWords(kind: RecordKind, field: string, value: unknown, index: RecordIndex): string {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (typeof value === 'number') return numberInWords(value)
  const schema = fieldSchema(kind, field)
  const inner = schema && innermost(schema)
  if (typeof value === 'string') {
    if (inner === PartialDateSchema || inner === IsoDateSchema) return formatPartialDate(value)
    if (inner === Id) return index.titleOf(value)
    if (inner === CommentText) return textWithNames(value, index.titleOf)
    return inner instanceof z.ZodEnum ? codeInWords(kind, field, value) : value
  }
  return partInWords(`${kind}.${field}`, inner, value, index)
}

function partInWords(
  place: string,
  schema: z.ZodType | undefined,
  value: unknown,
  index: RecordIndex,
): string {
  if (schema === Source) return sourceInWords(Source.parse(value))
  if (schema === OpeningHours) return hoursInWords(OpeningHours.parse(value))
  if (schema === PlanQuarter) return quarterInWords(PlanQuarter.parse(value))
  if (schema === EvidenceLink) {
    const { title, url } = EvidenceLink.parse(value)
    return url === null ? title : `${title} (${url})`
  }
  if (schema === Dependency) {
    const { task, what } = Dependency.parse(value)
    return task === null ? what : `${what} (${index.titleOf(task)})`
  }
  if (place === 'meeting.agenda') return AgendaItem.parse(value).title
  if (place === 'escalation.work') return index.titleOf(z.object({ id: Id }).parse(value).id)
  if (place === 'group.earlierNames') {
    const { name, until } = EarlierName.parse(value)
    return `${name} until ${formatPartialDate(until)}`
  }
  if (place === 'comment.resolved') return `By ${index.titleOf((value as { by: string }).by)}`
  if (schema === CommentedOn) return index.titleOf(CommentedOn.parse(value).id)
  if (place === 'claim.check') return claimCheckInWords(recordSchemas.claim.shape.check.parse(value), index)
  return figuresInWords(value as Record<string, string | number | boolean | null>)
}

/** The schema inside lists and optional or nullable wrappers. */
function innermost(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodArray) return innermost(schema.element as z.ZodType)
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return innermost(schema.unwrap() as z.ZodType)
  return schema
}
