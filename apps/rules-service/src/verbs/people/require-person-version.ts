import { AppError } from '../../errors.ts'
import type { Change } from '../../store/store.ts'
import { managedPerson } from './list-people.ts'

/** Throws `stale-version`, with the person as they are, when somebody else decided about them meanwhile. */
export async function requirePersonVersion(
  { db, before }: Change,
  person: string,
  expected: number,
): Promise<void> {
  const current = await managedPerson(db, before.state, person)
  if (current?.version === expected) return
  throw new AppError(
    'stale-version',
    'Somebody else changed this person since you opened them. Nothing of yours was saved: look at what is there now, then try again.',
    { current },
  )
}
