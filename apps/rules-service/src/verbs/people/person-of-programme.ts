import { and, eq, ne } from 'drizzle-orm'
import { AppError } from '../../errors.ts'
import type { Membership } from '../../policy.ts'
import { amongMembershipsOf } from '../../store/isolation.ts'
import { memberships, people } from '../../store/schema/index.ts'
import type { Change } from '../../store/store.ts'

/** A person with a role in the programme of a change; throws `not-found` for anybody else, as if there were nobody. */
export async function personOfProgramme(
  { db, before }: Change,
  id: string,
): Promise<typeof people.$inferSelect> {
  const [found] = await db
    .select({ person: people })
    .from(people)
    .innerJoin(memberships, eq(memberships.person, people.id))
    .where(and(eq(people.id, id), eq(memberships.programme, before.state.programme.id)))
    .limit(1)
  if (!found) throw new AppError('not-found', 'There is no such person in this programme.')
  return found.person
}

/** Throws `conflict` for somebody with a role in another programme too, whose account is not this one's to decide on. */
export async function requireOfThisProgrammeAlone(change: Change, person: string): Promise<void> {
  if (await worksElsewhere(change, person))
    throw new AppError(
      'conflict',
      'This person works in another programme too, so the account stays. Take their roles in this one away instead.',
    )
}

/** True for somebody with a role in another programme than that of the change, or who looks at all of them. */
export async function worksElsewhere({ db, before }: Change, person: string): Promise<boolean> {
  const programme = before.state.programme.id
  const elsewhere = await amongMembershipsOf(db, person, () =>
    db
      .select({ id: memberships.id })
      .from(memberships)
      .where(and(eq(memberships.person, person), ne(memberships.programme, programme)))
      .limit(1),
  )
  const [known] = await db.select({ national: people.national }).from(people).where(eq(people.id, person))
  return elsewhere.length > 0 || known?.national === true
}

/** Throws `conflict` for somebody whose tasks nobody would do when they left. */
export function requireHandedOver({ before }: Pick<Change, 'before'>, person: string): void {
  if (before.state.records.task.some(({ owner, status }) => owner === person && status !== 'done'))
    throw new AppError('conflict', 'This person has tasks that are not done. Hand them over first.')
}

/** Throws `conflict` when nobody would be left to look after the people of the programme. */
export async function requireOfficeLeft(
  { db, before }: Change,
  person: string,
  roles: readonly Membership[],
): Promise<void> {
  if (roles.some(({ role }) => role === 'programme-office')) return
  const others = await db
    .select({ id: people.id, disabledAt: people.disabledAt })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.person))
    .where(
      and(
        eq(memberships.programme, before.state.programme.id),
        eq(memberships.role, 'programme-office'),
        ne(memberships.person, person),
      ),
    )
  if (others.every(({ disabledAt }) => disabledAt !== null))
    throw new AppError(
      'conflict',
      'Nobody would be left in the programme office. Give that role to somebody else first.',
    )
}
