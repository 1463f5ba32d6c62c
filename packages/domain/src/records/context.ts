import { z } from 'zod'
import { Id, PartialDateSchema, recordBase, WebAddress } from '../vocabulary.ts'

/** An entry of the programme's own strategy: focus area, work area, enabler, phase, benefit, outcome, progress theme. */
export const StrategyItem = z.strictObject({
  ...recordBase,
  kind: z.enum([
    'focus-area',
    'key-area',
    'key-area-item',
    'driver',
    'support',
    'cross-cutting',
    'context',
    'lost-on-slide',
    'vision',
    'phase',
    'benefit',
    'outcome',
    'enabler',
    'commitment',
    'constraint',
    'alignment',
    'method',
    'building-block',
    'progress-theme',
    'background',
  ]),
  title: z.string().min(1),
  description: z.string().nullable(),
  parent: Id.nullable(),
  workstream: Id.nullable(),
  /** Requirements that the entry is about. */
  requirements: z.array(Id),
  date: PartialDateSchema.nullable(),
  /** The heading under which a progress theme was printed; null for every other entry. */
  statedProgress: z.enum(['significant-progress', 'plans-under-way', 'plans-needed']).nullable(),
})
export type StrategyItem = z.infer<typeof StrategyItem>

export const Stakeholder = z.strictObject({
  ...recordBase,
  name: z.string().min(1),
  sector: z.string().min(1),
})
export type Stakeholder = z.infer<typeof Stakeholder>

export const GlossaryTerm = z.strictObject({
  ...recordBase,
  term: z.string().min(1),
  meaning: z.string().min(1),
})
export type GlossaryTerm = z.infer<typeof GlossaryTerm>

export const ProgrammeDocument = z.strictObject({
  ...recordBase,
  title: z.string().min(1),
  state: z.enum(['draft', 'final', 'cited']),
  url: WebAddress.nullable(),
})
export type ProgrammeDocument = z.infer<typeof ProgrammeDocument>

/** One question of a freedom of information return, with the answer that was released. */
export const FoiAnswer = z.strictObject({
  ...recordBase,
  reference: z.string().min(1),
  number: z.string().min(1),
  question: z.string().min(1),
  answer: z.string().min(1),
  options: z.array(z.strictObject({ letter: z.string(), text: z.string() })),
  chosen: z.array(z.string()),
  /** Options that the answer's own text fits, when they differ from the letters given. */
  textSuggests: z.array(z.string()),
  /** False when letter and text disagree; null when nothing can be compared. */
  consistent: z.boolean().nullable(),
  figures: z.record(z.string(), z.union([z.number(), z.string(), z.boolean()])),
  /** Documents that the answer links or attaches. */
  documents: z.array(Id),
  accurateOn: PartialDateSchema,
  approvedBy: Id.nullable(),
})
export type FoiAnswer = z.infer<typeof FoiAnswer>
