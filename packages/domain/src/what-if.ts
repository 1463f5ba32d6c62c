import { z } from 'zod'
import { AnswerChange } from './answer-change.ts'
import { ServiceChange } from './service-change.ts'
import { TaskChange } from './task-change.ts'
import { Id } from './vocabulary.ts'

/** A change to try: nothing is written. An answer is named by its own id or by its measure's. */
export const WhatIfInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('task'), id: Id, change: TaskChange }),
  z.strictObject({ kind: z.literal('answer'), id: Id, change: AnswerChange }),
  z.strictObject({ kind: z.literal('service'), id: Id, change: ServiceChange }),
])
export type WhatIfInput = z.infer<typeof WhatIfInput>
