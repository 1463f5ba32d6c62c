import { FactValue, Id, IsoDateSchema, Severity, SubjectKind, WebAddress } from '@workplan/domain'
import { z } from 'zod'
import type { FactReading } from './fact-reading.ts'
import type { Operator } from './operators.ts'

/** Compares what it reads with a value, or with what is read of another fact of the same subject. */
export interface LeafCondition extends FactReading {
  operator: Operator
  value: string | number | boolean | string[] | FactReading
}

/** json-rules-engine conditions. `named` is what stands behind the name; it is no part of the document. */
export type Condition =
  | LeafCondition
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { condition: string; named: NamedCondition }

/** What `conditions/<id>.yaml` holds, its conditions not yet read. */
export const NamedConditionFile = z.strictObject({
  id: Id,
  title: z.string().min(1),
  subject: SubjectKind,
  when: z.unknown(),
})

/** Conditions that several rules about one kind of subject share under a name. */
export type NamedCondition = Omit<z.infer<typeof NamedConditionFile>, 'when'> & { when: Condition }

/** Named conditions by id. */
export type NamedConditions = ReadonlyMap<string, NamedCondition>

/** Where a rule comes from. `text` is our short paraphrase of the paragraph, not its wording. */
const RuleSource = z.strictObject({
  framework: z.string().min(1),
  locator: z.string().min(1),
  text: z.string().min(1).optional(),
  url: WebAddress.optional(),
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
  facts: z.record(z.string(), FactValue),
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
  conditions: NamedConditions
}
