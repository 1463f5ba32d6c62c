import type { Action, AppId, Role, WorkstreamApp } from '@workplan/domain'

/**
 * `own-workstreams`: the task belongs to a workstream of the lead's. `own-app`: the lead's app keeps it. `own-group`: the
 * report belongs to one of the person's groups. `chairs-group`: it belongs to a group that this person chairs.
 * `own-comment`: this person wrote it. `clinical-lead`: this person holds the clinical lead's post.
 */
export type Condition =
  | 'always'
  | 'own-comment'
  | 'own-workstreams'
  | 'own-app'
  | 'own-group'
  | 'chairs-group'
  | 'clinical-lead'

export interface PolicyLine {
  role: Role
  may: Action
  when: Condition
}

/** Who may do what. Each line gives one role one action under one condition; what no line gives is refused. */
export const policy: readonly PolicyLine[] = [
  // Somebody with an interest in this programme.
  { role: 'viewer', may: 'programme.view', when: 'always' },
  { role: 'viewer', may: 'rules.view', when: 'always' },

  // Somebody who looks at every programme, from outside all of them.
  { role: 'national-viewer', may: 'programme.view', when: 'always' },
  { role: 'national-viewer', may: 'rules.view', when: 'always' },

  // Answers for the work of one app, or of some named workstreams in it.
  { role: 'workstream-lead', may: 'programme.view', when: 'always' },
  { role: 'workstream-lead', may: 'rules.view', when: 'always' },
  { role: 'workstream-lead', may: 'task.create', when: 'own-workstreams' },
  { role: 'workstream-lead', may: 'task.update', when: 'own-workstreams' },
  { role: 'workstream-lead', may: 'metric.update', when: 'always' },
  { role: 'workstream-lead', may: 'arrangement.update', when: 'own-app' },
  { role: 'workstream-lead', may: 'service.update', when: 'own-app' },
  { role: 'workstream-lead', may: 'question.answer', when: 'always' },
  { role: 'workstream-lead', may: 'acceptance.request', when: 'always' },
  { role: 'workstream-lead', may: 'assessment.start', when: 'always' },
  { role: 'workstream-lead', may: 'assessment.answer', when: 'own-app' },
  { role: 'workstream-lead', may: 'assessment.sign-off', when: 'clinical-lead' },
  { role: 'workstream-lead', may: 'comment.write', when: 'always' },
  { role: 'workstream-lead', may: 'comment.change', when: 'own-comment' },

  // Answers for the programme to the board.
  { role: 'sro', may: 'programme.view', when: 'always' },
  { role: 'sro', may: 'rules.view', when: 'always' },
  { role: 'sro', may: 'flag.decide', when: 'always' },
  { role: 'sro', may: 'acceptance.request', when: 'always' },
  { role: 'sro', may: 'comment.write', when: 'always' },
  { role: 'sro', may: 'comment.change', when: 'own-comment' },
  { role: 'sro', may: 'assessment.sign-off', when: 'always' },
  { role: 'sro', may: 'assessment.withdraw', when: 'always' },
  { role: 'sro', may: 'report.sign-off', when: 'always' },
  { role: 'sro', may: 'foi.approve', when: 'always' },
  { role: 'sro', may: 'journal.view', when: 'always' },

  // Sits in a governance group, or chairs it.
  { role: 'group-member', may: 'programme.view', when: 'always' },
  { role: 'group-member', may: 'rules.view', when: 'always' },
  { role: 'group-member', may: 'report.sign-off', when: 'chairs-group' },
  { role: 'group-member', may: 'assessment.sign-off', when: 'clinical-lead' },
  { role: 'group-member', may: 'comment.write', when: 'always' },
  { role: 'group-member', may: 'comment.change', when: 'own-comment' },

  // Writes for a governance group.
  { role: 'group-secretary', may: 'programme.view', when: 'always' },
  { role: 'group-secretary', may: 'rules.view', when: 'always' },
  { role: 'group-secretary', may: 'report.draft', when: 'own-group' },
  { role: 'group-secretary', may: 'report.edit', when: 'own-group' },
  { role: 'group-secretary', may: 'report.issue', when: 'own-group' },
  { role: 'group-secretary', may: 'report.escalate', when: 'own-group' },
  { role: 'group-secretary', may: 'meeting.manage', when: 'own-group' },
  { role: 'group-secretary', may: 'acceptance.request', when: 'always' },
  { role: 'group-secretary', may: 'comment.write', when: 'always' },
  { role: 'group-secretary', may: 'comment.change', when: 'own-comment' },
  { role: 'group-secretary', may: 'journal.view', when: 'always' },

  // Keeps the workplan, its people, its groups and its rules.
  { role: 'programme-office', may: 'programme.view', when: 'always' },
  { role: 'programme-office', may: 'rules.view', when: 'always' },
  { role: 'programme-office', may: 'task.create', when: 'always' },
  { role: 'programme-office', may: 'task.update', when: 'always' },
  { role: 'programme-office', may: 'metric.update', when: 'always' },
  { role: 'programme-office', may: 'arrangement.update', when: 'always' },
  { role: 'programme-office', may: 'service.update', when: 'always' },
  { role: 'programme-office', may: 'report.draft', when: 'always' },
  { role: 'programme-office', may: 'report.edit', when: 'always' },
  { role: 'programme-office', may: 'question.answer', when: 'always' },
  { role: 'programme-office', may: 'dispute.answer', when: 'always' },
  { role: 'programme-office', may: 'acceptance.request', when: 'always' },
  { role: 'programme-office', may: 'assessment.start', when: 'always' },
  { role: 'programme-office', may: 'assessment.answer', when: 'always' },
  { role: 'programme-office', may: 'assessment.withdraw', when: 'always' },
  { role: 'programme-office', may: 'comment.write', when: 'always' },
  { role: 'programme-office', may: 'comment.change', when: 'own-comment' },
  { role: 'programme-office', may: 'foi.write', when: 'always' },
  { role: 'programme-office', may: 'journal.view', when: 'always' },
  { role: 'programme-office', may: 'groups.manage', when: 'always' },
  { role: 'programme-office', may: 'report.escalate', when: 'always' },
  { role: 'programme-office', may: 'meeting.manage', when: 'always' },
  { role: 'programme-office', may: 'rules.manage', when: 'always' },
  { role: 'programme-office', may: 'people.manage', when: 'always' },
  { role: 'programme-office', may: 'approvals.manage', when: 'always' },
  { role: 'programme-office', may: 'templates.manage', when: 'always' },
]

/** The apps a role opens; a lead's own app comes on top. */
export const appsOfRole: Record<Role, readonly AppId[]> = {
  viewer: ['governance', 'adult', 'children', 'workforce'],
  'national-viewer': ['governance', 'adult', 'children', 'workforce'],
  'workstream-lead': ['governance'],
  sro: ['governance', 'adult', 'children', 'workforce'],
  'group-member': ['governance'],
  'group-secretary': ['governance'],
  'programme-office': ['governance', 'adult', 'children', 'workforce'],
}

/**
 * One role of a person in a programme. `app` and `workstreams` are a lead's, `groups` those of a secretary or member;
 * null `workstreams` or `groups` mean all there are.
 */
export interface Membership {
  role: Role
  app: WorkstreamApp | null
  workstreams: string[] | null
  groups: string[] | null
}

/** What an action is done to, as far as a condition asks for it. */
export interface ActedOn {
  apps?: readonly WorkstreamApp[]
  /** The task's workstream; null for a task without one. */
  workstream?: string | null
  group?: string
  /** True when the person chairs that group. */
  chairs?: boolean
  /** True when the person holds the clinical lead's post. */
  clinicalLead?: boolean
  /** True when the person wrote it. */
  writer?: boolean
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

function holds(condition: Condition, { app, workstreams, groups }: Membership, on: ActedOn): boolean {
  const isOwnGroup = on.group !== undefined && (groups === null || groups.includes(on.group))
  switch (condition) {
    case 'always':
      return true
    case 'own-comment':
      return on.writer === true
    case 'own-workstreams':
      return (
        app !== null &&
        (on.apps?.includes(app) ?? false) &&
        (workstreams === null || (typeof on.workstream === 'string' && workstreams.includes(on.workstream)))
      )
    case 'own-app':
      return app !== null && (on.apps?.includes(app) ?? false)
    case 'own-group':
      return isOwnGroup
    case 'chairs-group':
      return isOwnGroup && on.chairs === true
    case 'clinical-lead':
      return on.clinicalLead === true
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
