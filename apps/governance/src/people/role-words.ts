import type { ManagedPerson, RoleGiven, WorkstreamApp } from '@workplan/domain'

/** Roles as a choice; a lead's names the app. */
export type RoleChoice = Exclude<RoleGiven['role'], 'workstream-lead'> | `lead-${WorkstreamApp}`

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
export function choiceOf({ role, app }: Pick<RoleGiven, 'role' | 'app'>): RoleChoice {
  return role === 'workstream-lead' ? `lead-${app ?? 'adult'}` : role
}

/** What somebody is, in words; what a role is limited to by its name. */
export function rolesInWords(roles: readonly RoleGiven[], nameOf: (id: string) => string): string {
  const words = roles.map((role) => {
    const text = roleChoices.find(({ value }) => value === choiceOf(role))?.text ?? role.role
    const limits = role.workstreams ?? role.groups
    if (limits === null) return text
    return `${text} (${limits.map(nameOf).join('; ') || 'of none'})`
  })
  return words.join(', ') || 'No role'
}
