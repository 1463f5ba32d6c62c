import type { ExplanationNode } from '@workplan/domain'

const GROUPS = {
  all: 'All of these must be so',
  any: 'At least one of these must be so',
  not: 'This must not be so',
} as const

/** What a group of conditions asks for. */
export function groupInWords(kind: Exclude<ExplanationNode['kind'], 'condition'>): string {
  return GROUPS[kind]
}
