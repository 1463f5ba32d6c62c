import { loadExampleProgrammes } from '@workplan/example-programmes'
import type { AppContext } from '../context.ts'
import type { Database } from '../store/database.ts'
import { authUsers, people } from '../store/schema/index.ts'
import { demonstrationMembers, demonstrationPeople } from './demonstration-people.ts'

type Sources = Pick<AppContext, 'database' | 'store' | 'rules' | 'now'>

/** Adds the demonstration people and the example programmes, as far as they are not there. */
export async function loadDemonstration(
  { database, store, rules, now }: Sources,
  report: (step: string) => void,
): Promise<void> {
  await addPeople(database, now())
  const known = new Set(await store.listProgrammes())
  const examples = loadExampleProgrammes(new Set(rules.library.requirements.keys()))
  for (const state of examples) {
    if (known.has(state.programme.id)) continue
    report(`Loading the programme of ${state.programme.organisation}`)
    await store.addProgramme(state, demonstrationMembers)
  }
}

/** Adds the demonstration people and their means to sign in, as far as they are not there. */
export async function addPeople(database: Database, at: Date): Promise<void> {
  await database
    .insert(authUsers)
    .values(
      demonstrationPeople.map(({ id, name }) => ({
        id,
        name,
        email: `${id}@demonstration.invalid`,
        emailVerified: false,
        createdAt: at,
        updatedAt: at,
      })),
    )
    .onConflictDoNothing()
  await database
    .insert(people)
    .values(demonstrationPeople.map(({ id, name, title }) => ({ id, name, title, user: id })))
    .onConflictDoNothing()
}
