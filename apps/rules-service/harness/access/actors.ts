import type { AppContext } from '../../src/context.ts'
import type { Membership } from '../../src/policy.ts'
import { authUsers, people } from '../../src/store/schema/index.ts'
import type { MembershipRow } from '../../src/store/store.ts'

/** Somebody who tries every route; `memberships` are those in the programme alpha. */
export interface Actor {
  name: string
  memberships: readonly Membership[]
  /** The cookie of a session; null for somebody who is not signed in. */
  cookie: string | null
}

const none = { app: null, workstreams: null, groups: null }

/** Who there is in alpha, by name: every role, with and without what its conditions ask for. */
const IN_ALPHA: Record<string, readonly Membership[]> = {
  viewer: [{ ...none, role: 'viewer' }],
  'lead-of-one': [{ ...none, role: 'workstream-lead', app: 'adult', workstreams: ['alpha.ws.adult'] }],
  'lead-of-none': [{ ...none, role: 'workstream-lead', app: 'adult', workstreams: [] }],
  sro: [{ ...none, role: 'sro' }],
  chair: [{ ...none, role: 'group-member', groups: ['alpha.group.board'] }],
  'other-member': [{ ...none, role: 'group-member', groups: ['alpha.group.delivery'] }],
  'secretary-of-one': [{ ...none, role: 'group-secretary', groups: ['alpha.group.board'] }],
  'secretary-of-all': [{ ...none, role: 'group-secretary' }],
  office: [{ ...none, role: 'programme-office' }],
  /** Whom the others invite, change and remove. */
  spare: [{ ...none, role: 'viewer' }],
}

const IN_BETA: Record<string, readonly Membership[]> = {
  'office-of-beta': [
    { ...none, role: 'programme-office' },
    { ...none, role: 'sro' },
    { ...none, role: 'group-secretary' },
  ],
}

const NATIONAL = 'national'

export const personId = (name: string): string => `person.try-${name}`

/** The membership rows of the programme alpha or beta. */
export function membersOf(programme: 'alpha' | 'beta'): MembershipRow[] {
  const given = programme === 'alpha' ? IN_ALPHA : IN_BETA
  return Object.entries(given).flatMap(([name, rows]) =>
    rows.map((row) => ({
      ...row,
      person: personId(name),
      workstreams: row.workstreams && [...row.workstreams],
      groups: row.groups && [...row.groups],
    })),
  )
}

/** Adds everybody, before the programmes that they are members of. */
export async function addActors({ database, now }: AppContext): Promise<void> {
  const names = [...Object.keys(IN_ALPHA), ...Object.keys(IN_BETA), NATIONAL, 'of-nothing']
  const at = now()
  await database.insert(authUsers).values(
    names.map((name) => ({
      id: personId(name),
      name,
      email: `${name}@access.invalid`,
      emailVerified: false,
      createdAt: at,
      updatedAt: at,
    })),
  )
  await database.insert(people).values(
    names.map((name) => ({
      id: personId(name),
      name,
      title: '',
      user: personId(name),
      national: name === NATIONAL,
    })),
  )
}

/** Signs everybody in, and adds somebody who is not signed in. */
export async function signInActors(context: AppContext): Promise<Actor[]> {
  const memberships: [string, readonly Membership[]][] = [
    ...Object.entries(IN_ALPHA).filter(([name]) => name !== 'spare'),
    [NATIONAL, [{ ...none, role: 'national-viewer' }]],
    ['office-of-beta', []],
    ['of-nothing', []],
  ]
  const signedIn = await Promise.all(
    memberships.map(async ([name, rows]): Promise<Actor> => {
      const cookies = await context.sessions.start(personId(name), new Headers())
      if (!cookies) throw new Error(`${name} could not sign in`)
      return { name, memberships: rows, cookie: cookies.map((each) => each.split(';')[0]).join('; ') }
    }),
  )
  return [...signedIn, { name: 'nobody', memberships: [], cookie: null }]
}
