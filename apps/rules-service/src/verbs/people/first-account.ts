import { emptyState } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import { addPerson, type AddedPerson } from './add-person.ts'

export interface FirstAccount {
  programme: string
  /** The organisation of a programme that is to be added; null for one that is there. */
  organisation: string | null
  name: string
  title: string
}

/** Makes somebody the programme office, who invites everybody else. Throws `not-found` for an unknown programme. */
export async function makeFirstAccount(
  { store, rules }: Pick<AppContext, 'store' | 'rules'>,
  { programme, organisation, name, title }: FirstAccount,
): Promise<AddedPerson> {
  if (organisation !== null)
    await store.addProgramme(
      emptyState({
        id: programme,
        name: `Palliative and end-of-life care programme of ${organisation}`,
        shortName: organisation,
        organisation,
        description: 'Added when its programme office was',
        pinnedTo: null,
        pinnedBecause: null,
        approvals: { acceptance: true, reports: true },
        frameworks: rules.library.frameworks.map(({ id }) => id),
        source: { document: 'Workplan' },
      }),
      [],
    )
  const roles = [{ role: 'programme-office' as const, app: null, workstreams: null, groups: null }]
  return store.change(
    { programme, actor: 'system', idempotency: null },
    (change) => addPerson(change, { name, title, roles }),
    (_outcome, added) => added,
  )
}
