import type { ExplanationNode } from '@workplan/domain'

type Group = Exclude<ExplanationNode, { kind: 'condition' }>

const ASKED = {
  all: 'All of these must be so',
  any: 'At least one of these must be so',
  not: 'This must not be so',
} as const

/** What a group of conditions asks for, under its own name where it has one. */
export function groupInWords(group: Group): string {
  return group.title ? `${group.title}. ${ASKED[group.kind]}` : ASKED[group.kind]
}
