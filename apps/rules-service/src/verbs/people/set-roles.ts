import { and, eq } from 'drizzle-orm'
import type { Membership } from '../../policy.ts'
import { canonicalJson } from '../../store/canonical-json.ts'
import { memberships } from '../../store/schema/index.ts'
import type { Change } from '../../store/store.ts'
import { forgetOwn } from './forget-own.ts'
import { vacate } from './vacate.ts'

/**
 * Gives a person these roles in the programme of the change, and no others. True when that is a difference. Who has none left
 * leaves nothing of their own behind, and no place that names them.
 */
export async function setRoles(
  change: Change,
  { person, roles, why }: { person: string; roles: readonly Membership[]; why: string | null },
): Promise<boolean> {
  const programme = change.before.state.programme.id
  const ofPerson = and(eq(memberships.programme, programme), eq(memberships.person, person))
  const { role, app, workstreams, groups } = memberships
  const before = await change.db.select({ role, app, workstreams, groups }).from(memberships).where(ofPerson)
  const added = without(roles, before)
  const removed = without(before, roles)
  if (added.length + removed.length === 0) return false
  await change.db.delete(memberships).where(ofPerson)
  if (roles.length === 0) {
    vacate(change, person)
    await forgetOwn(change.db, programme, person)
  } else
    await change.db
      .insert(memberships)
      .values(roles.map((membership) => ({ programme, person, ...membership })))
  const about = { kind: 'membership', id: person, why }
  for (const membership of removed)
    change.note({
      ...about,
      action: 'membership.removed',
      title: membership.role,
      before: membership,
      after: null,
    })
  for (const membership of added)
    change.note({
      ...about,
      action: 'membership.added',
      title: membership.role,
      before: null,
      after: membership,
    })
  return true
}

function without(some: readonly Membership[], others: readonly Membership[]): Membership[] {
  const known = new Set(others.map((membership) => canonicalJson(membership)))
  return some.filter((membership) => !known.has(canonicalJson(membership)))
}
