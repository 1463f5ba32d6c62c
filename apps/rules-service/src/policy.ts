import type { Action, AppId, Role, WorkstreamApp } from '@workplan/domain'

/** `own-app`: the task belongs to the lead's app. `own-group`: the report belongs to one of the secretary's groups. */
export type Condition = 'always' | 'own-app' | 'own-group'

export interface PolicyLine {
  role: Role
  may: Action
  when: Condition
}

/** Who may do what. Each line gives one role one action under one condition; what no line gives is refused. */
export const policy: readonly PolicyLine[] = [
  { role: 'viewer', may: 'programme.view', when: 'always' },
  { role: 'viewer', may: 'rules.view', when: 'always' },

  { role: 'workstream-lead', may: 'programme.view', when: 'always' },
  { role: 'workstream-lead', may: 'rules.view', when: 'always' },
  { role: 'workstream-lead', may: 'task.create', when: 'own-app' },
  { role: 'workstream-lead', may: 'task.update', when: 'own-app' },

  { role: 'sro', may: 'programme.view', when: 'always' },
  { role: 'sro', may: 'rules.view', when: 'always' },
  { role: 'sro', may: 'flag.decide', when: 'always' },
  { role: 'sro', may: 'journal.view', when: 'always' },

  { role: 'group-member', may: 'programme.view', when: 'always' },
  { role: 'group-member', may: 'rules.view', when: 'always' },

  { role: 'group-secretary', may: 'programme.view', when: 'always' },
  { role: 'group-secretary', may: 'rules.view', when: 'always' },
  { role: 'group-secretary', may: 'report.draft', when: 'own-group' },
  { role: 'group-secretary', may: 'report.edit', when: 'own-group' },
  { role: 'group-secretary', may: 'report.issue', when: 'own-group' },
  { role: 'group-secretary', may: 'journal.view', when: 'always' },

  { role: 'programme-office', may: 'programme.view', when: 'always' },
  { role: 'programme-office', may: 'rules.view', when: 'always' },
  { role: 'programme-office', may: 'task.create', when: 'always' },
  { role: 'programme-office', may: 'task.update', when: 'always' },
  { role: 'programme-office', may: 'report.draft', when: 'always' },
  { role: 'programme-office', may: 'report.edit', when: 'always' },
  { role: 'programme-office', may: 'journal.view', when: 'always' },
  { role: 'programme-office', may: 'rules.manage', when: 'always' },
]

/** The apps a role opens; a lead's own app comes on top. */
export const appsOfRole: Record<Role, readonly AppId[]> = {
  viewer: ['governance', 'adult', 'children', 'workforce'],
  'workstream-lead': ['governance'],
  sro: ['governance', 'adult', 'children', 'workforce'],
  'group-member': ['governance'],
  'group-secretary': ['governance'],
  'programme-office': ['governance', 'adult', 'children', 'workforce'],
}

/** One role of a person in a programme. `app` is a lead's; `groups` a secretary's, null meaning every group. */
export interface Membership {
  role: Role
  app: WorkstreamApp | null
  groups: string[] | null
}

/** What an action is done to, as far as a condition asks for it. */
export interface ActedOn {
  apps?: readonly WorkstreamApp[]
  group?: string
}

/**
 * True when one of the memberships allows the action on that thing. Without `on` it asks whether the action is
 * allowed on anything at all: enough to show a button, never enough to write.
 */
export function isAllowed(memberships: readonly Membership[], action: Action, on?: ActedOn): boolean {
  return memberships.some((membership) =>
    policy.some(
      (line) =>
        line.role === membership.role && line.may === action && (!on || holds(line.when, membership, on)),
    ),
  )
}

function holds(condition: Condition, membership: Membership, on: ActedOn): boolean {
  switch (condition) {
    case 'always':
      return true
    case 'own-app':
      return membership.app !== null && (on.apps?.includes(membership.app) ?? false)
    case 'own-group':
      return on.group !== undefined && (membership.groups === null || membership.groups.includes(on.group))
  }
}

/** Every action the memberships allow on something. */
export function actionsOf(memberships: readonly Membership[]): Action[] {
  const roles = new Set(memberships.map((membership) => membership.role))
  return [...new Set(policy.filter((line) => roles.has(line.role)).map((line) => line.may))]
}

/** The apps the memberships open, in the order of the navigation. */
export function appsOf(memberships: readonly Membership[]): AppId[] {
  const open = new Set(memberships.flatMap(({ role, app }) => [...appsOfRole[role], ...(app ? [app] : [])]))
  return (['governance', 'adult', 'children', 'workforce'] as const).filter((app) => open.has(app))
}
