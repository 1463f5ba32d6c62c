import type { ExplanationNode } from '@workplan/domain'

type Group = Exclude<ExplanationNode, { kind: 'condition' }>

const GROUPS = {
  all: 'All of these must be so',
  any: 'At least one of these must be so',
  not: 'This must not be so',
} as const

/** What a group of conditions asks for, and what it is called when it has a name. */
export function groupInWords({ kind, title }: Pick<Group, 'kind' | 'title'>): string {
  return title === undefined ? GROUPS[kind] : `${title}: ${GROUPS[kind].toLowerCase()}`
}
