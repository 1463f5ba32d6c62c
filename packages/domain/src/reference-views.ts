import { z } from 'zod'
import { RequirementKind } from './framework.ts'
import { Id } from './vocabulary.ts'

export const RecordRefView = z.strictObject({ kind: z.string(), id: z.string(), title: z.string() })
export type RecordRefView = z.infer<typeof RecordRefView>

export const RequirementRef = z.strictObject({
  id: Id,
  kind: RequirementKind,
  number: z.string().nullable(),
  title: z.string(),
})
export type RequirementRef = z.infer<typeof RequirementRef>
