import { z } from 'zod'
import { FlagId } from './flag.ts'
import { NewTask } from './task-change.ts'
import { Id, IsoDateSchema, PartialDateSchema } from './vocabulary.ts'

/** Work that a decision begins: it serves what the flag is about. */
export const AssignedWork = NewTask.pick({ title: true, workstream: true }).extend({
  owner: Id.nullable(),
  due: PartialDateSchema,
})
export type AssignedWork = z.infer<typeof AssignedWork>

/** What an SRO can say about a flag. None of them clears it: only its rule no longer holding does. */
export const DecisionInput = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: z.literal('assign'),
      /** A task there is; without it, `newTask` is added to the workplan. */
      task: Id.optional(),
      newTask: AssignedWork.optional(),
      rationale: z.string().trim().max(2000).optional(),
    })
    .refine(({ task, newTask }) => (task === undefined) !== (newTask === undefined), {
      path: ['task'],
      message: 'give either a task or a new task',
    }),
  z.strictObject({
    kind: z.literal('accept'),
    until: IsoDateSchema,
    rationale: z.string().trim().min(1).max(2000),
  }),
  z.strictObject({ kind: z.literal('dispute'), rationale: z.string().trim().min(1).max(2000) }),
  z.strictObject({ kind: z.literal('ask'), question: z.string().trim().min(1).max(2000) }),
])
export type DecisionInput = z.infer<typeof DecisionInput>

/** One decision about several flags, as when they have one cause. */
export const DecisionAboutMany = z.strictObject({
  flags: z.array(FlagId).min(1).max(500),
  decision: DecisionInput,
})
export type DecisionAboutMany = z.infer<typeof DecisionAboutMany>

/** What is said to an SRO's question, or about a disputed flag. The flag waits for the SRO again. */
export const FlagAnswer = z.strictObject({ text: z.string().trim().min(1).max(2000) })
export type FlagAnswer = z.infer<typeof FlagAnswer>

/** What somebody other than the SRO asks of the SRO: to live with a gap until a day. */
export const AcceptanceRequest = z.strictObject({
  until: IsoDateSchema,
  rationale: z.string().trim().min(1).max(2000),
})
export type AcceptanceRequest = z.infer<typeof AcceptanceRequest>
