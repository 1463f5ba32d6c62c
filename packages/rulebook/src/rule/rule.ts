import { type FactValue, Id, IsoDateSchema, Severity, SubjectKind } from '@workplan/domain'
import { z } from 'zod'
import type { Operator } from './operators.ts'

/** Compares one fact with a value, or with another fact of the same subject. */
export interface LeafCondition {
  fact: string
  operator: Operator
  value: string | number | boolean | string[] | { fact: string }
}

/** json-rules-engine conditions. */
export type Condition = LeafCondition | { all: Condition[] } | { any: Condition[] } | { not: Condition }

/** Where a rule comes from. `text` is our short paraphrase of the paragraph, not its wording. */
const RuleSource = z.strictObject({
  framework: z.string().min(1),
  locator: z.string().min(1),
  text: z.string().min(1).optional(),
  url: z.url().optional(),
})

/** What `rule.yaml` holds, its conditions not yet read. */
export const RuleFile = z.strictObject({
  id: Id,
  version: z.number().int().positive(),
  title: z.string().min(1),
  subject: SubjectKind,
  severity: Severity,
  source: RuleSource,
  why: z.string().min(1),
  requires: z.array(z.string()).default([]),
  when: z.unknown(),
  message: z.string().min(1),
  remedy: z.string().min(1),
  until: IsoDateSchema.optional(),
})

/** One worked example of a rule: facts, and whether the rule then flags. A fact it does not know is null. */
export const RuleCase = z.strictObject({
  name: z.string().min(1),
  facts: z.record(
    z.string(),
    z.union([
      z.string(),
      z.number(),
      z.boolean(),
      z.array(z.string()),
      z.null(),
    ]) satisfies z.ZodType<FactValue>,
  ),
  flags: z.union([z.boolean(), z.literal('not-assessable')]),
})
export type RuleCase = z.infer<typeof RuleCase>

/**
 * A gap rule with its cases. Its id is permanent: a rule ends with `until`, the last day it was in force, and is never
 * deleted. A fact in `requires` that is not known makes the subject not assessable, whatever the conditions say.
 */
export type Rule = Omit<z.infer<typeof RuleFile>, 'when'> & { when: Condition; cases: RuleCase[] }

export interface Rulebook {
  rules: Rule[]
}
