import { z } from 'zod'
import { FoiPack } from './records/foi-pack.ts'
import { Id, IsoDateSchema } from './vocabulary.ts'

/** A set of questions that are asked again and again. */
export const QuestionSetView = z.strictObject({
  id: Id,
  title: z.string(),
  description: z.string(),
  questions: z.array(z.strictObject({ number: z.string(), question: z.string() })),
})
export type QuestionSetView = z.infer<typeof QuestionSetView>

/** A new return: a set of questions, or questions of its own. */
export const NewFoiPack = z
  .strictObject({
    title: z.string().trim().min(1).max(200),
    reference: z.string().trim().max(100).nullable(),
    receivedOn: IsoDateSchema.nullable(),
    asAt: IsoDateSchema,
    questionSet: Id.nullable(),
    questions: z.array(z.string().trim().min(1).max(1000)).max(50),
  })
  .refine(({ questionSet, questions }) => (questionSet === null) === questions.length > 0, {
    path: ['questions'],
    message: 'choose a set of questions, or write your own',
  })
export type NewFoiPack = z.infer<typeof NewFoiPack>

/** What somebody writes in a return: answers by the number of their question; null takes one back. */
export const FoiPackChange = z.strictObject({
  title: z.string().trim().min(1).max(200).optional(),
  reference: z.string().trim().max(100).nullable().optional(),
  answers: z
    .array(
      z.strictObject({
        number: z.string().min(1).max(20),
        answer: z
          .strictObject({
            letters: z.array(z.string().max(10)).max(30),
            text: z.string().trim().min(1).max(8000),
          })
          .nullable(),
      }),
    )
    .max(50)
    .optional(),
})
export type FoiPackChange = z.infer<typeof FoiPackChange>

export const FoiPackView = z.strictObject({
  pack: FoiPack,
  version: z.number().int(),
  /** The last day to answer: 20 working days after the request, bank holidays not counted out; null without a date. */
  dueOn: IsoDateSchema.nullable(),
  answered: z.number().int(),
  approvedByName: z.string().nullable(),
  /** Numbers of the questions whose records say something else by now; empty once it is approved. */
  changedSince: z.array(z.string()),
  mayWrite: z.boolean(),
  mayApprove: z.boolean(),
})
export type FoiPackView = z.infer<typeof FoiPackView>
