import { z } from 'zod'
import { Id, IsoDateSchema, Severity } from './vocabulary.ts'

/** The kinds of thing a rule can judge. */
export const SubjectKind = z.enum([
  'programme',
  'duty',
  'foundation',
  'principle',
  'delivery-plan-item',
  'ambition',
  'measure',
  'assessment',
  'workstream',
  'task',
  'milestone',
  'coverage-requirement',
  'coverage-place',
  'service',
  'stated-gap',
  'metric',
  'reading',
  'claim',
  'group',
  'foi-answer',
])
export type SubjectKind = z.infer<typeof SubjectKind>

/** A rule's answer. Missing data is its own verdict: never silently false. */
export const Verdict = z.enum(['holds', 'does-not-hold', 'not-assessable'])
export type Verdict = z.infer<typeof Verdict>

/** What a fact can be. `null` means that it is not known. */
export const FactValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()])
export type FactValue = z.infer<typeof FactValue>

/** One step of an explanation: what was looked at, what was found, what was needed, and how it came out. */
export type ExplanationNode =
  | { kind: 'all' | 'any' | 'not'; outcome: Verdict; children: ExplanationNode[] }
  | {
      kind: 'condition'
      fact: string
      /** The fact in words, as 'Level' or 'Days past the due date'. */
      label: string
      operator: string
      /** The operator in words, as 'is at least'. */
      operatorInWords: string
      needed: FactValue
      found: FactValue
      outcome: Verdict
    }

export const ExplanationNode: z.ZodType<ExplanationNode> = z.lazy(() =>
  z.union([
    z.strictObject({
      kind: z.enum(['all', 'any', 'not']),
      outcome: Verdict,
      children: z.array(ExplanationNode),
    }),
    z.strictObject({
      kind: z.literal('condition'),
      fact: z.string(),
      label: z.string(),
      operator: z.string(),
      operatorInWords: z.string(),
      needed: FactValue,
      found: FactValue,
      outcome: Verdict,
    }),
  ]),
)

export const FlagStatus = z.enum(['open', 'assigned', 'accepted', 'disputed', 'asked', 'cleared'])
export type FlagStatus = z.infer<typeof FlagStatus>

/** A flag's id is its rule and its subject: the same gap found again is the same flag. */
export function flagId(rule: string, subject: string): string {
  return `${rule}~${subject}`
}

export const FlagId = z.string().regex(/^[a-z0-9.-]+~[a-z0-9.-]+$/)

/** What an SRO can say about a flag. None of them clears it: only its rule no longer holding does. */
export const DecisionInput = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('assign'),
    task: Id,
    rationale: z.string().trim().max(2000).optional(),
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

/** Severities from worst to least. */
export const SEVERITY_ORDER: readonly Severity[] = ['high', 'medium', 'low']

/** The worst of several severities, or null when there is none. */
export function worstSeverity(severities: readonly Severity[]): Severity | null {
  return SEVERITY_ORDER.find((severity) => severities.includes(severity)) ?? null
}
