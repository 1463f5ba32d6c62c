import { Id, IsoDateSchema, Severity, SubjectKind } from '@workplan/domain'
import { z } from 'zod'
import { OPERATORS } from './operators.ts'

/** What a condition compares a fact with: a value, a list, or another fact of the same subject. */
const Needed = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.string()),
  z.array(z.number()),
  z.strictObject({ fact: z.string() }),
])

export const LeafCondition = z.strictObject({
  fact: z.string(),
  operator: z.enum(OPERATORS),
  value: Needed,
})
export type LeafCondition = z.infer<typeof LeafCondition>

/** json-rules-engine conditions; an empty `all` or `any` would hold for everything and is refused. */
export type Condition = LeafCondition | { all: Condition[] } | { any: Condition[] } | { not: Condition }

export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    LeafCondition,
    z.strictObject({ all: z.array(Condition).min(1) }),
    z.strictObject({ any: z.array(Condition).min(1) }),
    z.strictObject({ not: Condition }),
  ]),
)

/** Where a rule comes from. `text` is our short paraphrase of the paragraph, not its wording. */
export const RuleSource = z.strictObject({
  framework: z.string().min(1),
  locator: z.string().min(1),
  text: z.string().min(1).optional(),
  url: z.url().optional(),
})

/** A gap rule as it stands in `rule.yaml`. Its id is permanent: a rule ends with `until`, it is never deleted. */
export const Rule = z.strictObject({
  id: Id,
  version: z.number().int().positive(),
  title: z.string().min(1),
  subject: SubjectKind,
  severity: Severity,
  source: RuleSource,
  why: z.string().min(1),
  /** Facts that must be known; when one is not, the verdict is that the subject cannot be assessed. */
  requires: z.array(z.string()).default([]),
  when: Condition,
  /** A sentence for the reader; `{fact}` is replaced by the subject's value. */
  message: z.string().min(1),
  remedy: z.string().min(1),
  /** The last day on which the rule was in force. */
  until: IsoDateSchema.optional(),
})
export type Rule = z.infer<typeof Rule>

export interface Rulebook {
  rules: Rule[]
}
