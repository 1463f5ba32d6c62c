import type { ManagedPerson, RoleGiven } from '@workplan/domain'

/** Roles as a choice; a lead's names the app. */
export type RoleChoice =
  | Exclude<RoleGiven['role'], 'workstream-lead'>
  | 'lead-adult'
  | 'lead-children'
  | 'lead-workforce'

export const roleChoices: readonly { value: RoleChoice; text: string }[] = [
  { value: 'viewer', text: 'Viewer' },
  { value: 'lead-adult', text: 'Lead for adult services' },
  { value: 'lead-children', text: 'Lead for children and young people' },
  { value: 'lead-workforce', text: 'Lead for workforce' },
  { value: 'sro', text: 'Senior responsible owner' },
  { value: 'group-member', text: 'Group member' },
  { value: 'group-secretary', text: 'Group secretary' },
  { value: 'programme-office', text: 'Programme office' },
]

export const stateWords: Record<ManagedPerson['state'], string> = {
  invited: 'Invited',
  active: 'Active',
  disabled: 'Switched off',
}

/** The choice that stands for a role. */
export function choiceOf({ role, app }: RoleGiven): RoleChoice {
  return role === 'workstream-lead' ? `lead-${app ?? 'adult'}` : role
}

/** The roles of some choices; what a role was limited to stays, when the person had it. */
export function rolesOf(choices: readonly string[], before: readonly RoleGiven[]): RoleGiven[] {
  return roleChoices
    .filter(({ value }) => choices.includes(value))
    .map(({ value }) => before.find((role) => choiceOf(role) === value) ?? newRole(value))
}

/** What somebody is, in words. */
export function rolesInWords(roles: readonly RoleGiven[]): string {
  const words = roles.map((role) => {
    const choice = roleChoices.find(({ value }) => value === choiceOf(role))
    const limits = [...(role.workstreams ?? []), ...(role.groups ?? [])].length
    return `${choice?.text ?? role.role}${limits > 0 ? ` (${limits} named)` : ''}`
  })
  return words.join(', ') || 'No role'
}

function newRole(choice: RoleChoice): RoleGiven {
  const none = { workstreams: null, groups: null }
  switch (choice) {
    case 'lead-adult':
      return { role: 'workstream-lead', app: 'adult', ...none }
    case 'lead-children':
      return { role: 'workstream-lead', app: 'children', ...none }
    case 'lead-workforce':
      return { role: 'workstream-lead', app: 'workforce', ...none }
    default:
      return { role: choice, app: null, ...none }
  }
}
