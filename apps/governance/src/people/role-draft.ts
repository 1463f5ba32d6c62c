import type { RoleGiven, WorkstreamApp } from '@workplan/domain'
import { choiceOf, roleChoices, type RoleChoice } from './role-words.ts'

/** Stands for everything a role can be limited to, in the place of ids. */
export const ALL = 'all'

/** Roles while they are being chosen: those ticked, and what each is for: `ALL`, or ids of workstreams or groups. */
export interface RoleDraft {
  choices: string[]
  scopes: Partial<Record<RoleChoice, string[]>>
}

/** What a role can be limited to; null for one that is always for everything. */
export function scopeKind(choice: RoleChoice): 'workstreams' | 'groups' | null {
  if (choice.startsWith('lead-')) return 'workstreams'
  return choice === 'group-member' || choice === 'group-secretary' ? 'groups' : null
}

/** The app of a lead's choice; null for other choices. */
export function appOf(choice: RoleChoice): WorkstreamApp | null {
  return (['adult', 'children', 'workforce'] as const).find((app) => choice === `lead-${app}`) ?? null
}

/** The draft of the roles that somebody has; of none for somebody new. */
export function draftOf(roles: readonly RoleGiven[]): RoleDraft {
  return {
    choices: roles.map(choiceOf),
    scopes: Object.fromEntries(
      roles.map((role) => [choiceOf(role), role.workstreams ?? role.groups ?? [ALL]]),
    ),
  }
}

/** The form of somebody's roles among those of the person who gives them. */
export function placeOfRoles(person: string): string {
  return `roles/${person}`
}

/** What must be chosen before the roles can be given; null when nothing is missing. */
export function rolesMissing({ choices, scopes }: RoleDraft): string | null {
  const idle = roleChoices.find(
    ({ value }) => choices.includes(value) && scopeKind(value) !== null && scopes[value]?.length === 0,
  )
  return idle ? `Choose the ${scopeKind(idle.value) ?? 'parts'} of: ${idle.text.toLowerCase()}` : null
}

/** The roles of a draft. A role that was just ticked is for everything. */
export function rolesOfDraft({ choices, scopes }: RoleDraft): RoleGiven[] {
  const ticked = roleChoices.filter(({ value }) => choices.includes(value))
  return ticked.map(({ value }) => {
    const kind = scopeKind(value)
    const ids = scopes[value] ?? [ALL]
    const limits = kind === null || ids.includes(ALL) ? null : ids
    const app = appOf(value)
    return {
      role: app === null ? (value as Exclude<RoleChoice, `lead-${string}`>) : 'workstream-lead',
      app,
      workstreams: kind === 'workstreams' ? limits : null,
      groups: kind === 'groups' ? limits : null,
    }
  })
}
