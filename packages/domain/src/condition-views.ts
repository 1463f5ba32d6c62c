import { z } from 'zod'
import { ComparedValue } from './flag.ts'

/** What is read of a subject: a fact, or a part of one by its path (`$.children`) or by a parameter. */
export const FactReadingView = z.strictObject({
  fact: z.string(),
  params: z.record(z.string(), z.string()).optional(),
  path: z.string().optional(),
})
export type FactReadingView = z.infer<typeof FactReadingView>

/** Conditions as data and in words, as they are in force in the programme. `place` is a path such as `when.all.1`. */
export type ConditionView =
  | {
      kind: 'all' | 'any' | 'not'
      place: string
      /** `All of these`, or what they say together where the rulebook has a name for it. */
      words: string
      /** The id of the named condition that stands here. */
      name: string | null
      children: ConditionView[]
    }
  | {
      kind: 'condition'
      place: string
      /** The whole comparison: `Days past the due date is more than 5 days`. */
      words: string
      reading: FactReadingView
      label: string
      operator: string
      operatorInWords: string
      value: ComparedValue | FactReadingView
      valueInWords: string
      /** True when the value is a number that a programme may set otherwise, at `place` + `.value`. */
      threshold: boolean
    }

export const ConditionView: z.ZodType<ConditionView> = z.lazy(() =>
  z.union([
    z.strictObject({
      kind: z.enum(['all', 'any', 'not']),
      place: z.string(),
      words: z.string(),
      name: z.string().nullable(),
      children: z.array(ConditionView),
    }),
    z.strictObject({
      kind: z.literal('condition'),
      place: z.string(),
      words: z.string(),
      reading: FactReadingView,
      label: z.string(),
      operator: z.string(),
      operatorInWords: z.string(),
      value: z.union([ComparedValue, FactReadingView]),
      valueInWords: z.string(),
      threshold: z.boolean(),
    }),
  ]),
)
