import { z } from 'zod'
import type { Severity } from './vocabulary.ts'

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
  'locality',
  'open-issue',
])
export type SubjectKind = z.infer<typeof SubjectKind>

/** A rule's answer. Missing data is its own verdict: never silently false. */
export const Verdict = z.enum(['holds', 'does-not-hold', 'not-assessable'])
export type Verdict = z.infer<typeof Verdict>

/** What rules compare. `null` means that it is not known. */
export const ComparedValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()])
export type ComparedValue = z.infer<typeof ComparedValue>

/** Several values of one kind under fixed keys, as live tasks by audience. A rule compares one of them. */
export const FactTable = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
export type FactTable = z.infer<typeof FactTable>

/** What a fact can be. `null` means that it is not known. */
export const FactValue = z.union([ComparedValue, FactTable])
export type FactValue = z.infer<typeof FactValue>

/** One step of an explanation: what was looked at, what was found, what was needed, and how it came out. */
export type ExplanationNode =
  | {
      kind: 'all' | 'any' | 'not'
      /** What the conditions below say together, where the rulebook has a name for it. */
      title?: string
      outcome: Verdict
      children: ExplanationNode[]
    }
  | {
      kind: 'condition'
      fact: string
      /** What was read, in words, as 'Level' or 'Linked tasks that are blocked'. */
      label: string
      operator: string
      /** The operator in words, as 'is at least'. */
      operatorInWords: string
      needed: ComparedValue
      found: ComparedValue
      outcome: Verdict
    }

export const ExplanationNode: z.ZodType<ExplanationNode> = z.lazy(() =>
  z.union([
    z.strictObject({
      kind: z.enum(['all', 'any', 'not']),
      title: z.string().optional(),
      outcome: Verdict,
      children: z.array(ExplanationNode),
    }),
    z.strictObject({
      kind: z.literal('condition'),
      fact: z.string(),
      label: z.string(),
      operator: z.string(),
      operatorInWords: z.string(),
      needed: ComparedValue,
      found: ComparedValue,
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

/** Severities from worst to least. */
export const SEVERITY_ORDER: readonly Severity[] = ['high', 'medium', 'low']

/** The worst of several severities, or null when there is none. */
export function worstSeverity(severities: readonly Severity[]): Severity | null {
  return SEVERITY_ORDER.find((severity) => severities.includes(severity)) ?? null
}
